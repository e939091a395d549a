import { describe, expect, it } from 'vitest';
import { meet } from './conflict.js';

const base = { version: 1, name: 'A', phone: '1', notes: null };

describe('two people who change one record', () => {
  it('in different fields both keep what they wrote', () => {
    const { both, taken, values } = meet(base, { ...base, name: 'B' }, { ...base, version: 2, phone: '2' });
    expect(both).toEqual([]);
    expect(taken).toEqual(['phone']);
    expect(values).toEqual({ version: 2, name: 'B', phone: '2', notes: null });
  });

  it('in the same field see both, and what is here stays until they choose', () => {
    const { both, values } = meet(base, { ...base, notes: 'mine' }, { ...base, version: 2, notes: 'theirs' });
    expect(both).toEqual([{ field: 'notes', theirs: 'theirs', mine: 'mine' }]);
    expect(values).toMatchObject({ version: 2, notes: 'mine' });
  });

  it('to the same have nothing to choose', () => {
    expect(meet(base, { ...base, name: 'B' }, { ...base, version: 2, name: 'B' })).toMatchObject({
      both: [],
      taken: [],
    });
  });
});
