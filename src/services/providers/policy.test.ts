import { describe, expect, it } from 'vitest';
import { statusProblem } from './policy.ts';

describe('changing the state of a professional', () => {
  it('allows pausing with jobs ahead, and coming back', () => {
    expect(statusProblem('active', 'paused', 5)).toBeUndefined();
    expect(statusProblem('paused', 'active', 0)).toBeUndefined();
  });

  it('allows removing only with a free calendar', () => {
    expect(statusProblem('active', 'removed', 0)).toBeUndefined();
    expect(statusProblem('paused', 'removed', 2)).toContain('2 hours');
  });

  it('knows no way back from removed', () => {
    expect(statusProblem('removed', 'active', 0)).toContain('does not come back');
    expect(statusProblem('removed', 'removed', 3)).toBeUndefined();
  });
});
