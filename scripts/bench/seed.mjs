/** 100,000 case files with 120,000 letters, written in bulk but sealed and indexed as the program itself does. */
import { randomInt, randomUUID } from 'node:crypto';
import pg from 'pg';
import { makeDataKey } from '../../dist/src/platform/crypto/key-ring.js';
import { sealFields } from '../../dist/src/platform/crypto/sealed-fields.js';
import { newId } from '../../dist/src/platform/database/ids.js';
import { ClientFileFields } from '../../dist/src/clients/client.fields.js';
import { identityOf } from '../../dist/src/clients/person-index.js';
import { newCodeEndings } from '../../dist/src/clients/case-code.js';
import { bulk } from './bulk.mjs';

const first = [
  'Maria',
  'Jose',
  'Ana',
  'Luis',
  'Rosa',
  'Carlos',
  'Fatou',
  'Amadou',
  'Wei',
  'Rahim',
  'Olga',
  'Marie',
  'Jean',
  'Ahmed',
  'Nadia',
  'Pedro',
];
const syllables = [
  'ba',
  'lo',
  'mi',
  'ra',
  'te',
  'ka',
  'no',
  'su',
  'di',
  'fe',
  'gu',
  'za',
  'pe',
  'xo',
  'vi',
  'tu',
  'ch',
  'll',
  'rr',
  'an',
  'en',
  'or',
];
const counties = ['bronx', 'kings', 'new_york', 'queens', 'richmond'];
const levels = ['misdemeanor_a', 'misdemeanor_b', 'violation', 'misdemeanor_unclassified', 'felony_e'];
const pick = (list) => list[randomInt(list.length)];
const surname = () =>
  Array.from({ length: 3 }, () => pick(syllables)).join('') +
  ' ' +
  Array.from({ length: 3 }, () => pick(syllables)).join('');
const day = (at) => new Date(at).toISOString().slice(0, 10);
const batchSize = 2000;

/** @returns ids of the clients */
export async function seed({
  appUrl,
  ownerUrl,
  organizationId,
  userId,
  keys,
  dataSource,
  clients,
  letters,
  places,
  offices,
  log,
}) {
  const { client, insert } = await bulk({ appUrl, organizationId, dataSource });
  const now = new Date();
  const stamp = { organizationId, version: 1, createdAt: now, createdBy: userId, updatedAt: now, updatedBy: userId };
  const codes = new Set();
  const ids = [];
  const extra = letters - clients;
  for (let at = 0; at < clients; at += batchSize) {
    const batch = { Client: [], ClientKey: [], Arrest: [], FingerprintEvent: [], Letter: [], Appointment: [] };
    const tokens = [];
    for (let n = at; n < Math.min(at + batchSize, clients); n += 1) {
      const id = newId(now);
      ids.push(id);
      const person = {
        legalName: `${pick(first)} ${surname()}`,
        phone: `+1${randomInt(2_000_000_000, 9_999_999_999)}`,
        dateOfBirth: `${randomInt(1950, 2000)}-0${randomInt(1, 9)}-1${randomInt(0, 9)}`,
      };
      const key = makeDataKey(keys.seal, randomUUID());
      const sealed = sealFields(ClientFileFields, 'clients', id, key.key, person);
      let code;
      do code = `BN-${newCodeEndings(1)[0]}`;
      while (codes.has(code));
      codes.add(code);
      batch.Client.push({ ...stamp, ...sealed, id, code, county: pick(counties), consents: [], allowedUserIds: '{}' });
      batch.ClientKey.push({ id: key.id, organizationId, clientId: id, wrapped: key.wrapped, createdAt: now });
      const seen = new Set();
      for (const { kind, token } of keys.index.tokensOf(identityOf(person))) {
        const hex = token.toString('hex');
        if (!seen.has(kind + hex)) tokens.push([hex, id, kind]);
        seen.add(kind + hex);
      }
      const arrestedAt = Date.UTC(2016, 0, 1) + randomInt(0, 900) * 86_400_000;
      const arrestId = newId(now);
      const printId = newId(now);
      batch.Arrest.push({
        ...stamp,
        id: arrestId,
        clientId: id,
        arrestedOn: day(arrestedAt),
        arrestedOnPrecision: 'exact',
        chargeLevel: pick(levels),
        agency: 'nypd',
        county: pick(counties),
      });
      batch.FingerprintEvent.push({
        ...stamp,
        id: printId,
        clientId: id,
        arrestId,
        takenOn: day(arrestedAt),
        takenOnPrecision: 'exact',
        reason: 'arrest',
      });
      for (let letter = 0; letter < (n < extra ? 2 : 1); letter += 1) {
        const receivedAt = arrestedAt + randomInt(5, 60) * 86_400_000;
        const letterId = newId(now);
        const placeId = pick(places);
        batch.Letter.push({
          ...stamp,
          id: letterId,
          clientId: id,
          receivedOn: day(receivedAt),
          letterDatedOn: day(receivedAt),
          evidenceGrade: 'seen_original',
          fingerprintEventId: printId,
          trigger: 'arrest_print',
          confidence: 'possible',
          reportingPlaceId: placeId,
          issuingOfficeId: pick(offices),
          reportAt: new Date(receivedAt + 9 * 86_400_000),
          zone: 'America/New_York',
        });
        batch.Appointment.push({
          ...stamp,
          id: newId(now),
          clientId: id,
          letterId,
          kind: 'call_in_letter',
          startsAt: new Date(receivedAt + 9 * 86_400_000),
          zone: 'America/New_York',
          placeId,
          status: 'completed',
          liveState: 'closed',
          outcome: pick(['released_no_conditions', 'detained', 'rescheduled']),
        });
      }
    }
    for (const [name, rows] of Object.entries(batch)) await insert(name, rows);
    await client.query(
      `INSERT INTO search_tokens (organization_id, token, client_id, kind) SELECT $1, decode(t->>0, 'hex'), (t->>1)::uuid, t->>2 FROM json_array_elements($2) t`,
      [organizationId, JSON.stringify(tokens)],
    );
    if ((at / batchSize) % 10 === 0) log(`  ${at} of ${clients} case files`);
  }
  await client.end();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('VACUUM ANALYZE');
  await owner.end();
  return ids;
}
