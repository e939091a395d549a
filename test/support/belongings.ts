import { randomBytes } from 'node:crypto';
import { Passkey } from '../../src/auth/passkeys/passkey.entity.js';
import type { Role } from '../../src/auth/permissions.js';
import { notify } from '../../src/platform/channels/in-app.channel.js';
import { PatternAlert } from '../../src/patterns/news/pattern-alert.entity.js';
import type { Caller, Clinic } from './application.js';
import {
  aClient,
  aCustodyEvent,
  aLegalDemand,
  aLetter,
  anAppointment,
  anArrest,
  aPicture,
  aPlaceId,
  aPrint,
  type Answered,
} from './factories.js';

/** Ids of one case file with a record of each kind. */
export interface CaseIds {
  client: string;
  code: string;
  arrest: string;
  print: string;
  letter: string;
  appointment: string;
  /** The line of the first who comes along. */
  accompaniment: string;
  custodyEvent: string;
  reminder: string;
  document: string;
  packet: string;
}

/** What an organisation has besides case files. */
export interface OfficeIds {
  place: string;
  office: string;
  facility: string;
  venue: string;
  user: string;
  userSession: string;
  release: string;
  alert: string;
  /** A proposal of the supervisor to purge a case of its own, and a hold on another. */
  purge: string;
  hold: string;
  demand: string;
}

/** What one user has. */
export interface OwnIds {
  notice: string;
  session: string;
  passkey: string;
}

async function made(who: Caller, path: string, body: object): Promise<Answered> {
  const { status, body: answer } = await who.post(path, body);
  if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(answer)}`);
  return answer;
}

/** The same case in every organisation: equal names, numbers and dates, so that only ids tell them apart. */
export async function sameCase(clinic: Clinic, who: Caller, companions: Caller[]): Promise<CaseIds> {
  const client = await made(who, '/api/clients', {
    legalName: 'Same Person',
    phone: '+17185550199',
    aNumber: '087654321',
    county: 'bronx',
    convictions: 'none',
    proceedings: 'in_proceedings',
    consents: [{ kind: 'record_keeping', givenOn: '2018-02-28' }],
  });
  const at = `/api/clients/${client.id}`;
  const arrest = await made(who, `${at}/arrests`, anArrest());
  const print = await made(who, `${at}/fingerprint-events`, aPrint({ arrestId: arrest.id }));
  const letter = await made(who, `${at}/letters`, aLetter());
  const appointment = await made(
    who,
    `${at}/appointments`,
    anAppointment(await aPlaceId(clinic), { letterId: letter.id }),
  );
  const lines: Answered[] = [];
  for (const { userId } of companions)
    lines.push(await made(who, `/api/appointments/${appointment.id}/accompaniments`, { userId }));
  const custodyEvent = await made(who, `${at}/custody-events`, aCustodyEvent());
  const reminder = await made(who, `${at}/reminders`, { kind: 'filing_deadline', dueAt: '2018-03-05T15:00:00Z' });
  const { body: document } = await who.upload(`${at}/documents`, { kind: 'g28', title: 'Same form' }, aPicture());
  const packet = await made(who, '/api/packets', { clientId: client.id });
  return {
    client: client.id,
    code: client.code,
    arrest: arrest.id,
    print: print.id,
    letter: letter.id,
    appointment: appointment.id,
    accompaniment: lines[0]?.id ?? appointment.id,
    custodyEvent: custodyEvent.id,
    reminder: reminder.id,
    document: document.id,
    packet: packet.id,
  };
}

/** Shuts everybody out of a case but one. */
export async function wallOff(who: Caller, client: string): Promise<void> {
  const { status, body } = await who.patch(`/api/clients/${client}`, 1, {
    restricted: true,
    allowedUserIds: [who.userId],
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

/** Something new in the figures that nobody acknowledged yet, and the mark of a ledger made. */
async function anAlert(clinic: Clinic): Promise<string> {
  return clinic.inWork(async (work) => {
    await work.execute(
      `INSERT INTO pattern_ledger_states (organization_id, definition) VALUES ($1, '') ON CONFLICT DO NOTHING`,
      [work.organizationId],
    );
    const [alert] = await work.insert(PatternAlert, [
      {
        week: '2018-02-26',
        by: 'all',
        key: work.newId(),
        n: 7,
        past: [1, 1, 1, 3, 3, 1, 2],
        bound: 3.3,
        method: 'C1',
        adjustedChance: 0.01,
        series: 1,
      },
    ]);
    return alert!.id;
  });
}

export async function officeOf(clinic: Clinic): Promise<OfficeIds> {
  const place = await aPlaceId(clinic);
  const venue = await made(clinic.as.attorney, '/api/venue-observations', {
    observedOn: '2018-02-28',
    placeId: place,
    attorneysSeen: 4,
  });
  const user = (await clinic.another('advocate')).userId;
  const release = await made(clinic.as.supervisor, '/api/patterns/releases', {
    report: 'lag',
    reason: 'So that there is one to be found.',
  });
  return {
    place,
    office: await aPlaceId(clinic, 'New York', 'offices'),
    facility: await aPlaceId(clinic, 'Hudson', 'facilities'),
    venue: venue.id,
    user,
    userSession: await sessionOf(clinic, user),
    release: release.id,
    alert: await anAlert(clinic),
    purge: await aProposal(clinic),
    hold: await aHold(clinic),
    demand: (await made(clinic.as.supervisor, '/api/legal-demands', aLegalDemand())).id,
  };
}

async function aProposal({ as }: Clinic): Promise<string> {
  const { id: clientId } = await made(as.supervisor, '/api/clients', aClient());
  await as.supervisor.post(`/api/clients/${clientId}/close`, { closingReason: 'other' });
  return (await made(as.supervisor, '/api/retention/purges', { clientId, reason: 'other' })).id;
}

async function aHold({ as }: Clinic): Promise<string> {
  const { id: clientId } = await made(as.supervisor, '/api/clients', aClient());
  return (await made(as.supervisor, '/api/retention/holds', { clientId, reason: 'So that there is one.' })).id;
}

export async function ownOf(clinic: Clinic, { userId }: Caller): Promise<OwnIds> {
  const id = await clinic.inWork(async (work) => {
    const notice = work.newId();
    const about = { kind: 'other', subjectType: 'user', subjectId: userId, clientId: null };
    await notify(work, [{ id: notice, userId, about }]);
    return notice;
  });
  return { notice: id, session: await sessionOf(clinic, userId), passkey: await aPasskey(clinic, userId) };
}

export async function ownOfEach(clinic: Clinic): Promise<Record<Role, OwnIds>> {
  const found = {} as Record<Role, OwnIds>;
  for (const [role, caller] of Object.entries(clinic.as) as [Role, Caller][]) found[role] = await ownOf(clinic, caller);
  return found;
}

/** A passkey that nothing can sign with. */
async function aPasskey(clinic: Clinic, userId: string): Promise<string> {
  const [row] = await clinic.inWork((work) =>
    work.insert(Passkey, [
      { userId, label: 'Phone', credentialId: randomBytes(32), publicKey: randomBytes(77), counter: 0, transports: [] },
    ]),
  );
  return row!.id;
}

async function sessionOf(clinic: Clinic, userId: string): Promise<string> {
  const [row] = await clinic.inWork((work) =>
    work.sql<{ id: string }>("SELECT id FROM sessions WHERE organization_id = $1 AND user_id = $2 AND kind = 'token'", [
      work.organizationId,
      userId,
    ]),
  );
  return row!.id;
}
