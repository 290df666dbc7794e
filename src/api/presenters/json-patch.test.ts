import { describe, expect, it } from 'vitest';
import { jsonPatch } from './json-patch.ts';

describe('a JSON patch', () => {
  it('says only what is different, as deep as objects go', () => {
    const before = { draft: { title: 'AC', values: { Day: 'Sat', Hour: '5 pm' }, expecting: 'pincode' }, waiting: [] };
    const after = { draft: { title: 'AC', values: { Day: 'Sun', Pincode: '400050' } }, waiting: [{ flow: 'cancel' }] };
    expect(jsonPatch(before, after)).toEqual([
      { op: 'remove', path: '/draft/expecting' },
      { op: 'remove', path: '/draft/values/Hour' },
      { op: 'replace', path: '/draft/values/Day', value: 'Sun' },
      { op: 'add', path: '/draft/values/Pincode', value: '400050' },
      { op: 'replace', path: '/waiting', value: [{ flow: 'cancel' }] },
    ]);
    expect(jsonPatch(before, structuredClone(before))).toEqual([]);
  });

  it('escapes what is special in a pointer', () => {
    expect(jsonPatch({}, { 'Day / ~hour': 1 })).toEqual([{ op: 'add', path: '/Day ~1 ~0hour', value: 1 }]);
  });
});
