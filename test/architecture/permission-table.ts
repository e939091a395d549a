import { type Role, roles } from '../../src/auth/permissions.js';
import type { CaseIds, OfficeIds, OwnIds } from '../support/belongings.js';
import { aCustodyEvent, aLegalDemand, aLetter, anAppointment, anArrest, aPrint } from '../support/factories.js';

/** What a body may name. */
export type Ids = CaseIds & OfficeIds & OwnIds & { grant: string; twin: string; report: string };

export interface Row {
  /** Who may use the route at all; everybody else is answered 403. */
  who: readonly Role[];
  /** Ids in the address, in their order: of a case, of the organisation, or of the one who asks. */
  of: readonly (keyof Ids)[];
  /** Answer for what is one's own, with bodies and versions that fit. */
  own: number | Partial<Record<Role, number>>;
  body?: (ids: Ids) => object;
  /** Answer for a case behind a wall, where that is not 404. */
  walled?: number;
  /** Shows ids and codes of walled cases on purpose: to those who look after access. */
  namesWalled?: true;
}

const files: Role[] = ['supervisor', 'attorney', 'advocate'];
const lead: Role[] = ['supervisor', 'attorney'];
const day: Role[] = [...files, 'accompanier'];
const supervisor: Role[] = ['supervisor'];
const administrator: Role[] = ['administrator'];
const directory: Role[] = [...files, 'administrator'];
const lists: Role[] = [...lead, 'administrator'];
const plan: Role[] = ['supervisor', 'administrator'];
const auditor: Role[] = ['auditor'];

const row = (
  who: readonly Role[],
  of: Row['of'] | keyof Ids,
  own: Row['own'],
  body?: Row['body'] | object,
  more: Pick<Row, 'walled' | 'namesWalled'> = {},
): Row => ({
  who,
  of: typeof of === 'string' ? [of] : of,
  own,
  ...(body ? { body: typeof body === 'function' ? (body as NonNullable<Row['body']>) : () => body } : {}),
  ...more,
});

const user = (email: string) => ({ displayName: 'New', email, role: 'advocate' });
const why = { purpose: 'person_detained', reason: 'Held since noon, nobody else is here.' };
const keep = { reason: 'Still needed.', nextReviewOn: '2019-03-01' };
const soon = '2018-03-05T15:00:00Z';
const seen = ({ place }: Ids) => ({ observedOn: '2018-02-28', placeId: place });
const password = { currentPassword: 'not the one it is', newPassword: 'a long enough password' };

/** Routes without a sign-in; every new one needs a reason at the route and a line here. */
export const open = [
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
  'GET /calendar/:file',
  'POST /auth/login',
  'POST /auth/login/passkey',
  'POST /auth/login/passkey/question',
  'POST /auth/setup',
  'POST /auth/use-link',
  'POST /webhooks/gateway/messages',
  'POST /webhooks/gateway/receipts/:organizationId/:reminderId',
  'POST /webhooks/twilio/messages',
  'POST /webhooks/twilio/receipts/:organizationId/:reminderId',
];

/**
 * Every route that needs a sign-in: who may use it, and what is answered for one's own. Where that is no success, the
 * rules of the route itself had the word: past the permission, past the wall.
 */
export const table: Record<string, Row> = {
  'GET /audit-events': row(auditor, [], 200, undefined, { namesWalled: true }),

  'GET /audit-events/seals': row(auditor, [], 200),
  'GET /audit-events/export': row(auditor, [], 422),

  'POST /auth/logout': row(roles, [], 204),
  'GET /auth/me': row(roles, [], 200),
  'PATCH /auth/me': row(roles, [], 200, { language: 'es' }),
  'POST /auth/password': row(roles, [], 422, password),
  'POST /auth/totp': row(roles, [], 200),
  'POST /auth/totp/confirm': row(roles, [], 409, { code: '123456' }),
  'POST /auth/step-up': row(roles, [], 422, {}),
  'DELETE /auth/totp': row(roles, [], 404),
  'POST /auth/step-up/question': row(roles, [], 200),
  'POST /auth/passkeys/question': row(roles, [], 200),
  'POST /auth/passkeys': row(roles, [], 422, { label: 'Phone' }),
  'GET /auth/passkeys': row(roles, [], 200),
  'PATCH /auth/passkeys/:id': row(roles, 'passkey', 200, { label: 'Old phone' }),
  'DELETE /auth/passkeys/:id': row(roles, 'passkey', 204),
  'POST /auth/recovery-codes': row(roles, [], 200),
  'GET /auth/sessions': row(roles, [], 200),
  'DELETE /auth/sessions': row(roles, [], 204),
  'DELETE /auth/sessions/:id': row(roles, 'session', 204),

  'POST /users': row(administrator, [], 201, user('new-colleague@example.org')),
  'GET /users': row(directory, [], 200),
  'GET /users/:id': row(directory, 'user', 200),
  'PATCH /users/:id': row(administrator, 'user', 200, { displayName: 'Other' }),
  'POST /users/:id/reset-password': row(administrator, 'user', 200),
  'POST /users/:id/reset-second-factor': row(administrator, 'user', 204),
  'GET /users/:userId/sessions': row(administrator, 'user', 200),
  'DELETE /users/:userId/sessions': row(administrator, 'user', 204),
  'DELETE /users/:userId/sessions/:id': row(administrator, ['user', 'userSession'], 204),
  'POST /tokens': row(directory, [], 201, { name: 'program' }),
  'GET /tokens': row(directory, [], 200),
  'DELETE /tokens/:id': row(directory, 'session', 204),
  'GET /organization': row(roles, [], 200),
  'PATCH /organization': row(administrator, [], 200, { name: 'New Name' }),
  'GET /keys/status': row(administrator, [], 200),
  'GET /roles': row(roles, [], 200),
  'POST /organization/lockdown': row(administrator, [], 200),
  'DELETE /organization/lockdown': row(administrator, [], 409),

  'GET /places': row(roles, [], 200),
  'POST /places': row(lists, [], 201, { name: 'New', kind: 'court', zone: 'America/New_York' }),
  'GET /places/:id': row(roles, 'place', 200),
  'PATCH /places/:id': row(lists, 'place', 200, { name: 'Other' }),
  'GET /offices': row(roles, [], 200),
  'POST /offices': row(lists, [], 201, { name: 'New', agency: 'ice_ero' }),
  'GET /offices/:id': row(roles, 'office', 200),
  'PATCH /offices/:id': row(lists, 'office', 200, { name: 'Other' }),
  'GET /facilities': row(roles, [], 200),
  'POST /facilities': row(lists, [], 201, { name: 'New' }),
  'GET /facilities/:id': row(roles, 'facility', 200),
  'PATCH /facilities/:id': row(lists, 'facility', 200, { name: 'Other' }),

  'GET /clients': row(files, [], 200),
  'POST /clients': row(files, [], 201, { legalName: 'New Person' }),
  'GET /clients/:id': row(files, 'client', 200),
  'PATCH /clients/:id': row(files, 'client', 200, { county: 'kings' }),
  'GET /clients/:id/duplicates': row(files, 'client', 200),
  'POST /clients/:id/merge': row(lead, 'twin', 200, ({ client }: Ids) => ({ otherClientId: client })),
  'POST /clients/:id/close': row(lead, 'client', 200, { closingReason: 'advice_given' }),
  'POST /clients/:id/reopen': row(lead, 'client', 409),
  'GET /clients/:id/file': row(files, 'client', 200),
  'GET /clients/:id/timeline': row(files, 'client', 200),
  'GET /clients/:id/holdings': row(files, 'client', 200),
  'GET /clients/:id/access': row(supervisor, 'client', 200),
  'GET /clients/:id/summary': row(day, 'client', 200),
  'GET /clients/:id/summary.pdf': row(day, 'client', 200),
  'GET /clients/:clientId/packets': row(files, 'client', 200),
  'POST /packets': row(files, [], 201, ({ client }: Ids) => ({ clientId: client, audience: 'accompanier' })),
  'GET /packets/:id': row(files, 'packet', 200),
  'PATCH /packets/:id': row(files, 'packet', { supervisor: 200, attorney: 200, advocate: 403 }, { state: 'approved' }),
  'POST /intakes': row(files, [], 201, ({ client }: Ids) => ({ clientId: client, arrest: anArrest() })),

  'POST /clients/:id/break-glass': row(lead, 'client', 409, why, { walled: 201, namesWalled: true }),
  'GET /access-reviews': row(['supervisor', 'auditor'], [], 200, undefined, { namesWalled: true }),
  'POST /access-reviews/:id/confirm': row(supervisor, 'client', 404, {}),
  'POST /access-reviews/:id/question': row(supervisor, 'client', 404, { note: 'Why?' }),
  'GET /break-glass': row(['supervisor', 'auditor'], [], 200, undefined, { namesWalled: true }),
  'POST /break-glass/:id/review': row(supervisor, 'grant', 200, { finding: 'justified' }, { namesWalled: true }),
  'POST /break-glass/:id/end': row(lead, 'grant', { supervisor: 200, attorney: 404 }, {}, { namesWalled: true }),

  'GET /clients/:clientId/arrests': row(files, 'client', 200),
  'POST /clients/:clientId/arrests': row(files, 'client', 201, anArrest()),
  'GET /arrests/:id': row(files, 'arrest', 200),
  'PATCH /arrests/:id': row(files, 'arrest', 200, { precinct: '44' }),
  'DELETE /arrests/:id': row(lead, 'arrest', 409),
  'GET /clients/:clientId/fingerprint-events': row(files, 'client', 200),
  'POST /clients/:clientId/fingerprint-events': row(files, 'client', 201, ({ arrest }: Ids) =>
    aPrint({ arrestId: arrest }),
  ),
  'GET /fingerprint-events/:id': row(files, 'print', 200),
  'PATCH /fingerprint-events/:id': row(files, 'print', 200, ({ arrest }: Ids) => ({ arrestId: arrest, method: 'ink' })),
  'DELETE /fingerprint-events/:id': row(lead, 'print', 204),
  'GET /clients/:clientId/letters': row(files, 'client', 200),
  'POST /clients/:clientId/letters': row(files, 'client', 201, ({ print, office, place }: Ids) =>
    aLetter({ fingerprintEventId: print, issuingOfficeId: office, reportingPlaceId: place }),
  ),
  'GET /letters/:id': row(files, 'letter', 200),
  'PATCH /letters/:id': row(files, 'letter', 200, { decision: 'attend_with_counsel' }),
  'DELETE /letters/:id': row(lead, 'letter', 409),
  'GET /clients/:clientId/custody-events': row(files, 'client', 200),
  'POST /clients/:clientId/custody-events': row(files, 'client', 201, ({ facility }: Ids) =>
    aCustodyEvent({ facilityId: facility }),
  ),
  'GET /custody-events/:id': row(files, 'custodyEvent', 200),
  'PATCH /custody-events/:id': row(files, 'custodyEvent', 200, ({ facility }: Ids) => ({ facilityId: facility })),
  'DELETE /custody-events/:id': row(lead, 'custodyEvent', 204),

  'GET /clients/:clientId/documents': row(files, 'client', 200),
  // Past the wall: the row has no file to send.
  'POST /clients/:clientId/documents': row(files, 'client', 422, { kind: 'other' }),
  'GET /documents/:id': row(files, 'document', 200),
  'GET /documents/:id/content': row(files, 'document', 200),
  'PATCH /documents/:id': row(files, 'document', 200, { title: 'Other' }),
  'DELETE /documents/:id': row(lead, 'document', 204),

  'GET /clients/:clientId/appointments': row(files, 'client', 200),
  'POST /clients/:clientId/appointments': row(files, 'client', 201, ({ place, letter }: Ids) =>
    anAppointment(place, { letterId: letter }),
  ),
  'GET /calendar': row(day, [], 200),
  'POST /calendar': row(day, [], 201),
  'DELETE /calendar': row(day, [], 204),
  'GET /today': row(roles, [], 200),
  'GET /appointments': row(day, [], 200),
  'GET /appointments/:id': row(day, 'appointment', 200),
  'PATCH /appointments/:id': row(files, 'appointment', 200, ({ place, letter }: Ids) => ({
    placeId: place,
    letterId: letter,
    room: '9',
  })),
  'DELETE /appointments/:id': row(lead, 'appointment', 204),
  'POST /appointments/:id/live': row(day, 'appointment', 200, { event: 'arrived' }),
  'POST /appointments/:id/outcome': row(day, 'appointment', 200, ({ place }: Ids) => ({
    outcome: 'did_not_attend_other',
    nextAppointment: { kind: 'other', startsAt: '2018-04-01T15:00:00Z', placeId: place },
  })),
  'GET /appointments/:id/overdue': row(day, 'appointment', 200),
  'POST /appointments/:id/overdue/acknowledge': row(day, 'appointment', 409),
  'GET /appointments/:id/custody-draft': row(files, 'appointment', 409),
  'POST /appointments/:id/accompaniments': row(files, 'appointment', 201, ({ user: userId }: Ids) => ({ userId })),
  'PATCH /accompaniments/:id': row(day, 'accompaniment', 200, { rsvp: 'yes' }),
  'DELETE /accompaniments/:id': row(files, 'accompaniment', 204),
  'GET /venue-observations': row(day, [], 200),
  'POST /venue-observations': row(day, [], 201, seen),
  'GET /venue-observations/:id': row(day, 'venue', 200),
  'PATCH /venue-observations/:id': row(
    day,
    'venue',
    { supervisor: 200, attorney: 200, advocate: 200, accompanier: 403 },
    seen,
  ),
  'DELETE /venue-observations/:id': row(day, 'venue', {
    supervisor: 204,
    attorney: 204,
    advocate: 204,
    accompanier: 403,
  }),

  'GET /reminders': row(files, [], 200),
  'GET /reminders/status': row(files, [], 200),
  'GET /reminders/:id': row(files, 'reminder', 200),
  'PATCH /reminders/:id': row(files, 'reminder', 200, { dueAt: soon }),
  'DELETE /reminders/:id': row(files, 'reminder', 204),
  'GET /reminders/:id/preview': row(files, 'reminder', 200),
  'POST /reminders/:id/cancel': row(files, 'reminder', 200),
  'POST /reminders/:id/retry': row(files, 'reminder', 409),
  'POST /reminders/:id/acknowledge': row(files, 'reminder', 409),
  'GET /clients/:clientId/reminders': row(files, 'client', 200),
  'POST /clients/:clientId/reminders': row(files, 'client', 201, ({ user: recipientId }: Ids) => ({
    kind: 'filing_deadline',
    dueAt: soon,
    recipientId,
  })),
  'GET /reminder-plan': row(plan, [], 200),
  'GET /reminder-plan/words': row(plan, [], 422),
  'PUT /reminder-plan': row(plan, [], 412, { rules: [] }),
  'GET /reminder-wordings': row(plan, [], 200),
  'POST /reminder-wordings/preview': row(plan, [], 200, { kind: 'court_date', language: 'en' }),
  'PUT /reminder-wordings': row(plan, [], 412, { kind: 'court_date', language: 'en' }),
  'GET /changes': row(roles, [], 406),
  'GET /notices': row(roles, [], 200),
  'POST /notices/:id/read': row(roles, 'notice', 200),

  'GET /retention/policy': row(lead, [], 200),
  'PUT /retention/policy': row(supervisor, [], 412, { shortMonths: 1, standardMonths: 1, extendedMonths: 1 }),
  'GET /retention/reviews': row(lead, [], 200),
  'GET /retention/reviews/:clientId': row(lead, 'client', 200),
  'POST /retention/reviews/:clientId/keep': row(lead, 'client', 409, keep),
  'POST /retention/purges': row(lead, [], 409, ({ client }: Ids) => ({ clientId: client, reason: 'other' })),
  'POST /retention/purges/:id/approval': row(lead, 'purge', { supervisor: 403, attorney: 200 }),
  'POST /retention/purges/:id/withdrawal': row(lead, 'purge', 200),
  'GET /retention/purges': row([...lead, 'auditor'], [], 200),
  'GET /retention/purges/:id': row([...lead, 'auditor'], 'purge', { supervisor: 200, attorney: 200, auditor: 404 }),
  'GET /retention/purges/:id/certificate.pdf': row([...lead, 'auditor'], 'purge', {
    supervisor: 409,
    attorney: 409,
    auditor: 404,
  }),
  'POST /retention/holds': row(lead, [], 201, ({ client }: Ids) => ({ clientId: client, reason: 'A court may ask.' })),
  'GET /retention/holds': row(lead, [], 200),
  'POST /retention/holds/:id/lift': row(supervisor, 'hold', 200),

  'POST /legal-demands': row(plan, [], 201, aLegalDemand()),
  'GET /legal-demands': row([...lead, 'administrator', 'auditor'], [], 200),
  'GET /legal-demands/:id': row([...lead, 'administrator', 'auditor'], 'demand', 200),
  'PATCH /legal-demands/:id': row(plan, 'demand', 200, { response: 'refused' }),
  'POST /legal-demands/:id/holds': row(lead, 'demand', 200, ({ client }: Ids) => ({
    clientIds: [client],
    reason: 'A court may ask.',
  })),

  'GET /patterns/overview': row(files, [], 200),
  'GET /patterns/lag': row(files, [], 200),
  'GET /patterns/book.pdf': row(files, [], 200),
  'GET /patterns/:report.svg': row(files, 'report', 200),
  'POST /patterns/releases/preview': row(supervisor, [], 200, { report: 'lag' }),
  'POST /patterns/releases': row(supervisor, [], 201, { report: 'lag', reason: 'For the yearly report.' }),
  'POST /patterns/releases/:id/approval': row(lead, 'release', 409),
  'GET /patterns/releases': row([...files, 'auditor'], [], 200),
  'GET /patterns/releases/:id': row([...files, 'auditor'], 'release', 200),
  'GET /patterns/releases/:id/document': row([...files, 'auditor'], 'release', 200),
  'GET /patterns/new': row(files, [], 200),
  'GET /patterns/alerts': row(files, [], 200),
  'POST /patterns/alerts/:id/acknowledge': row(supervisor, 'alert', 200, { note: 'The same office as before.' }),
  'GET /patterns/book.xlsx': row(files, [], 200),
  'GET /patterns/:report': row(files, 'report', 200),
};
