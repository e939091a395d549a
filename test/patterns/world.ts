import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { PatternLetter } from '../../src/patterns/pattern-letter.entity.js';
import { columnsOf } from '../../src/platform/database/statements.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { FakeClock } from '../support/clock.js';
import { aClient, anArrest, type Answered, aLetter, aPlaceId, aPrint } from '../support/factories.js';

/**
 * An application for the tests of a file, at an instant, and for each of them a clinic in which nothing has happened yet.
 * @param begin is handed both before each test
 */
export function eachInAClinic(now: string, begin: (clinic: Clinic, app: TestApplication) => unknown): void {
  let app: TestApplication;
  beforeAll(async () => {
    app = await TestApplication.start({ clock: new FakeClock(new Date(now)) });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await begin(await app.clinic(), app);
  });
}

/** The ledger of a clinic, oldest letter first. */
export const ledgerOf = (clinic: Clinic): Promise<PatternLetter[]> =>
  clinic.inWork((work) =>
    work.sql<PatternLetter>(
      `SELECT ${columnsOf(work.manager.connection.getMetadata(PatternLetter), 'p')} FROM pattern_letters p
       WHERE p.organization_id = $1 ORDER BY p.received_on, p.letter_id`,
      [clinic.id],
    ),
  );

/** Every row of the three tables, with their columns as the database calls them; ids are random and left out. */
export async function wholeLedgerOf(clinic: Clinic): Promise<Record<string, Record<string, unknown>[]>> {
  const order = {
    pattern_letters: 'letter_id',
    pattern_appointments: 'appointment_id',
    pattern_venues: 'observation_id',
  };
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const [table, source] of Object.entries(order)) {
    const rows = await clinic.inWork((work) =>
      work.sql<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(t) - 'id' AS row FROM ${table} t WHERE organization_id = $1 ORDER BY ${source}, to_jsonb(t)::text`,
        [clinic.id],
      ),
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}

/** The one row of a clinic that has logged one letter. */
export async function rowOf(clinic: Clinic): Promise<PatternLetter> {
  const rows = await ledgerOf(clinic);
  if (rows.length !== 1) throw new Error(`There are ${rows.length} rows.`);
  return rows[0]!;
}

/** Something posted by the attorney that must succeed. */
export async function post(clinic: Clinic, path: string, body: object): Promise<Answered> {
  const answer = await clinic.as.attorney.post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A change by the attorney that must succeed. */
export async function patch(clinic: Clinic, path: string, version: number, body: object): Promise<Answered> {
  const answer = await clinic.as.attorney.patch(path, version, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A whole page logged: arrest and print of 14 February 2018, letter of the 26th, appointment on 8 March. */
export const aPage = async (clinic: Clinic, parts: object = {}): Promise<Answered> =>
  post(clinic, '/api/intakes', {
    client: aClient({
      county: 'bronx',
      proceedings: 'not_in_proceedings',
      usCitizenOrLprSpouse: true,
      pendingRelief: ['adjustment'],
      convictions: 'none',
    }),
    arrest: anArrest({ precinct: '40', chargeCategory: 'theft' }),
    fingerprintEvent: aPrint({ hitType: 'ident_match' }),
    letter: aLetter({
      reportingPlaceId: await aPlaceId(clinic),
      reportAt: '2018-03-08T14:00:00Z',
      mentionsDetention: 'no',
      authorityCited: 'none',
    }),
    appointment: {},
    ...parts,
  });
