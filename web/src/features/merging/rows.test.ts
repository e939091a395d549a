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

  it.each([
    ['smsConsent', { smsConsent: 'opted_in' }, { smsConsent: 'opted_out' }, 'moves'],
    ['smsConsent', { smsConsent: 'opted_out' }, { smsConsent: 'opted_in' }, 'lost'],
    ['phoneSafeToText', { phone: '1', phoneSafeToText: 'yes' }, { phone: '1', phoneSafeToText: 'no' }, 'moves'],
    ['phoneSafeToText', { phone: '1', phoneSafeToText: 'yes' }, { phone: '2', phoneSafeToText: 'no' }, 'lost'],
    ['phoneSafeToText', { phone: '1' }, { phone: '2', phoneSafeToText: 'yes' }, 'lost'],
    ['phoneSafeToText', {}, { phone: '2', phoneSafeToText: 'yes' }, 'moves'],
    ['consents', {}, { consents: [{ kind: 'sms', withdrawnOn: '2018-03-01' }] }, 'withdrawn'],
    ['assignedAttorneyId', {}, { assignedAttorneyId: 'a' }, 'moves'],
    ['assignedAttorneyId', { restricted: true }, { assignedAttorneyId: 'a' }, 'lost'],
  ])('say of %s what the server does: %j and %j', (field, into, from, fate) => {
    expect(rowsOf([field], into, from)[0]?.fate).toBe(fate);
  });
});
