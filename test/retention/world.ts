import type { Caller, Clinic } from '../support/application.js';
import { aCase, type Answered, type CaseWanted } from '../support/factories.js';

/** A case file that is closed, with the records wanted. */
export async function aClosedCase(
  clinic: Clinic,
  { reviewOn, ...wanted }: CaseWanted & { reviewOn?: string } = {},
): Promise<Awaited<ReturnType<typeof aCase>>> {
  const made = await aCase(clinic, wanted);
  const closing = { closingReason: 'advice_given', ...(reviewOn ? { reviewOn } : {}) };
  await must(clinic.as.attorney.post(`/api/clients/${made.client.id}/close`, closing), 200);
  return made;
}

/** What was answered, which must have this status. */
export async function must(asked: Promise<{ status: number; body: Answered }>, status: number): Promise<Answered> {
  const { status: got, body } = await asked;
  if (got !== status) throw new Error(`${got} in place of ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Proposed by the attorney. */
export const propose = (clinic: Clinic, clientId: string, more: object = {}, who: Caller = clinic.as.attorney) =>
  who.post('/api/retention/purges', { clientId, reason: 'no_longer_needed', ...more });

/** Proposed by the attorney, agreed to by the supervisor. @returns the certificate */
export async function purge(clinic: Clinic, clientId: string, more: object = {}): Promise<Answered> {
  const { id } = await must(propose(clinic, clientId, more), 201);
  return must(clinic.as.supervisor.post(`/api/retention/purges/${id}/approval`), 200);
}
