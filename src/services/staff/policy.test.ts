import { describe, expect, it } from 'vitest';
import type { Permission } from '#src/permissions.ts';
import { assertHolds, assertMayGive, assertNotSelf, assertOutranks, type Rank } from './policy.ts';

const at = (level: number, ...permissions: Permission[]) => ({
  id: `usr_${level}`,
  level,
  permissions: new Set(permissions),
});
const code = (work: () => void): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('who may act on whom', () => {
  it.each<[actor: Rank, target: Rank, outcome: string]>([
    [at(70), at(60), 'allowed'],
    [at(70), at(70), 'forbidden'],
    [at(70), at(90), 'forbidden'],
    [at(10), at(0), 'allowed'],
    [at(0), at(0), 'forbidden'],
  ])('%o on %o: %s', (actor, target, outcome) => {
    expect(code(() => assertOutranks(actor, target))).toBe(outcome);
  });

  it('nobody suspends themselves', () => {
    expect(code(() => assertNotSelf(at(90), at(90), 'suspend'))).toBe('not-allowed');
    expect(code(() => assertNotSelf(at(90), at(70), 'suspend'))).toBe('allowed');
  });
});

describe('who may give what', () => {
  it('a role of a lower level that may do no more than the giver', () => {
    const actor = at(70, 'bookings.view');
    expect(code(() => assertMayGive(actor, { level: 60, permissions: ['bookings.view'] }))).toBe('allowed');
    expect(code(() => assertMayGive(actor, { level: 70, permissions: ['bookings.view'] }))).toBe('forbidden');
    expect(code(() => assertMayGive(actor, { level: 10, permissions: ['refunds.approve'] }))).toBe('forbidden');
  });

  it('names what the giver lacks', () => {
    const give = () => assertHolds(at(90, 'staff.view'), ['staff.view', 'audit.view', 'audit.export'], 'No');
    expect(give).toThrow('No: audit.view, audit.export.');
  });
});
