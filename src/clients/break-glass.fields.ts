import { Choice, Text } from '../platform/http/fields.js';

/** Why somebody who is not let in has to see a restricted case now; stands in the audit, so it says nothing of the case. */
export const breakGlassPurposes = [
  'person_detained',
  'deadline_today',
  'colleague_unreachable',
  'client_asked',
  'conflict_check',
  'legal_demand',
  'other',
] as const;
export type BreakGlassPurpose = (typeof breakGlassPurposes)[number];

/** Why the glass was broken, as the one who did so says. */
export class BreakGlassFields {
  @Choice(breakGlassPurposes, {
    purpose: 'Says in the audit why somebody who was not let in opened your file.',
    keeps: 'case',
    required: true,
  })
  purpose!: BreakGlassPurpose;

  @Text({
    purpose: 'Lets a supervisor judge whether opening your file was right.',
    keeps: 'case',
    sealed: true,
    required: true,
    min: 15,
    max: 1000,
  })
  reason!: string;
}

export const breakGlassFindings = ['justified', 'questioned'] as const;
export type BreakGlassFinding = (typeof breakGlassFindings)[number];

/** What a supervisor found who looked into it. */
export class BreakGlassFileFields extends BreakGlassFields {
  @Choice(breakGlassFindings, {
    purpose: 'Says whether a supervisor found that opening your file was right.',
    keeps: 'administration',
  })
  finding?: BreakGlassFinding | null;
}
