import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aCase, anAppointment, FakeChannel, remindersOf, ring, type Shown, texted, toClient } from './world.js';

/** Of the usual appointment, the reminder a day before: 13 March, 18:00 in New York. */
export const due = '2018-03-13T22:00:00.000Z';
const entered = '2018-03-12T15:00:00Z';

interface Owed {
  reminder: Shown;
  appointmentId: string;
  file: Awaited<ReturnType<typeof aCase>>;
}

type Detailed = Shown & { providerId: string | null; sentAt: string | null; nextAttemptAt: string | null };

/**
 * An application that sends by channels which answer as they are told to, and an organisation, for the test file that asks.
 * Each test begins the day before the reminder is due.
 */
export function aSendingWorld() {
  const clock = new FakeClock();
  const [sms, email] = [new FakeChannel(), new FakeChannel()];
  let app: TestApplication;
  let clinic: Clinic;

  beforeAll(async () => {
    app = await TestApplication.start({ clock, channels: { sms, email } });
    clinic = await app.clinic('Bronx Immigration Law');
  });
  afterAll(() => app.stop());
  beforeEach(() => {
    clock.set(entered);
    sms.before = undefined;
    sms.failures.length = 0;
  });

  /** A reminder a day before an appointment, not due yet. */
  async function owed(person: object = texted): Promise<Owed> {
    const file = await aCase(clinic, person);
    const { id } = await anAppointment(clinic, file);
    const reminder = toClient(await remindersOf(clinic, file.clientId)).find(({ offset }) => offset === 'P1D')!;
    return { reminder, appointmentId: id, file };
  }

  return {
    clock,
    sms,
    email,
    get app() {
      return app;
    },
    get clinic() {
      return clinic;
    },
    owed,
    dueNow: async (person: object = texted): Promise<Owed> => {
      const one = await owed(person);
      clock.set(due);
      return one;
    },
    ring: (reminderId: string) => ring(app, clinic, reminderId),
    /** The reminder as it is now. */
    now: async ({ id }: Shown): Promise<Detailed> => (await clinic.as.attorney.get(`/api/reminders/${id}`)).body,
    noticesOf: async (kind: string, subjectId: string) =>
      (await clinic.as.attorney.get('/api/notices?limit=100')).body.items.filter(
        (notice: { kind: string; subjectId: string }) => notice.kind === kind && notice.subjectId === subjectId,
      ),
    auditOf: async (event: string, subjectId: string) => {
      const { body } = await clinic.as.auditor.get(`/api/audit-events?event=${event}&limit=100`);
      return body.items.filter((line: { subjectId: string }) => line.subjectId === subjectId);
    },
  };
}
