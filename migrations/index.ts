import { InitialTables1795305600000 } from './1795305600000-initial-tables.js';
import { RowSecurity1795305600001 } from './1795305600001-row-security.js';
import { StepUp1795400000000 } from './1795400000000-step-up.js';
import { RecoveryCodes1795400001000 } from './1795400001000-recovery-codes.js';
import { DevicesAndLockdown1795400100000 } from './1795400100000-devices-and-lockdown.js';
import { RateLimits1795400101000 } from './1795400101000-rate-limits.js';
import { SealedAudit1795400200000 } from './1795400200000-sealed-audit.js';
import { AccessReviews1795400201000 } from './1795400201000-access-reviews.js';
import { NextMasterKey1795400300000 } from './1795400300000-next-master-key.js';
import { BreakGlass1795400400000 } from './1795400400000-break-glass.js';
import { Passkeys1795500000000 } from './1795500000000-passkeys.js';
import { SignInAttempts1795500001000 } from './1795500001000-sign-in-attempts.js';
import { TextMessages1795510000000 } from './1795510000000-text-messages.js';
import { UnconfirmedReminders1795520000000 } from './1795520000000-unconfirmed-reminders.js';
import { WiderLedger1795530000000 } from './1795530000000-wider-ledger.js';
import { PatternAlerts1795539000000 } from './1795539000000-pattern-alerts.js';
import { FigureReleases1795540000000 } from './1795540000000-figure-releases.js';
import { Retention1795610000000 } from './1795610000000-retention.js';
import { LegalDemands1795611000000 } from './1795611000000-legal-demands.js';
import { WordsAndDetail1795620000000 } from './1795620000000-words-and-detail.js';
import { CoverTheLedger1795630000000 } from './1795630000000-cover-the-ledger.js';
import { MonthlyBook1795631000000 } from './1795631000000-monthly-book.js';
import { SessionTellsZone1795650000000 } from './1795650000000-session-tells-zone.js';
import { Documents1795651000000 } from './1795651000000-documents.js';
import { Packets1795652000000 } from './1795652000000-packets.js';
import { AccountNotices1795653000000 } from './1795653000000-account-notices.js';
import { RemindersOfASubject1795660000000 } from './1795660000000-reminders-of-a-subject.js';
import { NarrowPatternIndexes1795670000000 } from './1795670000000-narrow-pattern-indexes.js';
import { AnalysedSoon1795680000000 } from './1795680000000-analysed-soon.js';

/** Every migration in order. A landed one is never edited; a change of an entity gets a new one (`npm run migration`). */
export const migrations = [
  InitialTables1795305600000,
  RowSecurity1795305600001,
  StepUp1795400000000,
  RecoveryCodes1795400001000,
  DevicesAndLockdown1795400100000,
  RateLimits1795400101000,
  SealedAudit1795400200000,
  AccessReviews1795400201000,
  NextMasterKey1795400300000,
  BreakGlass1795400400000,
  Passkeys1795500000000,
  SignInAttempts1795500001000,
  TextMessages1795510000000,
  UnconfirmedReminders1795520000000,
  WiderLedger1795530000000,
  PatternAlerts1795539000000,
  FigureReleases1795540000000,
  Retention1795610000000,
  LegalDemands1795611000000,
  WordsAndDetail1795620000000,
  CoverTheLedger1795630000000,
  MonthlyBook1795631000000,
  SessionTellsZone1795650000000,
  Documents1795651000000,
  Packets1795652000000,
  AccountNotices1795653000000,
  RemindersOfASubject1795660000000,
  NarrowPatternIndexes1795670000000,
  AnalysedSoon1795680000000,
];
