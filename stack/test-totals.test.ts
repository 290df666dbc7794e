import { expect, it } from 'vitest';
import { totalsLine } from './test-totals.ts';

const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

it('leaves out the skipped when there are none', () => {
  expect(totalsLine({ ...none, numPassedTests: 12 })).toBe('12 passed, 0 failed');
});

it('counts skipped and planned tests together', () => {
  expect(totalsLine({ ...none, numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })).toBe(
    '3 passed, 1 failed, 3 skipped',
  );
});

it('counts a file that broke before its first test, and not twice one whose tests failed', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
    { status: 'passed', assertionResults: [{}] },
  ];
  expect(totalsLine({ ...none, numPassedTests: 1, numFailedTests: 1, testResults })).toBe('1 passed, 2 failed');
});

it('calls a run without results a failure', () => {
  expect(totalsLine(undefined)).toBe('0 passed, 1 failed');
});

it('calls a run a failure that vitest ended with an error, though no test failed', () => {
  expect(totalsLine(none, 1)).toBe('0 passed, 1 failed');
  expect(totalsLine({ ...none, numPassedTests: 12 }, 1)).toBe('12 passed, 1 failed');
  expect(totalsLine({ ...none, numPassedTests: 3, numFailedTests: 2 }, 1)).toBe('3 passed, 2 failed');
});
