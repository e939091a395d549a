import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { getMetadataArgsStorage } from 'typeorm';
import { caseRecord } from '../../src/platform/database/records.js';
import { type FieldInfo, fieldsOf, guardedFields } from '../../src/platform/http/field-catalogue.js';

const source = join(dirname(fileURLToPath(import.meta.url)), '../../src');
const nouns = [
  'clients',
  'arrests',
  'fingerprints',
  'letters',
  'appointments',
  'custody',
  'documents',
  'summaries/packets',
  'places',
  'retention',
  'legal-demands',
];

/** What ties rows together or carries keys; made by the server and never asked of anyone. */
const structural: Record<string, readonly string[]> = {
  Client: ['code'],
  Accompaniment: ['appointmentId'],
  BreakGlassGrant: ['userId', 'expiresAt', 'endedAt', 'endedBy', 'reviewedAt', 'reviewedBy'],
  ClientKey: ['wrapped'],
  DocumentPiece: ['documentId', 'place', 'content'],
  RetentionPolicy: ['purgesSince'],
  LegalDemand: ['remindedFor'],
  LegalHold: ['legalDemandId', 'liftedAt', 'liftedBy'],
  Purge: ['caseId', 'state', 'basis', 'approvedBy', 'purgedAt', 'destroyed', 'ledgerRows'],
  SearchTokenRow: ['kind', 'token'],
};

type Class = (new () => object) & { prototype: object };

const chainOf = (type: Class) => {
  const chain: unknown[] = [];
  for (let at: unknown = type; typeof at === 'function' && at !== Function.prototype; at = Object.getPrototypeOf(at)) {
    chain.push(at);
  }
  return chain;
};

const columnsOf = (type: Class) => {
  const chain = chainOf(type);
  const columns = getMetadataArgsStorage().columns.filter((column) => chain.includes(column.target));
  return [...new Set(columns.map((column) => column.propertyName))];
};

async function exportsOf(suffix: string): Promise<[string, Class][]> {
  const found: [string, Class][] = [];
  for (const noun of nouns) {
    for (const file of readdirSync(join(source, noun)).filter((name) => name.endsWith(suffix))) {
      const exported = (await import(pathToFileURL(join(source, noun, file)).href)) as Record<string, unknown>;
      for (const [name, value] of Object.entries(exported))
        if (typeof value === 'function') found.push([name, value as Class]);
    }
  }
  return found;
}

const entities = (await exportsOf('.entity.ts')).filter(([, type]) =>
  getMetadataArgsStorage().tables.some((table) => table.target === type),
);
const owners = [...entities, ...(await exportsOf('.fields.ts')), ...(await exportsOf('-parts.ts'))];
const baseColumns = new Set([...columnsOf(caseRecord(class {}) as Class)]);

const fields = [
  ...new Map(
    owners.flatMap(([owner, type]) => [...fieldsOf(type).values()].map((info) => [info, [owner, info] as const])),
  ).values(),
].map(([owner, info]) => [`${owner}.${info.name}`, info] as [string, FieldInfo]);

describe('the catalogue of fields', () => {
  it('knows the records of the case file', () => {
    const names = entities.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'Client',
        'Arrest',
        'FingerprintEvent',
        'Letter',
        'Appointment',
        'Accompaniment',
        'VenueObservation',
        'CustodyEvent',
        'Place',
        'Office',
        'Facility',
      ]),
    );
    expect(baseColumns).toContain('organizationId');
  });

  it.each(entities)('has every column of %s', (name, type) => {
    const known = fieldsOf(type);
    const unexplained = columnsOf(type).filter(
      (column) => !known.has(column) && !baseColumns.has(column) && !(structural[name] ?? []).includes(column),
    );
    expect(unexplained).toEqual([]);
  });

  it.each(entities)('stores every field of %s', (_, type) => {
    const columns = columnsOf(type);
    expect([...fieldsOf(type).keys()].filter((field) => !columns.includes(field))).toEqual([]);
  });

  it.each(fields)('says in one sentence what %s is for', (_, { purpose }) => {
    expect(purpose).toMatch(/^[A-Z][^\n]{8,}\.$/);
    expect(purpose).not.toMatch(/\. /);
  });

  it('seals whatever says who a person is', () => {
    // Parts are sealed as a whole by the field that holds them.
    const partOwners = new Set(['EmergencyContact', 'Caregiver']);
    const open = fields.filter(
      ([name, info]) => info.keeps === 'identity' && !info.sealed && !partOwners.has(name.split('.')[0] ?? ''),
    );
    expect(open.map(([name]) => name)).toEqual([]);
  });

  it('gives the name of a field that only some may see to no other field', () => {
    const guards = new Map<string, Set<string | undefined>>();
    for (const [name, { seenWith }] of fields) {
      const field = name.split('.')[1]!;
      guards.set(field, (guards.get(field) ?? new Set()).add(seenWith));
    }
    const guarded = [...guards].filter(([, with_]) => [...with_].some(Boolean));
    expect(guarded.filter(([, with_]) => with_.size > 1).map(([name]) => name)).toEqual([]);
    expect(guarded.map(([name]) => name).sort()).toEqual([...guardedFields().keys()].sort());
    expect(guarded.length).toBeGreaterThan(10);
  });

  it('keeps nothing sealed for the pattern ledger', () => {
    expect(fields.filter(([, info]) => info.keeps === 'ledger' && info.sealed).map(([name]) => name)).toEqual([]);
  });

  it('has room in the columns for every value of a list', () => {
    const tooLong = fields.flatMap(([name, { values = [] }]) =>
      values
        .filter((value) => value.length > 40 || !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(value))
        .map((value) => `${name}: ${value}`),
    );
    expect(tooLong).toEqual([]);
  });
});
