/** Which folder may import which; the floor plan in CONTRIBUTING.md as rules. */
const features = [
  'clients',
  'arrests',
  'fingerprints',
  'letters',
  'appointments',
  'custody',
  'documents',
  'reminders',
  'intake',
  'access',
  'timeline',
  'today',
  'summaries',
  'patterns',
  'retention',
  'legal-demands',
];

/** Each feature may import those before it, not those after it. */
const oneWay = features.slice(0, -1).map((feature, at) => ({
  name: `${feature}-imports-down`,
  severity: 'error',
  comment: 'Among features imports point one way; what would point back is a domain event.',
  from: { path: `^src/${feature}/` },
  to: { path: `^src/(${features.slice(at + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      comment: 'The platform knows nothing of the clinic.',
      from: { path: '^src/platform/' },
      to: { path: '^src/(?!platform/)' },
    },
    {
      name: 'foundation-knows-no-case',
      severity: 'error',
      from: { path: '^src/(organizations|auth|audit|places)/' },
      to: { path: `^src/(${features.join('|')})/` },
    },
    ...oneWay,
    {
      name: 'nobody-imports-readers',
      severity: 'error',
      from: {
        path: '^src/(?!summaries|app.module|entities|main|application|cli)',
        pathNot: '^src/(patterns|retention|legal-demands)/',
      },
      to: { path: '^src/(summaries|patterns|retention|legal-demands)/' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'source-imports-no-test',
      severity: 'error',
      from: { path: '^(src|migrations|seeds)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
