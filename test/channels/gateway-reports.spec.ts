import { describe, expect, it } from '@jest/globals';
import { GatewayInbound } from '../../src/platform/channels/inbound.js';
import { signed } from '../../src/platform/channels/signed-body.js';
import { Configuration } from '../../src/platform/config/configuration.js';
import type { Problem } from '../../src/platform/http/problem.js';
import { FakeClock, minutes } from '../support/clock.js';

const secret = 'x'.repeat(32);
const environment = { SMS_WEBHOOK_URL: 'https://gateway.example.org/texts', SMS_WEBHOOK_SECRET: secret };
const clock = new FakeClock();
const inbound = new GatewayInbound(Configuration.read(environment), clock);

const text = { id: 'in-1', from: '+17185550123', text: 'STOP' };
const reportOf = (values: unknown, headers?: Record<string, string>) => {
  const body = typeof values === 'string' ? values : JSON.stringify(values);
  return { body: Buffer.from(body), headers: headers ?? signed(secret, body, clock.now()), path: '/' };
};
const code = (action: () => unknown) => {
  try {
    return action();
  } catch (error) {
    return (error as Problem).code;
  }
};

describe('A report of the gateway', () => {
  it('is taken when it is signed over its time and body, with the time at which it was', () => {
    expect(inbound.text(reportOf(text))).toEqual({ ...text, saidAt: clock.now(), handled: undefined });
    expect(inbound.delivery(reportOf({ id: 'x', status: 'blocked', code: 'spam' }))).toEqual({
      providerId: 'x',
      state: 'carrier_blocked',
      code: 'spam',
    });
  });

  it('is refused unsigned, signed with another secret or over another body, and when it is played again later', () => {
    const headers = signed(secret, JSON.stringify(text), clock.now());
    for (const report of [
      reportOf(text, {}),
      reportOf(text, signed('y'.repeat(32), JSON.stringify(text), clock.now())),
      reportOf({ ...text, text: 'START' }, headers),
      reportOf(text, { ...headers, 'letterbox-timestamp': `${Number(headers['letterbox-timestamp']) + 1}` }),
      reportOf(text, { ...headers, 'letterbox-signature': 'v1=00' }),
    ])
      expect(code(() => inbound.text(report))).toBe('webhook.not_signed');
    clock.advance(minutes(5));
    expect(inbound.text(reportOf(text, headers)).id).toBe('in-1');
    clock.advance(1000);
    expect(code(() => inbound.text(reportOf(text, headers)))).toBe('webhook.not_signed');
  });

  it('that is signed and says nothing that is understood is malformed', () => {
    for (const values of ['[', '"x"', 'null', {}, { id: 'x', status: 'lost' }, { id: 'a b', status: 'sent' }])
      expect(code(() => inbound.delivery(reportOf(values)))).toBe('webhook.not_understood');
  });

  it('is not here where no gateway is set up', () => {
    const without = new GatewayInbound(Configuration.read({}), clock);
    expect(code(() => without.text(reportOf(text)))).toBe('webhook.not_found');
  });
});
