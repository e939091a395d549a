import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { FaultsTrial, type Person } from './faults-trial.js';

const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis) process.stderr.write('No redis-server on this machine: faults are not tested on Redis.\n');

/** Where a worker dies, by which channel, and how often the person was reached by then, and what the row says. */
const atTheQueue: Death[] = [
  ['job taken', 'sms', 0, 'scheduled'],
  ['before acknowledging', 'sms', 1, 'sent'],
];
const stepsOn: Record<FaultsTrial['queue'], Death[]> = {
  redis: atTheQueue,
  // Between these two the queue is not asked for anything.
  postgres: [
    ...atTheQueue,
    ['before sending', 'sms', 0, 'enqueued'],
    ['after sending', 'sms', 1, 'enqueued'],
    ['after sending', 'email', 1, 'enqueued'],
  ],
};
type Death = [step: string, channel: 'sms' | 'email', reached: number, state: string];

/**
 * Real processes, killed with SIGKILL at each step that a reminder takes, and started again; both queues at the same time.
 * The clock of a worker that is started again is some minutes on, when what the dead one had in hand is free again.
 */
describe('A reminder is neither lost nor sent twice', () => {
  let trials: FaultsTrial[] = [];
  /** With so many workers at the beginning, whatever was before. */
  const onBoth = async (workers: number, what: (trial: FaultsTrial) => Promise<void>) => {
    const ends = await Promise.allSettled(
      trials.map(async (trial) => {
        await trial.begin(workers);
        await what(trial);
      }),
    );
    // Only when both have come to an end, so that none of it goes on into the next test.
    const failed = ends.filter((end) => end.status === 'rejected').map(({ reason }) => reason as Error);
    if (failed.length > 0) throw failed[0]!;
  };

  beforeAll(async () => {
    const backends = ['postgres', ...(hasRedis ? ['redis'] : [])] as const;
    trials = await Promise.all(backends.map((backend) => FaultsTrial.open(backend as 'postgres' | 'redis')));
  });
  afterAll(() => Promise.all(trials.map((trial) => trial.close())));

  it('where the API dies before the commit, and between the commit and the alarm', () =>
    onBoth(0, async (trial) => {
      const person = trial.person('sms');
      trial.set({ step: 'before commit' });
      expect(await trial.write(person)).toBe('no answer');
      await trial.apiDied();
      await trial.startApi();
      expect(await trial.remindersOf(person)).toEqual([]);
      trial.set({ step: 'after commit' });
      expect(await trial.write(person)).toBe('no answer');
      await trial.apiDied();
      await trial.startApi();
      expect(await trial.remindersOf(person)).toMatchObject([{ state: 'scheduled', attempts: 0 }]);
      // Whoever got no answer asks again, and gets the one that was on its way.
      expect(await trial.write(person)).toBe(201);
      expect(await trial.remindersOf(person)).toHaveLength(1);
    }));

  /** The queue is emptied; all comes to an end nevertheless: texts under one key each, and of mail nobody knows. */
  async function comesToAnEnd(trial: FaultsTrial, people: Person[]): Promise<void> {
    await trial.loseQueue();
    trial.putForward();
    await trial.until('no reminder is open', async () => (await trial.open()) === 0);
    for (const person of people) {
      const expected = person.channel === 'sms' ? 'sent' : 'unconfirmed';
      expect([person.to, await trial.statesOf(person), trial.reached(person)]).toEqual([person.to, [expected], 1]);
    }
  }

  it('where a worker dies at any step between taking the job and acknowledging it', () =>
    onBoth(0, async (trial) => {
      const people: Person[] = [];
      for (const [step, channel, reached, state] of stepsOn[trial.queue]) {
        const person = trial.person(channel);
        people.push(person);
        expect(await trial.write(person)).toBe(201);
        await trial.diesAt(step, step === 'job taken' ? undefined : person);
        expect([step, trial.reached(person), await trial.statesOf(person)]).toEqual([step, reached, [state]]);
      }
      await trial.begin(1);
      await comesToAnEnd(trial, people);
    }));

  it('where the provider takes a message over and does not say so, and the queue is emptied before the second try', () =>
    onBoth(1, async (trial) => {
      const unconfirmed = (await trial.noticesOf('delivery_unconfirmed')).length;
      const [text, mail] = [trial.person('sms'), trial.person('email')];
      trial.silentOnce(text);
      trial.mail.answers = { data: 'hang up' };
      await trial.write(text);
      await trial.write(mail);
      await trial.until('the text waits and the mail is unconfirmed', async () => {
        const [[one], [other]] = await Promise.all([trial.remindersOf(text), trial.remindersOf(mail)]);
        return one!.state === 'scheduled' && one!.attempts === 1 && other!.state === 'unconfirmed';
      });
      trial.mail.answers = {};
      await comesToAnEnd(trial, [text, mail]);
      expect(trial.asked(text)).toBe(2);
      expect(await trial.noticesOf('delivery_unconfirmed')).toHaveLength(unconfirmed + 1);
    }));

  it('where two workers reach for the same reminders all the time', () =>
    onBoth(2, async (trial) => {
      const people = Array.from({ length: 12 }, (_, n) => trial.person(n % 2 === 0 ? 'sms' : 'email'));
      trial.set({ rings: await trial.organizationId() });
      for (const person of people) expect(await trial.write(person)).toBe(201);
      await trial.until('no reminder is open', async () => (await trial.open()) === 0);
      for (const person of people) {
        // Nobody takes what the other holds: each was tried once.
        expect(await trial.remindersOf(person)).toMatchObject([{ state: 'sent', attempts: 1 }]);
        expect([trial.reached(person), trial.asked(person)]).toEqual([1, 1]);
      }
    }));

  it('where PostgreSQL is killed while messages are on their way', () =>
    onBoth(2, async (trial) => {
      const people = Array.from({ length: 8 }, (_, n) => trial.person(n % 2 === 0 ? 'sms' : 'email'));
      const answer = trial.holdAnswers();
      for (const person of people) expect(await trial.write(person)).toBe(201);
      await trial.until('a text was handed over', () =>
        Promise.resolve(people.some((one) => one.channel === 'sms' && trial.asked(one) > 0)),
      );
      await trial.crashPostgres();
      answer();
      trial.putForward();
      await trial.until('no reminder is open', async () => (await trial.open()) === 0);
      for (const person of people) {
        const [state, ...others] = await trial.statesOf(person);
        expect(others).toEqual([]);
        // Of mail that was on its way nobody may know: it is not sent twice, nor said to be sent when it was not.
        if (state === 'unconfirmed' && person.channel === 'email') expect(trial.reached(person)).toBeLessThanOrEqual(1);
        else expect([state, trial.reached(person)]).toEqual(['sent', 1]);
      }
    }));
});
