import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { Twilio } from './twilio.js';
import { aCase, anAppointment, remindersOf, ring, texted, toClient, until } from './world.js';

const due = '2018-03-13T22:00:00.000Z';

const clock = new FakeClock();
const twilio = await Twilio.start();
const logged: string[] = [];
let app: TestApplication;
let numbers = 0;

// Each test begins where nobody has said STOP to anybody.
beforeEach(async () => {
  clock.set('2018-03-12T15:00:00Z');
  twilio.forget();
  app = await TestApplication.start({
    clock,
    environment: { ...twilio.environment, LOG_LEVEL: 'error' },
    logTo: (line) => logged.push(line),
  });
});
afterEach(() => app.stop());
afterAll(() => twilio.stop());

const aNumber = () => `+1718555${String(4000 + (numbers += 1))}`;

/** Has the organisation write to the number, a day before an appointment. */
async function textTo(clinic: Clinic, phone: string): Promise<void> {
  clock.set('2018-03-12T15:00:00Z');
  const file = await aCase(clinic, { ...texted, phone });
  await anAppointment(clinic, file);
  const reminder = toClient(await remindersOf(clinic, file.clientId)).find(({ offset }) => offset === 'P1D')!;
  clock.set(due);
  await ring(app, clinic, reminder.id);
}

describe('An organisation that is asked for numbers that said STOP', () => {
  it('is asked again as soon as it heard one, though it had none a moment before', async () => {
    const [one, another] = [await app.clinic(), await app.clinic()];
    // Each asks the other, and hears that there are none.
    const before = [aNumber(), aNumber()];
    await textTo(one, before[0]!);
    await textTo(another, before[1]!);
    const phone = aNumber();
    await twilio.says(app, phone, 'STOP');
    const later = await app.clinic();
    await textTo(later, phone);
    expect(twilio.writtenTo).toEqual(before);
  });

  it('keeps no message of others from going out when its keys do not open, nor what a third one heard', async () => {
    const [locked, open] = [await app.clinic(), await app.clinic()];
    const phone = aNumber();
    await twilio.says(app, phone, 'STOP');
    await spoilKeys(locked);
    const [later, bystander] = [await app.clinic(), aNumber()];
    await textTo(later, phone);
    await textTo(later, bystander);
    expect(twilio.writtenTo).toEqual([bystander]);
    const said = logged.filter((line) => line.includes('stops could not be asked for'));
    expect(said.length).toBeGreaterThan(0);
    for (const line of said) {
      expect(line).toContain(locked.id);
      expect(line).not.toContain(open.id);
      expect(line).not.toContain(phone.slice(2));
    }
  });
});

async function spoilKeys(clinic: Clinic): Promise<void> {
  const owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query(`SELECT set_config('app.organization_id', $1, false)`, [clinic.id]);
  // A key is bound to its place; the process does not know it by this one.
  await owner.query(
    `UPDATE organization_keys SET id = gen_random_uuid() WHERE organization_id = $1 AND purpose = 'index'`,
    [clinic.id],
  );
  await owner.end();
  // The process remembers for a while how they were.
  const opens = () =>
    clinic
      .inWork((work) => work.organizationKeys())
      .then(
        () => true,
        () => false,
      );
  await until(async () => !(await opens()));
}
