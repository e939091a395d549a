import type { TimelineDetails, TimelineKind } from './timeline.dto.js';

/** Abbreviations that people in the field write as such; `ice` is left out, since a screen may be seen by others. */
const abbreviations: Record<string, string> = {
  acd: 'ACD',
  dcjs: 'DCJS',
  ice: '',
  isap: 'ISAP',
  mta: 'MTA',
  nta: 'NTA',
  nypd: 'NYPD',
  osup: 'OSUP',
  tlc: 'TLC',
  uscis: 'USCIS',
};

/** A value of a list in words: `desk_appearance_ticket` -> `desk appearance ticket`, `g_56` -> `G-56`. */
export function inWords(value: string): string {
  if (/^[a-z]_\d+[a-z]?$/.test(value)) return value.replace('_', '-').toUpperCase();
  return value
    .replace(/check_in\b/, 'check-in')
    .replace(/call_in/, 'call-in')
    .split('_')
    .map((word) => abbreviations[word] ?? word)
    .filter(Boolean)
    .join(' ');
}

const known = (value: TimelineDetails[string] | undefined): value is string =>
  typeof value === 'string' && value !== 'unknown' && value !== 'other';
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const after = (title: string, value: TimelineDetails[string] | undefined) =>
  known(value) ? `${title}: ${inWords(value)}` : title;
const by = (title: string, value: TimelineDetails[string] | undefined) =>
  known(value) ? `${title} by ${inWords(value)}` : title;
const called = (title: string, value: TimelineDetails[string] | undefined) =>
  known(value) ? `${title} (${inWords(value)})` : title;

const titles: Record<TimelineKind, (details: TimelineDetails) => string> = {
  file_opened: () => 'Case file opened',
  consent_given: ({ kind }) => after('Consent given', kind),
  consent_withdrawn: ({ kind }) => after('Consent taken back', kind),
  arrest: ({ agency }) => by('Arrested', agency),
  fingerprint: ({ reason, civilReason }) => after('Fingerprints taken', civilReason ?? reason),
  disposition: ({ disposition }) => after('Criminal case ended', disposition),
  letter_dated: ({ form }) => called('Date on the letter', form),
  letter_postmarked: ({ form }) => called('Letter postmarked', form),
  letter_received: ({ form }) => called('Letter received', form),
  advised: ({ decision }) => after('Advised on the letter', decision),
  letter_report: () => 'Day to come according to the letter',
  court_date: () => 'Next court date of the criminal case',
  appointment: ({ kind, status }) => {
    const title = after('Appointment', kind);
    return status === 'scheduled' || status === 'completed' ? title : called(title, status);
  },
  outcome: ({ outcome }) => after('Outcome', outcome),
  custody: ({ kind }) => capital(inWords(String(kind))),
  plan_reviewed: () => 'Safety plan reviewed',
  file_closed: () => 'Case file closed',
  file_reopened: () => 'Case file opened again',
};

/** What happened, in plain words. */
export const titleOf = (kind: TimelineKind, details: TimelineDetails): string => titles[kind](details);
