import { expect, it } from '@jest/globals';
import { reasonOf } from '../../src/platform/channels/failure-codes.js';

it.each([
  ['sms.no_address', 'no_address'],
  ['sms.number_invalid', 'number_wrong'],
  ['sms.21614', 'number_wrong'],
  ['sms.21610', 'opted_out'],
  ['sms.30007', 'blocked'],
  ['sms.30003', 'not_delivered'],
  ['sms.20003', 'refused'],
  ['sms.http_400', 'refused'],
  ['sms.http_500', 'away'],
  ['sms.http_504', 'no_answer'],
  ['email.451', 'busy'],
  ['email.550', 'address_refused'],
])('%s is told as %s', (code, reason) => {
  expect(reasonOf(code)).toBe(reason);
});

it('A word that only the gateway knows is told as not delivered, and what nobody knows as unknown', () => {
  expect(reasonOf('sms.handset.off')).toBe('not_delivered');
  expect(['channel.error', 'constructor', 'trial.busy', ''].map(reasonOf)).toEqual(Array(4).fill('unknown'));
});
