import type { INestApplicationContext } from '@nestjs/common';
import { AppointmentDayService } from '../../src/appointments/appointment-day.service.js';
import { AppointmentsService } from '../../src/appointments/appointments.service.js';
import { type Role, permissionsOf } from '../../src/auth/permissions.js';
import { hashPassword } from '../../src/auth/secrets.js';
import { User } from '../../src/auth/user.entity.js';
import { CustodyService } from '../../src/custody/custody.service.js';
import { IntakeService } from '../../src/intake/intake.service.js';
import { Organization } from '../../src/organizations/organization.entity.js';
import { OrganizationsService } from '../../src/organizations/organizations.service.js';
import type { Work } from '../../src/platform/database/work.js';
import { Works } from '../../src/platform/database/works.js';
import { StartupError } from '../../src/platform/startup-error.js';
import { type DemoCase, demoCases, type Lists } from './cases.js';

const name = 'Demonstration Clinic';
const password = 'demonstration only';
const staff: [Role, string][] = [
  ['administrator', 'Demo Administrator'],
  ['supervisor', 'Demo Supervisor'],
  ['attorney', 'Demo Attorney'],
  ['advocate', 'Demo Advocate'],
  ['accompanier', 'Demo Accompanier'],
  ['auditor', 'Demo Auditor'],
];
const emailOf = (role: Role) => `${role}@demo.example`;

/**
 * Loads the invented cases into an organisation of their own, through the services that the API uses; once.
 * @returns lines that say who can sign in
 * @throws StartupError when the database holds anything else, which must not be mixed with inventions
 */
export async function loadDemonstration(app: INestApplicationContext): Promise<string[]> {
  const works = app.get(Works);
  const ids = await works.organizationIds();
  const names = await Promise.all(
    ids.map((id) => works.run(id, async (work) => (await work.manager.findOneByOrFail(Organization, { id })).name)),
  );
  if (names.some((other) => other !== name)) {
    throw new StartupError(
      'This database holds data of its own, and demonstration data is not mixed with it. Give the demonstration a folder of its own: DATA_DIR=./data-demo npm run demo',
    );
  }
  if (ids.length === 0) await load(app);
  return [
    `Invented demonstration data of "${name}". Sign in with the password "${password}" as:`,
    ...staff.map(([role]) => `  ${emailOf(role)}`),
  ];
}

async function load(app: INestApplicationContext): Promise<void> {
  const passwordHash = await hashPassword(password);
  await app.get(OrganizationsService).create({ name, codePrefix: 'DM' }, async (work) => {
    const users = await work.insert(
      User,
      staff.map(([role, displayName]) => ({
        displayName,
        email: emailOf(role),
        role,
        state: 'active' as const,
        passwordHash,
        failedSignIns: 0,
        ...(role === 'attorney' ? { phone: '+17185550100' } : {}),
      })),
    );
    const idOf = (role: Role) => users.find((user) => user.role === role)!.id;
    const attorney = actingAs(work, idOf('attorney'), 'attorney');
    const lists = await listsOf(work, idOf('attorney'), idOf('accompanier'));
    for (const one of demoCases(lists)) await enter(app, attorney, lists, one);
    await upcoming(app, attorney, lists);
  });
}

/** The same work, done by one of the invented people. */
function actingAs(work: Work, userId: string, role: Role): Work {
  const actor = { userId, role, permissions: permissionsOf[role] };
  return Object.create(work, { actor: { value: actor, enumerable: true } }) as Work;
}

async function listsOf(work: Work, attorney: string, accompanier: string): Promise<Lists> {
  const id = async (table: string, key: string) => {
    const [row] = await work.sql<{ id: string }>(
      `SELECT id FROM ${table} WHERE organization_id = $1 AND reference_key = $2`,
      [work.organizationId, key],
    );
    return row!.id;
  };
  return {
    varick: await id('places', 'ny_ice_201_varick'),
    federalPlaza: await id('places', 'ny_ice_26_federal_plaza'),
    officeVarick: await id('offices', 'ny_ero_varick'),
    hudson: await id('facilities', 'nj_hudson'),
    bergen: await id('facilities', 'nj_bergen'),
    attorney,
    accompanier,
  };
}

async function enter(
  app: INestApplicationContext,
  work: Work,
  lists: Lists,
  { page, outcome, custody = [] }: DemoCase,
): Promise<void> {
  const { client, appointment } = await app.get(IntakeService).create(work, page);
  if (outcome && appointment) await app.get(AppointmentDayService).outcome(work, appointment.id, undefined, outcome);
  for (const { facility, ...event } of custody) {
    await app
      .get(CustodyService)
      .create(work, client.id, { ...event, ...(facility ? { facilityId: lists[facility] } : {}) } as never);
  }
}

/** Two check-ins of the coming days, so that the demonstration has a today. */
async function upcoming(app: INestApplicationContext, work: Work, lists: Lists): Promise<void> {
  const clients = await work.sql<{ client_id: string }>(
    `SELECT client_id FROM appointments WHERE organization_id = $1 AND outcome IN ('placed_osup', 'did_not_attend_advised') ORDER BY id`,
    [work.organizationId],
  );
  const inDays = (days: number) =>
    `${new Date(work.now.getTime() + days * 86_400_000).toISOString().slice(0, 10)}T15:00:00Z`;
  for (const [at, { client_id: clientId }] of clients.entries()) {
    await app.get(AppointmentsService).create(work, clientId, {
      kind: 'osup_check_in',
      startsAt: inDays(1 + at * 3),
      placeId: lists.federalPlaza,
    } as never);
  }
}
