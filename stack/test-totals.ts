/** The part of vitest's JSON report that counts. */
export type VitestResults = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: Array<{ status: string; assertionResults: unknown[] }>;
};

/**
 * `12 passed, 0 failed, 1 skipped`. A file that failed before its first test counts as one failure; so does a run that
 * ended without results, or with an exit code that no failed test explains.
 */
export function totalsLine(results: VitestResults | undefined, exitCode = 0): string {
  if (!results) return '0 passed, 1 failed';
  const broken = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = results.numFailedTests + broken.length || (exitCode === 0 ? 0 : 1);
  const skipped = results.numPendingTests + results.numTodoTests;
  const totals = `${results.numPassedTests} passed, ${failed} failed`;
  return skipped > 0 ? `${totals}, ${skipped} skipped` : totals;
}
