import { randomBytes } from 'node:crypto';
import type { Clinic } from '../support/application.js';
import { Place } from '../../src/places/place.entity.js';

/** A place of the organisation. */
export async function aPlace(clinic: Clinic, wanted: Partial<Place> = {}): Promise<string> {
  const [place] = await clinic.inWork((work) =>
    work.insert(Place, [
      { name: `Room ${randomBytes(3).toString('hex')}`, kind: 'ice_office', zone: 'America/New_York', ...wanted },
    ]),
  );
  return place!.id;
}

/** A case file with a place to be called to. */
export async function aCase(
  clinic: Clinic,
  person: object = {},
): Promise<{ clientId: string; code: string; placeId: string }> {
  const { body, status } = await clinic.as.attorney.post('/api/clients', { legalName: 'Test Person', ...person });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { clientId: body.id, code: body.code, placeId: await aPlace(clinic) };
}

/** An appointment of 8 March 2018, 10:00 in New York, unless said. */
export async function anAppointment(clinic: Clinic, of: { clientId: string; placeId: string }, wanted: object = {}) {
  const { body, status } = await clinic.as.attorney.post(`/api/clients/${of.clientId}/appointments`, {
    kind: 'call_in_letter',
    startsAt: '2018-03-08T15:00:00Z',
    placeId: of.placeId,
    ...wanted,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

/** Puts a user on the list of those who come along. */
export async function comesAlong(clinic: Clinic, appointmentId: string, userId: string, rsvp = 'yes') {
  const { body, status } = await clinic.as.attorney.post(`/api/appointments/${appointmentId}/accompaniments`, {
    userId,
    role: 'volunteer',
    rsvp,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body;
}

/** A letter of a case file, put there without the letters feature. */
export const aLetter = async (
  clinic: Clinic,
  clientId: string,
  receivedOn: string,
  precision = 'exact',
): Promise<string> =>
  clinic.inWork(async (work) => {
    const id = work.newId();
    await work.sql(
      `INSERT INTO letters (id, organization_id, client_id, version, created_at, created_by, updated_at, updated_by, received_on, received_on_precision, evidence_grade)
       VALUES ($1, $2, $3, 1, $4, $5, $4, $5, $6, $7, 'seen_original')`,
      [id, work.organizationId, clientId, work.now, work.actor.userId, receivedOn, precision],
    );
    return id;
  });

/** Status and code of a refusal, with the field where it names one. */
export const refusal = ({
  status,
  body,
}: {
  status: number;
  body: { code: string; errors?: { field: string; code: string }[] };
}) => (body.errors ? [status, body.errors[0]!.field, body.errors[0]!.code] : [status, body.code]);
