import { shortDay } from './summary.dates.js';
import {
  aNumberInWords,
  languageFor,
  languageInWords,
  phoneInWords,
  scriptFor,
  wordingIn,
  type ScriptContext,
  type Wording,
} from './summary.texts.js';
import { counsel } from './summary.texts.counsel.js';
import { timelineOf } from './timeline.js';
import {
  sections,
  type AppointmentSection,
  type Audience,
  type CaseFacts,
  type CaseSummary,
  type ClientFacts,
  type Companion,
  type Contact,
  type FamilyPlanSection,
  type IdentitySection,
  type Language,
  type LetterFacts,
  type Section,
} from './summary.types.js';

/**
 * Makes the summary that `audience` may carry: the sections that {@link sections} lists for it, and nothing else of
 * `full`. Pure: the same facts give the same summary.
 * @param language of the copy, where it is not to be the usual one; counsel's is in English
 */
export function forAudience(
  full: CaseFacts,
  audience: Audience,
  language: Language = languageFor(audience, full.client.language),
): CaseSummary {
  const built: CaseSummary = {
    code: full.code,
    audience,
    language,
    preparedAt: full.preparedAt,
    zone: full.zone,
    preparedBy: full.preparedBy,
    organisation: dense({ name: full.organisation.name, callBackNumber: full.organisation.callBackNumber }),
  };
  for (const section of sections[audience]) Object.assign(built, build[section](full, audience, language));
  return built;
}

/** The letter that led to the appointment; without an appointment, the latest one. */
export function letterBehind({ appointment, letters }: CaseFacts): LetterFacts | undefined {
  if (appointment) return letters.find((letter) => letter.id === appointment.letterId);
  return letters.toSorted((a, b) => a.receivedOn.localeCompare(b.receivedOn)).at(-1);
}

type Build = (full: CaseFacts, audience: Audience, language: Language) => Partial<CaseSummary>;

const build: Record<Section, Build> = {
  person: ({ client }, _audience, language) => ({
    person: dense({
      name: client.preferredName ?? client.legalName,
      speaks: client.language ? languageInWords(client.language, language) : undefined,
      interpreter: client.interpreter ? wordingIn(language).interpreters[client.interpreter] : undefined,
    }),
  }),
  identity: ({ client }, _audience, language) => ({ identity: identityOf(client, wordingIn(language)) }),
  appointment: (full, _audience, language) => dense({ appointment: appointmentOf(full, wordingIn(language)) }),
  letterText: (full) => dense({ letterText: letterBehind(full)?.verbatim }),
  attorney: ({ attorney, client }, _audience, language) =>
    attorney
      ? {
          attorney: dense({
            name: attorney.name,
            phone: attorney.phone,
            g28: client.g28 ? wordingIn(language).g28[client.g28] : undefined,
          }),
        }
      : {},
  companions: (full, _audience, language) => ({ companions: companionsOf(full, wordingIn(language)) }),
  timeline: (full, audience, language) => ({
    timeline: timelineOf(full, letterBehind(full), sections[audience].includes('allegations'), wordingIn(language)),
  }),
  /** Without it the timeline leaves out arrests, courts and custody, and says of fingerprints only that they were taken. */
  allegations: () => ({}),
  posture: ({ client }, _audience, language) => dense({ posture: postureOf(client, wordingIn(language)) }),
  convictions: ({ client }) =>
    dense({ convictions: client.convictions ? counsel.convictions[client.convictions] : undefined }),
  relief: ({ client }) =>
    client.pendingRelief?.length ? { relief: client.pendingRelief.map((one) => counsel.reliefs[one]).join(', ') } : {},
  ties: ({ client }, _audience, language) => ({ ties: tiesOf(client, wordingIn(language)) }),
  familyPlan: ({ client }, _audience, language) => dense({ familyPlan: familyPlanOf(client, language) }),
  contacts: ({ client }, audience, language) => ({ contacts: contactsOf(client, audience, language) }),
  whatToBring: (full, audience, language) => ({
    whatToBring: scriptFor(audience, language).whatToBring(contextOf(full)),
  }),
  whatNotToBring: (full, audience, language) => ({
    whatNotToBring: scriptFor(audience, language).whatNotToBring(contextOf(full)),
  }),
  rights: (full, audience, language) => ({ rights: scriptFor(audience, language).rights(contextOf(full)) }),
  ifDetained: (full, audience, language) => ({
    ifDetained: scriptFor(audience, language).ifDetained(contextOf(full)),
  }),
};

function identityOf(client: ClientFacts, wording: Wording): IdentitySection {
  const { aNumber, aNumberState } = client;
  return dense({
    legalName: client.legalName,
    aliases: client.aliases,
    aNumber: aNumber
      ? aNumberInWords(aNumber)
      : aNumberState && aNumberState !== 'has'
        ? counsel.aNumberStates[aNumberState]
        : undefined,
    dateOfBirth: client.dateOfBirth ? shortDay(client.dateOfBirth, wording) : undefined,
    countryOfBirth: client.countryOfBirth,
  });
}

function appointmentOf(full: CaseFacts, wording: Wording): AppointmentSection | undefined {
  const { appointment } = full;
  if (!appointment) return undefined;
  const letter = letterBehind(full);
  const title = letter?.officialTitle;
  const officialTitle = title && title !== 'none' && title !== 'other' ? wording.officialTitles[title] : undefined;
  return dense({
    kind: appointment.kind,
    title: wording.appointmentKinds[appointment.kind],
    startsAt: appointment.startsAt,
    zone: appointment.zone,
    place: dense({
      name: appointment.place.name,
      addressLines: (appointment.place.addressLines ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && line !== appointment.place.name),
      entranceNotes: appointment.place.entranceNotes,
    }),
    room: appointment.room,
    askFor: letter?.askFor && letter.askFor !== 'other' ? wording.askFors[letter.askFor] : undefined,
    official: [letter?.officialName, officialTitle].filter(Boolean).join(', ') || undefined,
    letterSays: letter ? letterSays(letter, wording) : [],
  });
}

function letterSays(letter: LetterFacts, wording: Wording): string[] {
  const { statedReason, documentsDemanded, authorityCited, mentionsDetention } = letter;
  return [
    ...(statedReason ? [wording.statedReasons[statedReason]] : []),
    ...(documentsDemanded?.length
      ? [wording.letterAsksFor(documentsDemanded.map((one) => wording.documents[one]).join(', '))]
      : []),
    ...(authorityCited ? [wording.letterCites[authorityCited]] : []),
    ...(mentionsDetention && mentionsDetention !== 'unknown'
      ? [wording.letterMentionsDetention[mentionsDetention]]
      : []),
  ];
}

function companionsOf({ companions }: CaseFacts, wording: Wording): Companion[] {
  return companions
    .filter((companion) => companion.rsvp !== 'no')
    .toSorted((a, b) => Number(b.rsvp === 'yes') - Number(a.rsvp === 'yes'))
    .map((companion) =>
      dense({
        name: companion.name,
        phone: companion.phone,
        role: companion.role,
        roleName: companion.role ? wording.companionRoles[companion.role] : undefined,
        rsvp: companion.rsvp,
        unconfirmed: companion.rsvp === 'yes' ? undefined : wording.unconfirmed,
      }),
    );
}

function postureOf(client: ClientFacts, wording: Wording): string | undefined {
  const { proceedings, priorRemovalOrder, orderOfSupervision, postureKnownOn } = client;
  const words = wording.accompanier;
  const facts = [
    proceedings && words.proceedings[proceedings],
    priorRemovalOrder && words.removalOrders[priorRemovalOrder],
    typeof orderOfSupervision === 'boolean' ? words.supervision[yesOrNo(orderOfSupervision)] : undefined,
  ].filter((fact) => typeof fact === 'string');
  if (facts.length === 0) return undefined;
  return words.asKnown(postureKnownOn ? shortDay(postureKnownOn, wording) : undefined, facts);
}

function tiesOf(client: ClientFacts, { accompanier: { ties } }: Wording): string[] {
  const { usCitizenChildren, minorChildrenAtHome } = client;
  return [
    ...(client.usCitizenOrLprSpouse ? [ties.spouse] : []),
    ...(usCitizenChildren ? [ties.citizenChildren(usCitizenChildren)] : []),
    ...(minorChildrenAtHome ? [ties.childrenAtHome(minorChildrenAtHome)] : []),
    ...(client.primaryCaregiver ? [ties.primaryCaregiver] : []),
    ...(client.medicalNeeds ? [ties.medicalNeeds(client.medicalNeeds)] : []),
  ];
}

function familyPlanOf(client: ClientFacts, language: Language): FamilyPlanSection | undefined {
  if (!hasFamilyPlan(client)) return undefined;
  const { powerOfAttorney, caregiverPlan } = client;
  const words = wordingIn(language).accompanier;
  return dense({
    plan: caregiverPlan ? words.caregiverPlans[caregiverPlan] : undefined,
    caregivers: (client.caregivers ?? []).map((one) => contactOf(one, language)),
    schoolPickup: client.schoolPickup,
    powerOfAttorney:
      typeof powerOfAttorney === 'boolean' ? words.powersOfAttorney[yesOrNo(powerOfAttorney)] : undefined,
    note: inNewYork(client) ? words.standbyGuardian : undefined,
  });
}

/**
 * Only people who may be told. The client's copy adds the caregivers, and has names and numbers only: it may be read
 * by officers, and need not tell them who these people are.
 */
function contactsOf(client: ClientFacts, audience: Audience, language: Language): Contact[] {
  const told = (client.emergencyContacts ?? []).filter((one) => one.mayBeToldAboutCase === true);
  if (audience !== 'client') return told.map((one) => contactOf(one, language));
  const seen = new Set<string>();
  return [...told, ...(client.caregivers ?? [])]
    .filter(({ name, phone }) => {
      const key = phone ?? name;
      return !seen.has(key) && seen.add(key);
    })
    .map(({ name, phone }) => dense({ name, phone }));
}

function contactOf(
  one: { name: string; phone?: string | null; relation?: string | null; language?: string | null },
  language: Language,
): Contact {
  return dense({
    name: one.name,
    phone: one.phone,
    relation: one.relation,
    speaks: one.language ? languageInWords(one.language, language) : undefined,
  });
}

function contextOf(full: CaseFacts): ScriptContext {
  const { client, attorney, organisation } = full;
  const letter = letterBehind(full);
  const spoken = (phone?: string | null) => (phone ? phoneInWords(phone) : undefined);
  return dense({
    attorney: attorney ? dense({ name: inShort(attorney.name), phone: spoken(attorney.phone) }) : undefined,
    office: dense({ name: inShort(organisation.name), phone: spoken(organisation.callBackNumber) }),
    hasLetter: letter !== undefined,
    documentsDemanded: letter?.documentsDemanded ?? [],
    authorityCited: letter?.authorityCited,
    g28: client.g28,
    priorRemovalOrder: client.priorRemovalOrder,
    hasFamilyPlan: hasFamilyPlan(client),
    caregivers: (client.caregivers ?? [])
      .slice(0, 3)
      .map(({ name, phone }) => [inShort(name), spoken(phone)].filter(Boolean).join(', ')),
    newYork: inNewYork(client),
  });
}

/** Sentences take a name of ordinary length; the lists have it whole. */
function inShort(name: string): string {
  const characters = [...name];
  return characters.length <= 48 ? name : `${characters.slice(0, 47).join('').trimEnd()}…`;
}

function hasFamilyPlan(client: ClientFacts): boolean {
  return (
    (client.minorChildrenAtHome ?? 0) > 0 ||
    (client.caregiverPlan !== undefined && client.caregiverPlan !== null && client.caregiverPlan !== 'none') ||
    (client.caregivers?.length ?? 0) > 0 ||
    Boolean(client.schoolPickup)
  );
}

/** Counties of other states carry the state in front (`nj_hudson`); a county left out is taken for New York's. */
function inNewYork({ county }: ClientFacts): boolean {
  if (!county || county === 'new_york') return true;
  const state = /^([a-z]{2})_/.exec(county)?.[1];
  return state === undefined || state === 'ny';
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

type Dense<T> = { [K in keyof T]: Exclude<T[K], null> };

/** Leaves out what is not known, so that absent means absent in JSON. */
function dense<T extends object>(value: T): Dense<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined && one !== null)) as Dense<T>;
}
