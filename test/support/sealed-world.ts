import { createHash, randomInt } from 'node:crypto';
import { getMetadataArgsStorage } from 'typeorm';
import { entities } from '../../src/entities.js';
import { type FieldInfo, fieldsOf } from '../../src/platform/http/field-catalogue.js';
import type { Clinic } from './application.js';
import {
  aClient,
  aCustodyEvent,
  aDrawnLook,
  aLegalDemand,
  aLetter,
  anAppointment,
  anArrest,
  aPicture,
  aPlaceId,
  aPrint,
} from './factories.js';

/** Where one sealed value stands, and what was written there. */
export interface SealedValue {
  table: string;
  column: string;
  field: string;
  rowId: string;
  /** Texts that must be found nowhere: what identifies, without blanks around it. */
  markers: string[];
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Every sealed field of every table, from the catalogue. */
export function sealedFields(): { table: string; field: FieldInfo }[] {
  return entities.flatMap((entity) => {
    const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity)!.name!;
    return [...fieldsOf(entity).values()].filter(({ sealed }) => sealed).map((field) => ({ table, field }));
  });
}

const word = () => `Zq${Array.from({ length: 12 }, () => String.fromCharCode(97 + randomInt(26))).join('')}`;
const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');
const phone = () => `+1718${randomInt(2, 10)}${digits(6)}`;

/** A value for a field, and what of it is looked for. A field of another form gets a line here. */
function marked({ name, kind }: FieldInfo): { value: unknown; markers: string[] } {
  const one = word();
  const number = phone();
  const found: Record<string, { value: unknown; markers: string[] }> = {
    // Of a year that nothing else in a test has; not the same twice, as other tests write to the same cluster.
    dateOfBirth: ((day) => ({ value: day, markers: [day] }))(
      `19${randomInt(10, 20)}-${randomInt(10, 13)}-${randomInt(10, 31)}`,
    ),
    email: { value: `${one.toLowerCase()}@example.org`, markers: [one.toLowerCase()] },
    aNumber: ((n) => ({ value: n, markers: [n] }))(`9${digits(8)}`),
    // The content is what its maker makes the document of.
    sha256: ((content) => ({
      value: content,
      markers: [createHash('sha256').update(aPicture(content)).digest('hex'), content],
    }))(word()),
    // What a shared word would stand for is a word of its own.
    aliases: { value: `${one} ${word()}`, markers: [one] },
  };
  if (found[name]) return found[name];
  if (/phone$/i.test(name)) return { value: number, markers: [number.slice(1)] };
  if (kind === 'parts') return { value: [{ name: one, phone: number }], markers: [one, number.slice(1)] };
  if (kind !== 'text') throw new Error(`No marker is made for the sealed field ${name}: add one.`);
  return { value: `${one} was written here`, markers: [one] };
}

type Body = Record<string, unknown>;

/** One row of each table that has sealed fields, all of them filled over HTTP with texts that stand nowhere else. */
export async function plantMarkers(clinic: Clinic): Promise<SealedValue[]> {
  const { as } = clinic;
  const planted: SealedValue[] = [];
  const makers: Record<string, (fields: Body) => Promise<string>> = {};
  const post = async (path: string, body: Body, who = as.attorney): Promise<string> => {
    const answer = await who.post(path, body);
    if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.id as string;
  };
  const { body: organization } = await as.administrator.get('/api/organization');
  await as.administrator.patch('/api/organization', organization.version as number, { collectsAddresses: true });
  const placeId = await aPlaceId(clinic);
  let clientId = '';
  let appointmentId = '';
  makers.clients = async (fields) =>
    (clientId = await post('/api/clients', aClient({ ...fields, aNumberState: 'has' })));
  const ofClient = (path: string, make: (fields: Body) => Body) => (fields: Body) =>
    post(`/api/clients/${clientId}/${path}`, make(fields));
  makers.arrests = ofClient('arrests', anArrest);
  makers.fingerprint_events = ofClient('fingerprint-events', aPrint);
  makers.letters = ofClient('letters', aLetter);
  makers.custody_events = ofClient('custody-events', aCustodyEvent);
  makers.appointments = async (fields) => {
    appointmentId = await post(
      `/api/clients/${clientId}/appointments`,
      anAppointment(placeId, { startsAt: '2018-03-01T14:00:00.000Z' }),
    );
    const answer = await as.attorney.post(`/api/appointments/${appointmentId}/outcome`, {
      outcome: 'unknown',
      ...fields,
    });
    if (answer.status >= 300) throw new Error(`outcome: ${answer.status} ${JSON.stringify(answer.body)}`);
    return appointmentId;
  };
  makers.accompaniments = async (fields) => {
    const other = await post(`/api/clients/${clientId}/appointments`, anAppointment(placeId));
    return post(`/api/appointments/${other}/accompaniments`, { role: 'volunteer', rsvp: 'yes', ...fields });
  };
  makers.documents = async ({ sha256, ...fields }) => {
    const answer = await as.attorney.upload(
      `/api/clients/${clientId}/documents`,
      { kind: 'letter_scan', ...(fields as Record<string, string>) },
      aPicture(sha256 as string),
    );
    if (answer.status !== 201) throw new Error(`document: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.id as string;
  };
  makers.break_glass_grants = async (fields) => {
    const walled = await post('/api/clients', aClient());
    await as.attorney.patch(`/api/clients/${walled}`, 1, { restricted: true, allowedUserIds: [as.attorney.userId] });
    return post(
      `/api/clients/${walled}/break-glass`,
      { purpose: 'other', ...fields },
      await clinic.another('attorney'),
    );
  };
  makers.access_reviews = async (fields) => {
    const id = await aDrawnLook(clinic, clientId);
    const answer = await as.supervisor.post(`/api/access-reviews/${id}/question`, fields);
    if (answer.status !== 200) throw new Error(`question: ${answer.status} ${JSON.stringify(answer.body)}`);
    return id;
  };
  const another = async (close: boolean): Promise<string> => {
    const id = await post('/api/clients', aClient());
    if (close) await as.attorney.post(`/api/clients/${id}/close`, { closingReason: 'other' });
    return id;
  };
  makers.legal_holds = async (fields) => post('/api/retention/holds', { clientId: await another(false), ...fields });
  makers.retention_reviews = async (fields) =>
    post(`/api/retention/reviews/${await another(true)}/keep`, { nextReviewOn: '2018-04-01', ...fields });
  makers.legal_demands = async (fields) => post('/api/legal-demands', aLegalDemand(fields), as.supervisor);
  const order = ['clients', 'arrests', 'fingerprint_events', 'letters', 'appointments'];
  const tables = [...new Set([...order, ...sealedFields().map(({ table }) => table)])];
  for (const table of tables) {
    const maker = makers[table];
    if (!maker) throw new Error(`No row of ${table} is made, which has sealed fields: add a maker.`);
    const fields = sealedFields().filter((one) => one.table === table);
    const made = fields.map(({ field }) => ({ field, ...marked(field) }));
    const rowId = await maker(Object.fromEntries(made.map(({ field, value }) => [field.name, value])));
    for (const { field, markers } of made)
      planted.push({ table, column: snake(field.name), field: field.name, rowId, markers });
  }
  return planted;
}
