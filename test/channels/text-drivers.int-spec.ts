import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Channel,
  type Message,
  PermanentFailure,
  TransientFailure,
  UnconfirmedFailure,
} from '../../src/platform/channels/channel.js';
import { CircuitChannel } from '../../src/platform/channels/circuit.channel.js';
import { TwilioChannel } from '../../src/platform/channels/twilio.channel.js';
import { WebhookChannel } from '../../src/platform/channels/webhook.channel.js';
import { FakeClock } from '../support/clock.js';
import { Provider } from '../support/provider.js';

const secret = 'a secret of more than thirty-two characters'.replaceAll(' ', '-');
const account = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'token of ours', from: '+17185550100' };
const receiptsAt = 'https://letters.example.org/api/webhooks/x';
const message: Message = {
  id: '01890000-0000-7000-8000-000000000001',
  organizationId: '01890000-0000-7000-8000-000000000002',
  to: '+17185550123',
  subject: 'A reminder',
  text: 'Ana: Le recordamos que tiene algo pendiente & más.',
  about: { kind: 'ice_appointment', subjectType: 'appointment', subjectId: 'x', clientId: null },
  receiptsAt,
};

let provider: Provider;
let twilio: Channel;
let webhook: Channel;
const patienceMs = 2000;

beforeAll(async () => {
  provider = await Provider.start();
  twilio = new TwilioChannel({ ...account, apiUrl: provider.url });
  webhook = new WebhookChannel({ url: `${provider.url}/texts`, secret }, new FakeClock());
});
afterAll(() => provider.stop());
beforeEach(() => provider.forget());

const failure = (channel: Channel): Promise<unknown> =>
  channel.send(message).then(
    () => 'sent',
    (error: unknown) => error,
  );

describe('Twilio', () => {
  it('gets number, sender, words and where to report, and nothing else of the message', async () => {
    provider.replies.push({ status: 201, body: { sid: 'SM1', status: 'queued' } });
    expect(await twilio.send(message)).toEqual({ providerId: 'SM1' });
    const [heard] = provider.heard;
    expect([heard!.method, heard!.path]).toEqual(['POST', `/2010-04-01/Accounts/${account.accountSid}/Messages.json`]);
    expect(Object.fromEntries(new URLSearchParams(heard!.body))).toEqual({
      To: message.to,
      From: account.from,
      Body: message.text,
      StatusCallback: receiptsAt,
    });
    expect(heard!.headers.authorization).toBe(
      `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`,
    );
  });

  it('is asked through a messaging service where there is one', async () => {
    provider.replies.push({ status: 201, body: { sid: 'SM1' } });
    const service = `MG${'1'.repeat(32)}`;
    await new TwilioChannel({ ...account, from: service, apiUrl: provider.url }).send(message);
    const sent = Object.fromEntries(new URLSearchParams(provider.heard[0]!.body));
    expect([sent.MessagingServiceSid, sent.From]).toEqual([service, undefined]);
  });

  it.each([
    [21211, 'failed'],
    [21614, 'failed'],
    [21610, 'opted_out'],
  ])('that answers %i will never deliver: %s', async (code, state) => {
    provider.replies.push({ status: 400, body: { code, message: `The number ${message.to} is wrong`, status: 400 } });
    const error = (await failure(twilio)) as PermanentFailure;
    expect(error).toBeInstanceOf(PermanentFailure);
    expect([error.code, error.state]).toEqual([`sms.${code}`, state]);
    expect(String(error.stack)).not.toContain(message.to);
  });

  it.each([
    [401, { code: 20003 }, 'sms.sign_in_refused'],
    [400, { code: 21606 }, 'sms.21606'],
    [500, {}, 'sms.http_500'],
    [503, {}, 'sms.http_503'],
  ])('that answers %i %j may deliver later', async (status, body, code) => {
    provider.replies.push({ status, body });
    const error = (await failure(twilio)) as TransientFailure;
    expect([error.constructor, error.code]).toEqual([TransientFailure, code]);
  });

  it('says for how long it wants to be left alone', async () => {
    provider.replies.push({ status: 429, body: { code: 20429 }, headers: { 'retry-after': '90' } });
    const error = (await failure(twilio)) as TransientFailure;
    expect([error.code, error.retryAfterMs]).toEqual(['sms.rate_limited', 90_000]);
  });

  it.each(['silence', 'hang up', { status: 504 }] as const)(
    'that answers with %j has perhaps taken the message, which is not sent again',
    async (reply) => {
      provider.replies.push(reply);
      const impatient = new TwilioChannel({ ...account, apiUrl: provider.url }, patienceMs);
      expect(await failure(impatient)).toBeInstanceOf(UnconfirmedFailure);
      expect(provider.heard).toHaveLength(1);
      expect(twilio.deliversOnce).toBe(false);
    },
  );

  it('that is not there has taken nothing', async () => {
    const gone = await Provider.start();
    const nowhere = new TwilioChannel({ ...account, apiUrl: gone.url });
    await gone.stop();
    const error = (await failure(nowhere)) as TransientFailure;
    expect([error.constructor, error.code]).toEqual([TransientFailure, 'sms.unreachable']);
  });

  it('forgets the words when it is asked to', async () => {
    provider.replies.push({ status: 200, body: { sid: 'SM1', body: '' } });
    await twilio.redact!('SM1');
    expect(provider.heard[0]).toMatchObject({
      method: 'POST',
      path: `/2010-04-01/Accounts/${account.accountSid}/Messages/SM1.json`,
      body: 'Body=',
    });
  });
});

describe('A gateway of one’s own', () => {
  it('gets number, words and id, signed over the time and the body', async () => {
    provider.replies.push({ status: 202, body: { id: 'their-1' } });
    expect(await webhook.send(message)).toEqual({ providerId: 'their-1' });
    const { headers, body } = provider.heard[0]!;
    expect(JSON.parse(body)).toEqual({ id: message.id, to: message.to, text: message.text, receiptsAt });
    const timestamp = headers['letterbox-timestamp'] as string;
    expect(timestamp).toBe(String(Date.parse('2018-03-01T15:00:00Z') / 1000));
    expect(headers['letterbox-signature']).toBe(
      `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
    );
    expect(headers['idempotency-key']).toBe(message.id);
  });

  it('that has no name for the message is asked for it by ours', async () => {
    provider.replies.push({ status: 200 });
    expect(await webhook.send(message)).toEqual({ providerId: message.id });
  });

  it.each([
    [422, 'number_invalid', 'failed', 'sms.number_invalid'],
    [400, 'opted_out', 'opted_out', 'sms.opted_out'],
    [403, 'blocked', 'carrier_blocked', 'sms.blocked'],
    [410, undefined, 'failed', 'sms.http_410'],
  ])('that answers %i %s will never deliver: %s', async (status, code, state, named) => {
    provider.replies.push({ status, body: { code } });
    const error = (await failure(webhook)) as PermanentFailure;
    expect([error.constructor, error.code, error.state]).toEqual([PermanentFailure, named, state]);
  });

  it.each([
    [401, 'sms.sign_in_refused'],
    [302, 'sms.redirected'],
    [503, 'sms.http_503'],
  ])('that answers %i may deliver later', async (status, code) => {
    provider.replies.push({ status, headers: { location: 'http://127.0.0.1:9/elsewhere' } });
    const error = (await failure(webhook)) as TransientFailure;
    expect([error.constructor, error.code]).toEqual([TransientFailure, code]);
    expect(provider.heard).toHaveLength(1);
  });

  it('that does not answer gets the message again, and knows it by its key', async () => {
    provider.replies.push('silence');
    const impatient = new WebhookChannel({ url: `${provider.url}/texts`, secret }, new FakeClock(), patienceMs);
    expect(await failure(impatient)).toBeInstanceOf(UnconfirmedFailure);
    await webhook.send(message);
    expect(provider.heard.map(({ headers }) => headers['idempotency-key'])).toEqual([message.id, message.id]);
    expect(webhook.deliversOnce).toBe(true);
  });
});

describe('A provider that fails five times in a row', () => {
  it('is left alone, then tried with one message, and used again when that goes through', async () => {
    const guarded = new CircuitChannel(webhook, 'sms', 200);
    for (let at = 0; at < 5; at += 1) provider.replies.push({ status: 503 });
    for (let at = 0; at < 5; at += 1) expect(await failure(guarded)).toMatchObject({ code: 'sms.http_503' });
    expect(await failure(guarded)).toMatchObject({ code: 'sms.paused', retryAfterMs: 200 });
    expect(provider.heard).toHaveLength(5);
    let answer = await failure(guarded);
    for (const end = Date.now() + 10_000; answer !== 'sent' && Date.now() < end; answer = await failure(guarded))
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answer).toBe('sent');
    expect(provider.heard).toHaveLength(6);
    expect(await failure(guarded)).toBe('sent');
  });

  it('is not left alone for numbers that it refuses', async () => {
    const guarded = new CircuitChannel(webhook, 'sms', 60_000);
    for (let at = 0; at < 8; at += 1) provider.replies.push({ status: 422, body: { code: 'number_invalid' } });
    for (let at = 0; at < 8; at += 1) expect(await failure(guarded)).toBeInstanceOf(PermanentFailure);
    expect(await failure(guarded)).toBe('sent');
  });

  it('keeps what the channel in it promises', () => {
    const guarded = new CircuitChannel(twilio, 'sms');
    expect([guarded.driver, guarded.standIn, guarded.deliversOnce, typeof guarded.redact]).toEqual([
      'twilio',
      false,
      false,
      'function',
    ]);
  });
});
