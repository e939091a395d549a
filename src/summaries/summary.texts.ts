import type { AccompanimentRole, AppointmentKind, AppointmentOutcome } from '../appointments/appointment.values.js';
import type { ArrestFields } from '../arrests/arrest.fields.js';
import type {
  CaregiverPlan,
  ConvictionState,
  G28State,
  Interpreter,
  PendingRelief,
  PriorRemovalOrder,
  ProceedingState,
} from '../clients/client.values.js';
import type { CustodyBasis, CustodyKind } from '../custody/custody-event.fields.js';
import type { CivilReason, FingerprintAgency, FingerprintReason } from '../fingerprints/fingerprint-event.fields.js';
import type {
  AskFor,
  CitedAuthority,
  DemandedDocument,
  LetterForm,
  LetterTrigger,
  OfficialTitle,
  StatedReason,
  TriggerConfidence,
} from '../letters/letter.values.js';
import { english } from './summary.texts.en.js';
import { spanish } from './summary.texts.es.js';
import { attorneyScript } from './summary.texts.counsel.js';
import type { Audience, Language } from './summary.types.js';

/** What the scripts depend on: enough to say the right thing, nothing that another audience may not see. */
export interface ScriptContext {
  attorney?: { name: string; phone?: string };
  office: { name: string; phone?: string };
  hasLetter: boolean;
  documentsDemanded: readonly DemandedDocument[];
  authorityCited?: CitedAuthority;
  g28?: G28State;
  priorRemovalOrder?: PriorRemovalOrder;
  /** Children at home, or a plan for them. */
  hasFamilyPlan: boolean;
  /** Whom to call for the children, with numbers; only in scripts of audiences that get the contacts. */
  caregivers: readonly string[];
  /** The law of New York on standby guardians applies. */
  newYork: boolean;
}

/** The sentences that one audience takes along. Plain words, about sixth grade, except for attorneys. */
export interface Script {
  whatToBring(context: ScriptContext): string[];
  whatNotToBring(context: ScriptContext): string[];
  rights(context: ScriptContext): string[];
  ifDetained(context: ScriptContext): string[];
}

/** All that a summary needs in one language. A new language is one file that fills this in, and a line in `wordings`. */
export interface Wording {
  /** Sunday first. */
  weekdays: readonly string[];
  months: readonly string[];
  /** Name of a zone's place where it differs from the zone's own last part. */
  zonePlaces: Readonly<Record<string, string>>;
  precision: Record<'week' | 'about' | 'unknown', (day: string) => string>;
  titles: Record<Audience, string>;
  headings: Record<
    | 'appointment'
    | 'attorney'
    | 'person'
    | 'identity'
    | 'companions'
    | 'letter'
    | 'timeline'
    | 'posture'
    | 'ties'
    | 'familyPlan'
    | 'contacts'
    | 'whatToBring'
    | 'whatNotToBring'
    | 'ifDetained',
    string
  >;
  rightsHeading: Record<Audience, string>;
  labels: Record<
    | 'name'
    | 'speaks'
    | 'interpreter'
    | 'legalName'
    | 'aliases'
    | 'aNumber'
    | 'dateOfBirth'
    | 'countryOfBirth'
    | 'room'
    | 'askFor'
    | 'official'
    | 'entrance'
    | 'office'
    | 'noAttorney'
    | 'noNumber'
    | 'noAppointment'
    | 'plan'
    | 'caregiver'
    | 'schoolPickup'
    | 'powerOfAttorney'
    | 'convictions'
    | 'relief'
    | 'status'
    | 'earlierLeftOut'
    | 'moreInFile'
    | 'confidential',
    string
  >;
  page(number: number, of: number): string;
  prepared(by: string, organisation: string, at: string): string;
  more(count: number): string;
  appointmentKinds: Record<AppointmentKind, string>;
  askFors: Record<Exclude<AskFor, 'other'>, string>;
  officialTitles: Record<Exclude<OfficialTitle, 'none' | 'other'>, string>;
  statedReasons: Record<StatedReason, string>;
  documents: Record<DemandedDocument, string>;
  letterAsksFor(documents: string): string;
  letterMentionsDetention: Record<'yes' | 'no', string>;
  letterCites: Record<CitedAuthority, string>;
  g28: Record<G28State, string>;
  companionRoles: Record<AccompanimentRole, string>;
  unconfirmed: string;
  interpreters: Record<Interpreter, string | undefined>;
  client: Script;
  accompanier: AccompanierWording;
}

/** What those read who come along, beside what everybody does; counsel reads it too. */
export interface AccompanierWording {
  script: Script;
  proceedings: Record<ProceedingState, string | undefined>;
  removalOrders: Record<PriorRemovalOrder, string | undefined>;
  supervision: Record<'yes' | 'no', string>;
  asKnown(day: string | undefined, facts: readonly string[]): string;
  caregiverPlans: Record<CaregiverPlan, string>;
  standbyGuardian: string;
  powersOfAttorney: Record<'yes' | 'no', string>;
  outcomes: Record<AppointmentOutcome, string>;
  ties: {
    spouse: string;
    citizenChildren(count: number): string;
    childrenAtHome(count: number): string;
    primaryCaregiver: string;
    medicalNeeds(needs: string): string;
  };
  fingerprintsTaken: string;
  dateOnLetter: string;
  gotLetter: string;
  /** Days from the fingerprints to the letter. */
  lag(days: number, isRough: boolean): string;
  /** Days from the letter in hand to the appointment. */
  notice(days: number, isRough: boolean): string;
}

/** What only counsel reads, in English. */
export interface CounselWording {
  convictions: Record<ConvictionState, string | undefined>;
  reliefs: Record<PendingRelief, string>;
  aNumberStates: Record<'none' | 'unknown' | 'withheld', string>;
  letterForms: Record<LetterForm, string>;
  triggers: Record<LetterTrigger, string | undefined>;
  confidences: Record<TriggerConfidence, string>;
  fingerprintAgencies: Record<FingerprintAgency, string | undefined>;
  fingerprintReasons: Record<FingerprintReason, string | undefined>;
  civilReasons: Record<CivilReason, string>;
  arrestAgencies: Record<NonNullable<ArrestFields['agency']>, string | undefined>;
  chargeLevels: Record<ArrestFields['chargeLevel'], string>;
  dispositions: Record<NonNullable<ArrestFields['disposition']>, string>;
  custodyKinds: Record<CustodyKind, string>;
  custodyBases: Record<CustodyBasis, string | undefined>;
}

const wordings: Record<Language, Wording> = { en: english, es: spanish };

/** Unless another is asked for: the client's copy is in the client's language where we have it; staff read English. */
export function languageFor(audience: Audience, clientLanguage?: string | null): Language {
  const wanted = clientLanguage?.toLowerCase().split('-')[0];
  return audience === 'client' && wanted !== undefined && wanted in wordings ? (wanted as Language) : 'en';
}

export function wordingIn(language: Language): Wording {
  return wordings[language];
}

export function scriptFor(audience: Audience, language: Language): Script {
  if (audience === 'client') return wordings[language].client;
  return audience === 'accompanier' ? wordings[language].accompanier.script : attorneyScript;
}

/** `+17185550100` as "(718) 555-0100"; numbers of other countries as they are, with their `+`. */
export function phoneInWords(phone: string): string {
  const home = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone);
  if (home) return `(${home[1]}) ${home[2]}-${home[3]}`;
  return phone;
}

/** Nine digits in groups of three, as the detainee locator and hotlines want them. */
export function aNumberInWords(aNumber: string): string {
  const digits = aNumber.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 9) return aNumber;
  return `A ${digits.padStart(9, '0').replace(/(\d{3})(?=\d)/g, '$1-')}`;
}

/** "Spanish" for `es` and for `es-DO`: the region would tell where someone is from. The tag's language if it has no name. */
export function languageInWords(tag: string, language: Language): string {
  try {
    const { language: spoken, script } = new Intl.Locale(tag);
    const plain = script ? `${spoken}-${script}` : spoken;
    return new Intl.DisplayNames([language], { type: 'language' }).of(plain) ?? plain;
  } catch {
    return tag.split('-')[0] ?? tag;
  }
}
