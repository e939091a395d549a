import { describe, expect, it } from 'vitest';
import { rowsOf } from './rows.js';

describe('two files of one person', () => {
  it('show what of the one that ends is the same, moves, stays as a name, or is lost', () => {
    const into = { legalName: 'Ana', phone: null, county: 'kings', language: 'es', consents: [{ kind: 'sms' }] };
    const from = {
      legalName: 'Anna',
      phone: '+1',
      county: 'bronx',
      language: 'es',
      email: '',
      consents: [{ kind: 'x' }],
    };
    const rows = rowsOf(['legalName', 'phone', 'county', 'language', 'email', 'consents'], into, from);
    expect(rows.map(({ field, fate }) => [field, fate])).toEqual([
      ['legalName', 'alias'],
      ['phone', 'moves'],
      ['county', 'lost'],
      ['language', 'same'],
      ['consents', 'lost'],
    ]);
  });
});
