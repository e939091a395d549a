/** An organisation whose clients are reminded by text message two hours before each of their appointments. */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { makeApplication } from '../../dist/src/application.js';
import { User } from '../../dist/src/auth/user.entity.js';
import { newCodeEndings } from '../../dist/src/clients/case-code.js';
import { ClientFileFields } from '../../dist/src/clients/client.fields.js';
import { OrganizationsService } from '../../dist/src/organizations/organizations.service.js';
import { Configuration } from '../../dist/src/platform/config/configuration.js';
import { makeDataKey } from '../../dist/src/platform/crypto/key-ring.js';
import { MasterKeys } from '../../dist/src/platform/crypto/master-keys.js';
import { sealFields } from '../../dist/src/platform/crypto/sealed-fields.js';
import { newId } from '../../dist/src/platform/database/ids.js';
import { makeLog } from '../../dist/src/platform/logging/logger.js';
import { postgresBackend, redisBackend } from '../../dist/src/platform/queue/backend.js';
import { bulk } from '../bench/bulk.mjs';

export const masterKey = Buffer.alloc(32, 5);
export const hoursBefore = 2;

/** The program as its processes put it together. */
export function application({ appUrl, redisUrl, prefix, clock, channels, queue, pool = 10, level = 'silent' }) {
  return makeApplication({
    configuration: Configuration.read({
      LOG_LEVEL: level,
      REQUIRE_SECOND_FACTOR: 'false',
      DATABASE_POOL: String(pool),
    }),
    databaseUrl: appUrl,
    masterKeys: new MasterKeys([masterKey]),
    queue: queue ?? (redisUrl ? redisBackend(redisUrl, prefix) : postgresBackend(appUrl)),
    log: makeLog(level),
    ...(clock ? { clock } : {}),
    ...(channels ? { channels } : {}),
  });
}

/** @returns the id of a new organisation with one attorney, and its plan of one reminder by text message */
export function makeOrganization(app, codePrefix) {
  return app.get(OrganizationsService).create({ name: `Figures ${codePrefix}`, codePrefix }, async (work) => {
    const [user] = await work.insert(User, [
      { displayName: 'A', email: `a-${codePrefix}@example.org`, role: 'attorney', state: 'active', failedSignIns: 0 },
    ]);
    const [place] = await work.sql('SELECT id FROM places ORDER BY id LIMIT 1');
    return {
      organizationId: work.organizationId,
      userId: user.id,
      placeId: place.id,
      keys: await work.organizationKeys(),
    };
  });
}

/** One client and one appointment for each of the moments at which a reminder is to be due. */
export async function seedAppointments(app, appUrl, { organizationId, userId, placeId, keys }, dueAts) {
  const { client, insert } = await bulk({ appUrl, organizationId, dataSource: app.get(DataSource) });
  const now = new Date();
  const stamp = { organizationId, version: 1, createdAt: now, createdBy: userId, updatedAt: now, updatedBy: userId };
  const rule = {
    kind: 'ice_appointment',
    to: 'client',
    offsets: [`PT${hoursBefore}H`],
    at: '09:00',
    channels: ['sms'],
  };
  await insert('ReminderPlan', [{ ...stamp, id: newId(now), rules: { quietHours: null, rules: [rule] } }]);
  const codes = newCodeEndings(dueAts.length);
  for (let at = 0; at < dueAts.length; at += 2000) {
    const rows = { Client: [], ClientKey: [], Appointment: [] };
    for (const [n, dueAt] of dueAts.slice(at, at + 2000).entries()) {
      const id = newId(now);
      const key = makeDataKey(keys.seal, randomUUID());
      const person = { legalName: 'Test Person', phone: `+1718${String(at + n).padStart(7, '0')}` };
      const sealed = sealFields(ClientFileFields, 'clients', id, key.key, person);
      const code = `FG-${codes[at + n]}${at + n}`.slice(0, 12);
      rows.Client.push({ ...stamp, ...sealed, id, code, smsConsent: 'opted_in', consents: [], allowedUserIds: '{}' });
      rows.ClientKey.push({ id: key.id, organizationId, clientId: id, wrapped: key.wrapped, createdAt: now });
      rows.Appointment.push({
        ...stamp,
        id: newId(now),
        clientId: id,
        kind: 'call_in_letter',
        startsAt: new Date(dueAt.getTime() + hoursBefore * 3_600_000),
        zone: 'America/New_York',
        placeId,
        status: 'scheduled',
        liveState: 'not_started',
      });
    }
    for (const [entity, some] of Object.entries(rows)) await insert(entity, some);
  }
  await client.end();
}
