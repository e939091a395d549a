/**
 * `npm run api`: writes src/api/client.ts (calls and types), src/api/catalogue.ts (what each field is for, and its
 * choices) and src/api/choices.ts (lists that pages offer) from ../openapi.json. Another document may be named. With
 * --check it fails when they are not what the document says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateSource } from 'oazapfts';

const words = process.argv.slice(2);
const check = words.includes('--check');
const document =
  words.find((word) => !word.startsWith('--')) ?? fileURLToPath(new URL('../../openapi.json', import.meta.url));
const folder = new URL('../src/api/', import.meta.url);

/** The classes whose fields people fill in. */
const written = [
  'CreateClient',
  'ChangeClient',
  'CreateArrest',
  'CreateFingerprintEvent',
  'CreateLetter',
  'CreateAppointment',
  'CreateCustodyEvent',
  'CreateDocument',
  'ChangeDocument',
  'CreateVenueObservation',
  'CreateAccompaniment',
  'CreatePlace',
  'CreateOffice',
  'CreateFacility',
  'ChangeOrganization',
  'RecordOutcome',
  'EmergencyContact',
  'Caregiver',
  'Consent',
  'PathNode',
  'CloseClient',
  'PutRetentionPolicy',
  'MonthsForReason',
  'KeepFile',
  'PlaceHold',
  'CreateLegalDemand',
  'PlaceHolds',
  'VenueCounts',
  'NextAppointment',
];

function kindOf(schema) {
  if (schema.type === 'array') return schema.items.enum ? 'choices' : schema.items.$ref ? 'parts' : 'references';
  if (schema.enum) return 'choice';
  if (schema.format === 'date') return 'date';
  if (schema.format === 'date-time') return 'instant';
  if (schema.format === 'uuid') return 'reference';
  if (schema.type === 'boolean') return 'flag';
  if (schema.type === 'integer' || schema.type === 'number') return 'count';
  return 'text';
}

function fieldOf(schema, required) {
  const kind = kindOf(schema);
  const values = schema.enum ?? schema.items?.enum;
  return {
    kind,
    purpose: schema.description ?? '',
    ...(required ? { required: true } : {}),
    ...(values ? { values: values.filter((value) => value !== null) } : {}),
    ...(schema.maxLength ? { max: schema.maxLength } : {}),
    ...(schema.items?.$ref ? { parts: schema.items.$ref.split('/').at(-1) } : {}),
  };
}

function catalogueOf({ components: { schemas } }) {
  const entries = written
    .filter((name) => schemas[name])
    .map((name) => {
      const { properties = {}, required = [] } = schemas[name];
      const fields = Object.entries(properties).map(([field, schema]) => [
        field,
        fieldOf(schema, required.includes(field)),
      ]);
      return [name, Object.fromEntries(fields)];
    });
  return `// Written by \`npm run api\` from ../openapi.json.\nexport const catalogue = ${JSON.stringify(Object.fromEntries(entries), null, 2)} as const;\n`;
}

/** Lists that pages offer outside of forms: under which name, and where the document has them. */
const offered = {
  auditEventNames: ({ AuditEventName }) => AuditEventName,
  breakGlassPurposes: ({ BreakGlass }) => BreakGlass.properties.purpose,
  permissions: ({ Me }) => Me.properties.permissions.items,
  purgeReasons: ({ ProposePurge }) => ProposePurge.properties.reason,
  releasableReports: ({ PreviewRelease }) => PreviewRelease.properties.report,
  failureReasons: ({ ReminderAnswer }) => ReminderAnswer.properties.failureReason,
  ownReminderKinds: ({ CreateReminder }) => CreateReminder.properties.kind,
  reminderStates: ({ ReminderAnswer }) => ReminderAnswer.properties.state,
  roles: ({ NewUser }) => NewUser.properties.role,
  wordingLanguages: ({ PlanWords }) => PlanWords.properties.language,
};

function choicesOf({ components: { schemas } }) {
  const lists = Object.entries(offered).map(
    ([name, find]) => `export const ${name} = ${JSON.stringify(find(schemas).enum, null, 2)} as const;\n`,
  );
  return `// Written by \`npm run api\` from ../openapi.json.\n${lists.join('')}`;
}

const content = JSON.parse(readFileSync(document, 'utf8'));
const files = {
  'client.ts': await generateSource(document, { optimistic: true }),
  'catalogue.ts': catalogueOf(content),
  'choices.ts': choicesOf(content),
};
for (const [name, text] of Object.entries(files)) {
  const path = new URL(name, folder);
  if (!check) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`src/api/${name} is not what openapi.json says. Run: npm run api`);
    process.exitCode = 1;
  }
}
