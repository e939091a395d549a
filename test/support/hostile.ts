import fc from 'fast-check';

/** A schema of the OpenAPI document, as far as ours go. */
export interface Schema {
  $ref?: string;
  allOf?: Schema[];
  oneOf?: Schema[];
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  example?: unknown;
  nullable?: boolean;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

export type Schemas = Record<string, Schema>;

/** Stands for an id that is put in when the request is sent: of one's own, of another organisation, of nobody. */
export const reference = (whose: 'own' | 'OWN' | 'other' | 'nobody', name: string) => `@${whose}:${name}`;
export const referencePattern = /^@(own|OWN|other|nobody):(.*)$/;

/** Mostly one that fits with every other, or hardly anything would be taken in. */
const dates = [...Array<string>(14).fill('2018-02-28'), '2018-03-01', '2000-02-29', '1900-01-01', '2199-12-31'];
const instants = [
  ...Array<string>(14).fill('2018-02-28T15:30:00Z'),
  '2018-03-08T14:00:00.123456789Z',
  '2018-03-11T02:30:00-05:00',
  '2018-11-04T01:30:00-04:00',
  '2017-12-31T23:59:59.999+14:00',
  '1900-01-01T00:00:00+14:00',
  '2199-12-31T23:59:59-12:00',
  '2018-03-01T15:00+05:45',
];
const zones = ['America/New_York', 'UTC', 'Pacific/Kiritimati', 'america/puerto_rico', 'Etc/GMT+12', 'Asia/Kathmandu'];
const patterned: [RegExp, string[]][] = [
  [/richmond/, ['bronx', 'new_york', 'nj_hudson', 'unknown', `nj_${'x'.repeat(57)}`]],
  [/A-Za-z0-9\]\{2,8\}/, ['es', 'zh-Hans', 'ht', 'ar']],
  [/\\\+\[1-9\]/, ['+17185550123', '+999999999999999']],
  [/\\d\{7,9\}/, ['087654321', '1234567']],
  [/\[01\]\\d\|2/, ['00:00', '21:00', '23:59']],
];

/** Text of exactly `n` characters that a careless length, quotation or folding takes for something else. */
const texts = (n: number) => [
  'a'.repeat(n),
  '\u{1F5FD}'.repeat(n),
  'a\uFE0F'.repeat(n),
  'e\u0301'.repeat(Math.max(1, Math.floor(n / 2))),
  `');-- %_\\"<b>{{7*7}}$1`.slice(0, n),
  '\u202Eאבג 中文 ﷽'.slice(0, n),
  ' '.repeat(n),
  'Ana\tMaría\r\nÑúñez'.slice(0, n),
];

/** Values that a schema allows, those at its borders most of all. */
export function fitting(schema: Schema, schemas: Schemas, name = ''): fc.Arbitrary<unknown> {
  const whole = resolved(schema, schemas);
  const value = fittingValue(whole, schemas, name);
  return whole.nullable
    ? fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
    : value;
}

function resolved(schema: Schema, schemas: Schemas): Schema {
  const { $ref, allOf, ...own } = schema;
  const base = $ref ? [{ $ref }] : (allOf ?? []);
  return base.reduce<Schema>(
    (so, part) => ({ ...(part.$ref ? resolved(schemas[part.$ref.split('/').pop()!]!, schemas) : part), ...so }),
    own,
  );
}

function fittingValue(schema: Schema, schemas: Schemas, name: string): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const { properties = {}, required = [] } = schema;
      const fields = Object.entries(properties).map(([key, of]) => [key, fitting(of, schemas, key)] as const);
      // All of it, some of it, or little: what is sparse is seldom refused, what is full seldom taken in.
      return fc
        .tuple(fc.record(Object.fromEntries(fields)), fc.constantFrom(1, 3, 10), fc.nat(1000))
        .map(([all, every, from]) =>
          Object.fromEntries(
            Object.entries(all).filter(([key], at) => required.includes(key) || (from + at * 7) % every === 0),
          ),
        );
    }
    case 'array':
      return fc.oneof(
        { weight: 5, arbitrary: fc.array(fitting(schema.items ?? {}, schemas, name), { maxLength: 3 }) },
        {
          weight: 1,
          arbitrary: fc.array(fitting(schema.items ?? {}, schemas, name), { minLength: 10, maxLength: 12 }),
        },
      );
    case 'integer':
    case 'number':
      return fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? 1, Math.min(2, schema.maximum ?? 2));
    case 'boolean':
      return fc.boolean();
    default:
      return fittingText(schema, name);
  }
}

function fittingText(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const { format, pattern, minLength = 1, maxLength } = schema;
  if (format === 'uuid')
    return fc.oneof(
      { weight: 8, arbitrary: fc.constant(reference('own', name)) },
      { weight: 1, arbitrary: fc.constant(reference('OWN', name)) },
      { weight: 1, arbitrary: fc.constant(reference('other', name)) },
      { weight: 1, arbitrary: fc.constant(reference('nobody', name)) },
    );
  if (format === 'date') return fc.constantFrom(...dates);
  if (format === 'date-time') return fc.constantFrom(...instants);
  if (format === 'email') return fc.constantFrom('a@example.org', `${'ü'.repeat(32)}@example.org`, 'İ@example.org');
  const known = pattern && patterned.find(([mark]) => mark.test(pattern));
  if (known) return fc.constantFrom(...known[1]);
  if (schema.example === 'America/New_York') return fc.constantFrom(...zones);
  if (schema.example !== undefined) return fc.constantFrom(...[schema.example].flat());
  return fc.constantFrom(
    ...(minLength > 1 ? ['A'.repeat(minLength), 'NY'] : ['Ana', 'x', '2018-02-28', '2018-02-28T15:30:00Z']),
    ...texts(maxLength ?? 40),
  );
}

const deep = (depth: number): unknown => (depth === 0 ? 'x' : { a: deep(depth - 1) });

/** Values that hardly any field takes. */
export const hostile: fc.Arbitrary<unknown> = fc.constantFrom<unknown[]>(
  ...[null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, -0],
  ...['', ' ', '\0', 'a\0b', '\ud800', 'x\udfff', '\uffff', 'x'.repeat(20_000), 'null', 'NaN', '1e3', '0x1F', '-1'],
  ...['0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31', '2018-02-30', '-000001-01-01', 'infinity', 'now'],
  ...['0001-01-01T00:00:00Z', '1899-12-31T23:59:59Z', '2200-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 'epoch'],
  ...['2018-01-01T00:00:00+23:59', '2018-01-01T00:00:00-18:00', '2018-12-31T23:59:60Z', '2018-01-01T24:00:00Z'],
  ...['Etc/Unknown', '+05:00', 'PST', 'posix/America/New_York', "America/New_York'", '{}', '{1,2}', '%', '../..'],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '{00000000-0000-0000}'],
  [],
  {},
  [null],
  [[]],
  [[{}]],
  [{}],
  ['x'],
  ['x', 'x'],
  [0],
  { length: 3 },
  { then: 1 },
  { toString: 1, valueOf: 1 },
  { toJSON: 1 },
  { constructor: 1 },
  Array.from({ length: 1000 }, () => 'x'),
  Array.from({ length: 1000 }, () => null),
  Array.from({ length: 1000 }, () => ({})),
  deep(5),
  deep(40),
);

const strangers = [
  'id',
  'organizationId',
  'clientId',
  'version',
  'createdBy',
  'hasOwnProperty',
  'then',
  'legalHold',
  '',
];

/** A value that fits but for one place, or two. */
export function spoilt(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(
      value,
      fc.array(fc.tuple(fc.nat(), fc.nat(3), hostile, fc.constantFrom(...strangers)), { minLength: 1, maxLength: 2 }),
    )
    .map(([whole, places]) =>
      places.reduce((so, [at, way, bad, key]) => spoil(structuredClone(so), at, way, bad, key), whole),
    );
}

function spoil(whole: unknown, at: number, way: number, bad: unknown, key: string): unknown {
  if (whole === null || typeof whole !== 'object') return bad;
  const holder = whole as Record<string, unknown>;
  const keys = Object.keys(holder);
  if (way === 0 || keys.length === 0)
    return Array.isArray(whole) ? [...(whole as unknown[]), bad] : { ...holder, [key]: bad };
  const chosen = keys[at % keys.length]!;
  const inner = holder[chosen];
  holder[chosen] =
    way > 1 && inner !== null && typeof inner === 'object' ? spoil(inner, Math.floor(at / 7), way - 1, bad, key) : bad;
  return whole;
}
