import type { CaseSummary, TimelineEntry } from './summary.types.js';

/** How much of a summary is printed, and how large. */
export interface Measure {
  /** Latest entries of the timeline that are kept. */
  timeline: number;
  /** Longest text, in characters. */
  text: number;
  /** Most people in any one list. */
  people: number;
  /** Type size in points. */
  size: number;
}

const all = { timeline: Infinity, text: 1200, people: 12 };

/** From everything at the largest size to the least at the smallest; of the texts, the timeline is the first to go. */
export function measures(sizes: readonly number[]): [Measure, ...Measure[]] {
  const size = Math.min(...sizes);
  return [
    { ...all, size: Math.max(...sizes) },
    ...sizes.slice(1).map((one) => ({ ...all, size: one })),
    ...[24, 16, 12, 8, 6, 4, 3].map((timeline) => ({ ...all, timeline, size })),
    { timeline: 3, text: 500, people: 8, size },
    { timeline: 3, text: 300, people: 6, size },
    { timeline: 3, text: 180, people: 5, size },
    { timeline: 3, text: 120, people: 4, size: size * 0.93 },
    { timeline: 3, text: 80, people: 3, size: size * 0.87 },
  ];
}

export interface Shortened {
  summary: CaseSummary;
  earlierLeftOut: boolean;
  /** How many people were left out of each list. */
  more: Record<'companions' | 'contacts' | 'caregivers', number>;
}

/** A copy within `measure`. Scripts are never cut; names, notes and lists are, with "…" where something is missing. */
export function shortened(summary: CaseSummary, measure: Measure): Shortened {
  const cut = (text: string) => clipped(text, measure.text);
  const short = (text: string) => clipped(text, Math.min(measure.text, 200));
  const { timeline, identity, appointment, attorney, person, familyPlan } = summary;
  const entries = timeline ? latest(timeline.entries, measure.timeline) : [];
  return {
    earlierLeftOut: timeline !== undefined && entries.length < timeline.entries.length,
    more: {
      companions: beyond(summary.companions, measure),
      contacts: beyond(summary.contacts, measure),
      caregivers: beyond(familyPlan?.caregivers, measure),
    },
    summary: {
      ...summary,
      preparedBy: clipped(summary.preparedBy, 40),
      organisation: { ...summary.organisation, name: clipped(summary.organisation.name, 50) },
      ...(person && { person: { ...person, name: short(person.name) } }),
      ...(identity && { identity: mapped(identity, short) }),
      ...(appointment && {
        appointment: {
          ...appointment,
          ...mapped({ room: appointment.room, official: appointment.official }, short),
          place: {
            ...appointment.place,
            name: short(appointment.place.name),
            addressLines: appointment.place.addressLines.slice(0, 4).map(short),
            ...mapped({ entranceNotes: appointment.place.entranceNotes }, cut),
          },
        },
      }),
      ...(attorney && { attorney: { ...attorney, name: short(attorney.name) } }),
      ...(timeline && {
        timeline: { ...timeline, entries: entries.map((entry) => ({ ...entry, text: cut(entry.text) })) },
      }),
      ...mapped({ letterText: summary.letterText, posture: summary.posture, relief: summary.relief }, cut),
      ...(summary.ties && { ties: summary.ties.map(cut) }),
      ...(summary.companions && { companions: people(summary.companions, measure, short) }),
      ...(summary.contacts && { contacts: people(summary.contacts, measure, short) }),
      ...(familyPlan && {
        familyPlan: {
          ...familyPlan,
          ...mapped({ schoolPickup: familyPlan.schoolPickup }, cut),
          caregivers: people(familyPlan.caregivers, measure, short),
        },
      }),
    },
  };
}

function latest(entries: readonly TimelineEntry[], count: number): TimelineEntry[] {
  return count === Infinity ? [...entries] : entries.slice(-count);
}

function people<T extends { name: string; relation?: string }>(
  list: readonly T[],
  measure: Measure,
  short: (text: string) => string,
): T[] {
  return list
    .slice(0, measure.people)
    .map((one) => ({ ...one, name: short(one.name), ...(one.relation && { relation: short(one.relation) }) }));
}

function beyond(list: readonly unknown[] | undefined, { people }: Measure): number {
  return Math.max((list?.length ?? 0) - people, 0);
}

/** The same object with each text that is there cut. */
function mapped<T extends { [K in keyof T]?: string }>(texts: T, cut: (text: string) => string): T {
  return Object.fromEntries(
    Object.entries<string | undefined>(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, cut(text)]])),
  ) as T;
}

function clipped(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
