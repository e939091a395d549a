import { AccessReview } from './access/access-review.entity.js';
import { Accompaniment } from './appointments/accompaniment.entity.js';
import { Appointment } from './appointments/appointment.entity.js';
import { VenueObservation } from './appointments/venue-observation.entity.js';
import { Arrest } from './arrests/arrest.entity.js';
import { AuditEvent } from './audit/audit-event.entity.js';
import { AuditSeal } from './audit/audit-seal.entity.js';
import { Passkey, SpentChallenge } from './auth/passkeys/passkey.entity.js';
import { RecoveryCode } from './auth/recovery-code.entity.js';
import { OneTimeLink, Session } from './auth/session.entity.js';
import { SignInAttempt } from './auth/sign-in-attempt.entity.js';
import { User } from './auth/user.entity.js';
import { BreakGlassGrant } from './clients/break-glass.entity.js';
import { ClientKey } from './clients/client-key.entity.js';
import { Client } from './clients/client.entity.js';
import { RetentionPolicy } from './clients/retention-policy.entity.js';
import { SearchTokenRow } from './clients/search-token.entity.js';
import { CustodyEvent } from './custody/custody-event.entity.js';
import { CasePacket } from './summaries/packets/packet.entity.js';
import { CaseDocument, DocumentPiece } from './documents/document.entity.js';
import { FingerprintEvent } from './fingerprints/fingerprint-event.entity.js';
import { LegalDemand } from './legal-demands/legal-demand.entity.js';
import { Letter } from './letters/letter.entity.js';
import { Installation, Organization, OrganizationKey } from './organizations/organization.entity.js';
import { PatternAlert, PatternLedgerState } from './patterns/news/pattern-alert.entity.js';
import { PatternAppointment } from './patterns/pattern-appointment.entity.js';
import { PatternLetter } from './patterns/pattern-letter.entity.js';
import { PatternVenue } from './patterns/pattern-venue.entity.js';
import { PatternRelease } from './patterns/release/release.entity.js';
import { Facility } from './places/facility.entity.js';
import { Office } from './places/office.entity.js';
import { Place } from './places/place.entity.js';
import { Notice } from './platform/channels/notice.entity.js';
import { IdempotencyKey } from './platform/http/idempotency.entity.js';
import { RateLimit } from './platform/http/rate-limit.entity.js';
import { OwnWording } from './reminders/own-wording.entity.js';
import { Reminder, ReminderPlan, ReminderSubject } from './reminders/reminder.entity.js';
import { TextStop } from './reminders/text-stop.entity.js';
import { LegalHold } from './retention/legal-hold.entity.js';
import { Purge } from './retention/purge.entity.js';
import { RetentionReview } from './retention/retention-review.entity.js';

/** Every table of the program; migrations are generated from this list and checked against it. */
export const entities = [
  Installation,
  Organization,
  OrganizationKey,
  User,
  Session,
  OneTimeLink,
  RecoveryCode,
  Passkey,
  SpentChallenge,
  IdempotencyKey,
  RateLimit,
  SignInAttempt,
  AuditEvent,
  AuditSeal,
  Place,
  Office,
  Facility,
  Client,
  ClientKey,
  SearchTokenRow,
  BreakGlassGrant,
  Arrest,
  FingerprintEvent,
  Letter,
  Appointment,
  Accompaniment,
  VenueObservation,
  CustodyEvent,
  CaseDocument,
  DocumentPiece,
  CasePacket,
  Notice,
  Reminder,
  ReminderPlan,
  OwnWording,
  ReminderSubject,
  PatternAlert,
  TextStop,
  PatternAppointment,
  PatternLedgerState,
  PatternLetter,
  PatternVenue,
  PatternRelease,
  AccessReview,
  RetentionPolicy,
  RetentionReview,
  LegalDemand,
  LegalHold,
  Purge,
];
