/**
 * Letterbox
 * 1
 * DO NOT MODIFY - This file has been generated using oazapfts.
 * See https://www.npmjs.com/package/oazapfts
 */
import * as Oazapfts from "@oazapfts/runtime";
import * as QS from "@oazapfts/runtime/query";
export const defaults: Oazapfts.Defaults<Oazapfts.CustomHeaders> = {
    headers: {},
    baseUrl: "/"
};
const oazapfts = Oazapfts.runtime(defaults);
export const servers = {};
export type Liveness = {
    status: "ok";
};
export type Readiness = {
    status: "ok" | "unavailable";
    parts: {
        [key: string]: string;
    };
};
export type AuditEventName = "client.created" | "client.read" | "client.listed" | "client.changed" | "client.closed" | "client.reopened" | "client.merged" | "break_glass.opened" | "break_glass.listed" | "break_glass.reviewed" | "break_glass.ended" | "client.duplicates_shown" | "client.timeline_read" | "client.holdings_read" | "intake.created" | "arrest.created" | "arrest.read" | "arrest.listed" | "arrest.changed" | "arrest.deleted" | "fingerprint_event.created" | "fingerprint_event.read" | "fingerprint_event.listed" | "fingerprint_event.changed" | "fingerprint_event.deleted" | "letter.created" | "letter.read" | "letter.listed" | "letter.changed" | "letter.deleted" | "appointment.created" | "appointment.read" | "appointment.listed" | "appointment.changed" | "appointment.deleted" | "accompaniment.created" | "accompaniment.read" | "accompaniment.listed" | "accompaniment.changed" | "accompaniment.deleted" | "custody_event.created" | "custody_event.read" | "custody_event.listed" | "custody_event.changed" | "custody_event.deleted" | "document.created" | "document.read" | "document.listed" | "document.changed" | "document.deleted" | "packet.created" | "packet.read" | "packet.listed" | "packet.changed" | "packet.deleted" | "appointment.rescheduled" | "appointment.cancelled" | "appointment.live" | "appointment.overdue" | "appointment.overdue_acknowledged" | "appointment.outcome" | "document.opened" | "packet.moved" | "venue_observation.created" | "venue_observation.changed" | "venue_observation.deleted" | "summary.read" | "summary.printed" | "patterns.read" | "release.previewed" | "release.published" | "release.proposed" | "release.approved" | "release.listed" | "release.read" | "patterns.exported" | "pattern_alert.raised" | "pattern_alert.acknowledged" | "patterns.book_ready" | "patterns.rebuilt" | "retention.policy_changed" | "retention.due_listed" | "retention.review_read" | "retention.kept" | "hold.placed" | "hold.lifted" | "hold.listed" | "purge.proposed" | "purge.withdrawn" | "purge.done" | "purge.listed" | "purge.read" | "purge.printed" | "legal_demand.created" | "legal_demand.read" | "legal_demand.listed" | "legal_demand.changed" | "legal_demand.holds_placed" | "calendar.created" | "calendar.revoked" | "calendar.fetched" | "reminder.created" | "reminder.read" | "reminder.listed" | "reminder.previewed" | "reminder.changed" | "reminder.cancelled" | "reminder.acknowledged" | "reminder.retried" | "reminder.derived" | "reminder.sent" | "reminder.postponed" | "reminder.failed" | "reminder.unconfirmed" | "reminder.skipped" | "reminder.delivered" | "reminder.undelivered" | "reminder.redacted" | "texts.stopped" | "texts.started" | "reminder_plan.changed" | "reminder_wording.changed" | "notice.listed" | "notice.read" | "place.created" | "place.changed" | "office.created" | "office.changed" | "facility.created" | "facility.changed" | "organization.created" | "organization.changed" | "keys.made" | "keys.status_read" | "keys.rotated" | "lockdown.begun" | "lockdown.ended" | "user.created" | "user.changed" | "password.set" | "password.changed" | "password.reset" | "second_factor.enrolled" | "second_factor.removed" | "passkey.enrolled" | "passkey.renamed" | "passkey.removed" | "passkey.counter_fell" | "recovery_codes.made" | "recovery_codes.used" | "second_factor.reset" | "step_up.shown" | "step_up.refused" | "session.started" | "session.refused" | "session.ended" | "session.listed" | "session.revoked" | "session.all_revoked" | "token.created" | "token.revoked" | "access.refused" | "client.access_read" | "access_review.drawn" | "access_review.listed" | "access_review.confirmed" | "access_review.questioned" | "audit.read" | "audit.exported";
export type AuditEventAnswer = {
    id: string;
    at: string;
    userId: string;
    /** Null for what the system did by itself. */
    userName: string | null;
    role: string;
    event: string;
    subjectType: string | null;
    subjectId: string | null;
    clientId: string | null;
    origin: string | null;
    requestId: string | null;
    details: {
        [key: string]: any;
    } | null;
};
export type PageOfAuditEventAnswer = {
    items: AuditEventAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type AuditSealAnswer = {
    "number": number;
    sealedAt: string;
    lines: number;
    /** Lines of this batch and all before it. */
    totalLines: number;
    /** To keep elsewhere, and to give to npm run audit -- verify --expect. */
    anchor: string;
};
export type PageOfAuditSealAnswer = {
    items: AuditSealAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type Assertion = {
    /** base64url */
    clientDataJSON: string;
    /** base64url */
    authenticatorData: string;
    /** base64url */
    signature: string;
    userHandle?: string;
};
export type UsedCredential = {
    /** base64url */
    id: string;
    /** base64url */
    rawId: string;
    "type": "public-key";
    authenticatorAttachment?: "platform" | "cross-platform";
    clientExtensionResults?: {
        [key: string]: any;
    };
    response: Assertion;
};
export type SignIn = {
    email: string;
    password: string;
    /** Six digits of the second factor, once it is enrolled; or one of the recovery codes in its place. */
    code?: string;
    /** In place of the code: a passkey that answers the question of the 401 before. */
    passkey?: UsedCredential;
};
export type SignedIn = {
    /** True where a second factor must be enrolled before anything else works. */
    mustEnrolSecondFactor: boolean;
};
export type Me = {
    user: {
        id?: string;
        displayName?: string;
        email?: string;
        language?: string | null;
        [key: string]: any;
    };
    /** Of my account, to change it with. */
    version: number;
    role: "administrator" | "supervisor" | "attorney" | "advocate" | "accompanier" | "auditor";
    permissions: ("self" | "case.read" | "case.write" | "case.allegations" | "case.posture" | "case.delete" | "case.close" | "case.merge" | "break_glass.use" | "break_glass.read" | "break_glass.review" | "access.read" | "access_review.read" | "access_review.judge" | "appointment.read" | "appointment.live" | "summary.read" | "packet.approve" | "venue.write" | "reminder.read" | "reminder.manage" | "plan.manage" | "patterns.read" | "patterns.acknowledge" | "release.read" | "release.publish" | "release.approve" | "reference.read" | "reference.write" | "retention.read" | "retention.review" | "retention.policy" | "purge.decide" | "purge.read" | "hold.place" | "hold.lift" | "legal_demand.read" | "legal_demand.write" | "legal_demand.scope" | "directory.read" | "users.manage" | "organization.manage" | "tokens.manage" | "audit.read" | "audit.export")[];
    organization: {
        id?: string;
        name?: string;
        zone?: string;
        [key: string]: any;
    };
    /** True until a second factor is enrolled where one is required; nothing else works until then. */
    mustEnrolSecondFactor: boolean;
    hasSecondFactor: boolean;
    /** Whether an authenticator app is among the second factors. */
    hasAuthenticator: boolean;
    /** Whether passkeys are among them. */
    hasPasskeys: boolean;
    /** Recovery codes that are left; null without a second factor. Make new ones when it is 3 or fewer. */
    recoveryCodesLeft: number | null;
};
export type ChangeMe = {
    /** Language of the screens and notices for this person. */
    language?: string | null;
};
export type SetUp = {
    /** Language of the screens and notices for this person. */
    language?: string | null;
    /** From the one-time link. */
    token: string;
    organizationName: string;
    displayName: string;
    email: string;
    password: string;
};
export type UseLink = {
    /** Language of the screens and notices for this person. */
    language?: string | null;
    /** From the invitation or reset link. */
    token: string;
    password: string;
};
export type ChangePassword = {
    currentPassword: string;
    newPassword: string;
};
export type PasskeyQuestion = {
    /** For `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`; its challenge works once, for five minutes. */
    publicKey: {
        [key: string]: any;
    };
};
export type Proof = {
    /** Six digits of the second factor. */
    code?: string;
    /** A passkey that answers the question of POST /api/auth/step-up/question. */
    passkey?: UsedCredential;
    /** Your password, where no second factor is enrolled. */
    password?: string;
};
export type Proven = {
    /** Until then routes with x-step-up open in this session. */
    freshUntil: string;
};
export type TotpEnrolment = {
    /** Base32 secret, for typing. */
    secret: string;
    /** otpauth address, for a QR code. */
    uri: string;
};
export type TotpCode = {
    code: string;
};
export type RecoveryCodes = {
    /** Each takes the place of the second factor once. Shown this once: keep them on paper. */
    recoveryCodes: string[];
};
export type Attestation = {
    /** base64url */
    clientDataJSON: string;
    /** base64url */
    attestationObject: string;
    transports?: string[];
    authenticatorData?: string;
    publicKey?: string;
    publicKeyAlgorithm?: number;
};
export type NewCredential = {
    /** base64url */
    id: string;
    /** base64url */
    rawId: string;
    "type": "public-key";
    authenticatorAttachment?: "platform" | "cross-platform";
    clientExtensionResults?: {
        [key: string]: any;
    };
    response: Attestation;
};
export type NewPasskey = {
    /** Tells you which of your devices or keys it is. */
    label: string;
    /** What `navigator.credentials.create` answered, as JSON. */
    credential: NewCredential;
};
export type EnrolledPasskey = {
    /** Tells you which of your devices or keys it is. */
    label: string;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    lastUsedAt: string | null;
    /** Where it is the first second factor: codes that each take its place once, shown this once. */
    recoveryCodes: string[] | null;
};
export type PasskeyAnswer = {
    /** Tells you which of your devices or keys it is. */
    label: string;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    lastUsedAt: string | null;
};
export type PageOfPasskeyAnswer = {
    items: PasskeyAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type ChangePasskey = {
    /** Tells you which of your devices or keys it is. */
    label: string;
};
export type PasskeySignIn = {
    /** What `navigator.credentials.get` answered, as JSON. */
    credential: UsedCredential;
};
export type SessionAnswer = {
    id: string;
    /** A sign-in by a person, a token of a program, or the address of a calendar. */
    kind: "session" | "token" | "calendar";
    /** Name that its owner gave a token. */
    name: string | null;
    /** Kind of browser and system, such as "Firefox, Windows"; no more is kept of a device. */
    device: string | null;
    /** Whether a second factor was shown. */
    secondFactor: boolean;
    /** Whether this request came with it. */
    current: boolean;
    createdAt: string;
    /** Last request, to the minute; to the hour for an administrator who looks at somebody else. */
    lastSeenAt: string;
    /** Ends then in any case; a sign-in also after 30 idle minutes. */
    expiresAt: string;
};
export type PageOfSessionAnswer = {
    items: SessionAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type NewUser = {
    /** Tells colleagues who somebody is. */
    displayName: string;
    /** Sign-in name, and where neutral notices go. */
    email: string;
    /** Decides what the person may see and do. */
    role: "administrator" | "supervisor" | "attorney" | "advocate" | "accompanier" | "auditor";
    /** Stands on case summaries as the number to call. */
    phone?: string | null;
    /** Language of the screens and notices for this person. */
    language?: string | null;
    /** Without it the answer holds an invitation link. */
    password?: string;
};
export type UserAnswer = {
    /** Tells colleagues who somebody is. */
    displayName: string;
    /** Sign-in name, and where neutral notices go. */
    email: string;
    /** Decides what the person may see and do. */
    role: "administrator" | "supervisor" | "attorney" | "advocate" | "accompanier" | "auditor";
    /** Stands on case summaries as the number to call. */
    phone?: string | null;
    /** Language of the screens and notices for this person. */
    language?: string | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    state: "invited" | "active" | "disabled";
    hasSecondFactor: boolean;
    /** One-time link for the new user; shown once. */
    invitationLink?: string;
};
export type PageOfUserAnswer = {
    items: UserAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type ChangeUser = {
    /** Tells colleagues who somebody is. */
    displayName?: string;
    /** Decides what the person may see and do. */
    role?: "administrator" | "supervisor" | "attorney" | "advocate" | "accompanier" | "auditor";
    /** Stands on case summaries as the number to call. */
    phone?: string | null;
    /** Language of the screens and notices for this person. */
    language?: string | null;
    state?: "active" | "disabled";
};
export type NewToken = {
    name: string;
    /** What the token may do; all that you may if left out. Without `self` it may not even look at your account and sessions. */
    scopes?: ("self" | "case.read" | "case.write" | "case.allegations" | "case.posture" | "case.delete" | "case.close" | "case.merge" | "break_glass.use" | "break_glass.read" | "break_glass.review" | "access.read" | "access_review.read" | "access_review.judge" | "appointment.read" | "appointment.live" | "summary.read" | "packet.approve" | "venue.write" | "reminder.read" | "reminder.manage" | "plan.manage" | "patterns.read" | "patterns.acknowledge" | "release.read" | "release.publish" | "release.approve" | "reference.read" | "reference.write" | "retention.read" | "retention.review" | "retention.policy" | "purge.decide" | "purge.read" | "hold.place" | "hold.lift" | "legal_demand.read" | "legal_demand.write" | "legal_demand.scope" | "directory.read" | "users.manage" | "organization.manage" | "tokens.manage" | "audit.read" | "audit.export")[];
    expiresInDays?: number;
};
export type TokenAnswer = {
    id: string;
    name: string;
    scopes: string[] | null;
    createdAt: string;
    expiresAt: string;
    /** The token itself; shown once, at creation. */
    token?: string;
};
export type PageOfTokenAnswer = {
    items: TokenAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type OrganizationAnswer = {
    /** Names the organisation to its own staff. */
    name: string;
    /** Neutral name that reminders are signed with; it should not tell what the organisation does. */
    nickname?: string | null;
    /** Number that reminders ask people to call back. */
    callBackNumber?: string | null;
    /** Begins each case code, such as BX in BX-7KQ4M. */
    codePrefix?: string;
    /** Tells which day it is where the organisation works. */
    zone?: string;
    /** Whether home addresses may be written down; off unless there is a written reason. */
    collectsAddresses?: boolean;
    /** Figures for the public hide every count below this, and all that would give one away. */
    publicCountsFrom?: number;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    /** Since when only administrators can sign in; null unless the organisation is locked down. */
    lockedDownAt: string | null;
};
export type ChangeOrganization = {
    /** Names the organisation to its own staff. */
    name?: string;
    /** Neutral name that reminders are signed with; it should not tell what the organisation does. */
    nickname?: string | null;
    /** Number that reminders ask people to call back. */
    callBackNumber?: string | null;
    /** Begins each case code, such as BX in BX-7KQ4M. */
    codePrefix?: string;
    /** Tells which day it is where the organisation works. */
    zone?: string;
    /** Whether home addresses may be written down; off unless there is a written reason. */
    collectsAddresses?: boolean;
    /** Figures for the public hide every count below this, and all that would give one away. */
    publicCountsFrom?: number;
};
export type RoleAnswer = {
    role: "administrator" | "supervisor" | "attorney" | "advocate" | "accompanier" | "auditor";
    permissions: ("self" | "case.read" | "case.write" | "case.allegations" | "case.posture" | "case.delete" | "case.close" | "case.merge" | "break_glass.use" | "break_glass.read" | "break_glass.review" | "access.read" | "access_review.read" | "access_review.judge" | "appointment.read" | "appointment.live" | "summary.read" | "packet.approve" | "venue.write" | "reminder.read" | "reminder.manage" | "plan.manage" | "patterns.read" | "patterns.acknowledge" | "release.read" | "release.publish" | "release.approve" | "reference.read" | "reference.write" | "retention.read" | "retention.review" | "retention.policy" | "purge.decide" | "purge.read" | "hold.place" | "hold.lift" | "legal_demand.read" | "legal_demand.write" | "legal_demand.scope" | "directory.read" | "users.manage" | "organization.manage" | "tokens.manage" | "audit.read" | "audit.export")[];
};
export type RolesAnswer = {
    items: RoleAnswer[];
};
export type PlaceAnswer = {
    /** Names the place where people are to come. */
    name: string;
    /** Shows to what kind of place people are called. */
    kind: "ice_office" | "court" | "uscis" | "isap" | "detention" | "other";
    /** Brings people to the right building; one line of the address per line. */
    addressLines?: string | null;
    /** Shows in which county people are called in. */
    county?: string | null;
    /** Shows in which state people are called in. */
    state?: string | null;
    /** Makes sure that times are those of the place. */
    zone?: string;
    /** Tells people and companions which door, which floor and what to expect at security. */
    entranceNotes?: string | null;
    /** Says from which entry of the common list the place was copied, so that coalitions count it as one. */
    referenceKey?: string | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
};
export type PageOfPlaceAnswer = {
    items: PlaceAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type CreatePlace = {
    /** Names the place where people are to come. */
    name: string;
    /** Shows to what kind of place people are called. */
    kind: "ice_office" | "court" | "uscis" | "isap" | "detention" | "other";
    /** Brings people to the right building; one line of the address per line. */
    addressLines?: string | null;
    /** Shows in which county people are called in. */
    county?: string | null;
    /** Shows in which state people are called in. */
    state?: string | null;
    /** Makes sure that times are those of the place. */
    zone?: string;
    /** Tells people and companions which door, which floor and what to expect at security. */
    entranceNotes?: string | null;
};
export type ChangePlace = {
    /** Names the place where people are to come. */
    name?: string;
    /** Shows to what kind of place people are called. */
    kind?: "ice_office" | "court" | "uscis" | "isap" | "detention" | "other";
    /** Brings people to the right building; one line of the address per line. */
    addressLines?: string | null;
    /** Shows in which county people are called in. */
    county?: string | null;
    /** Shows in which state people are called in. */
    state?: string | null;
    /** Makes sure that times are those of the place. */
    zone?: string;
    /** Tells people and companions which door, which floor and what to expect at security. */
    entranceNotes?: string | null;
};
export type OfficeAnswer = {
    /** Names the office that sent a letter. */
    name: string;
    /** Shows which agency sends letters. */
    agency: "ice_ero" | "ice_hsi" | "ice_opla" | "uscis" | "eoir" | "cbp" | "other";
    /** Shows which part of an agency sends letters. */
    unit?: string | null;
    /** Lets a lawyer write to the office; one line of the address per line. */
    addressLines?: string | null;
    /** Tells offices of one agency apart. */
    city?: string | null;
    /** Tells offices of one agency apart. */
    state?: string | null;
    /** Says from which entry of the common list the office was copied, so that coalitions count it as one. */
    referenceKey?: string | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
};
export type PageOfOfficeAnswer = {
    items: OfficeAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type CreateOffice = {
    /** Names the office that sent a letter. */
    name: string;
    /** Shows which agency sends letters. */
    agency: "ice_ero" | "ice_hsi" | "ice_opla" | "uscis" | "eoir" | "cbp" | "other";
    /** Shows which part of an agency sends letters. */
    unit?: string | null;
    /** Lets a lawyer write to the office; one line of the address per line. */
    addressLines?: string | null;
    /** Tells offices of one agency apart. */
    city?: string | null;
    /** Tells offices of one agency apart. */
    state?: string | null;
};
export type ChangeOffice = {
    /** Names the office that sent a letter. */
    name?: string;
    /** Shows which agency sends letters. */
    agency?: "ice_ero" | "ice_hsi" | "ice_opla" | "uscis" | "eoir" | "cbp" | "other";
    /** Shows which part of an agency sends letters. */
    unit?: string | null;
    /** Lets a lawyer write to the office; one line of the address per line. */
    addressLines?: string | null;
    /** Tells offices of one agency apart. */
    city?: string | null;
    /** Tells offices of one agency apart. */
    state?: string | null;
};
export type FacilityAnswer = {
    /** Names where people are held. */
    name: string;
    /** Tells families and lawyers how far away people are held. */
    city?: string | null;
    /** Shows in which states people are held, and which courts are responsible. */
    state?: string | null;
    /** Says from which entry of the common list the facility was copied, so that coalitions count it as one. */
    referenceKey?: string | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
};
export type PageOfFacilityAnswer = {
    items: FacilityAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type CreateFacility = {
    /** Names where people are held. */
    name: string;
    /** Tells families and lawyers how far away people are held. */
    city?: string | null;
    /** Shows in which states people are held, and which courts are responsible. */
    state?: string | null;
};
export type ChangeFacility = {
    /** Names where people are held. */
    name?: string;
    /** Tells families and lawyers how far away people are held. */
    city?: string | null;
    /** Shows in which states people are held, and which courts are responsible. */
    state?: string | null;
};
export type EmergencyContact = {
    /** Lets us ask for the right person. */
    name: string;
    /** Tells us how to speak with your contact. */
    relation?: string | null;
    /** Lets us call your contact in an emergency. */
    phone?: string | null;
    /** Lets us speak with your contact in their language. */
    language?: string | null;
    /** Keeps your case from being told to someone who should not know. */
    mayBeToldAboutCase?: boolean | null;
};
export type Caregiver = {
    /** Names who is to care for your children. */
    name: string;
    /** Tells a school or a court who the caregiver is. */
    relation?: string | null;
    /** Lets us call the caregiver at once if you are held. */
    phone?: string | null;
    /** Lets us speak with the caregiver in their language. */
    language?: string | null;
};
export type Consent = {
    /** Says what you agreed to. */
    kind: "record_keeping" | "aggregate_internal" | "aggregate_pooled" | "sms" | "message_detail" | "public_story";
    /** Proves since when we have your consent. */
    givenOn: string;
    /** Names who explained the consent to you. */
    takenBy?: string | null;
    /** Proves in what way you agreed. */
    how?: ("written" | "spoken_in_person" | "spoken_by_phone" | "electronic" | "through_family") | null;
    /** Makes sure that we stop when you take consent back. */
    withdrawnOn?: string | null;
};
export type CreateClient = {
    /** Names you on filings, and lets us find your case when you call. */
    legalName: string;
    /** Lets us call you by the name you use. */
    preferredName?: string | null;
    /** Finds your case and your records under other spellings and names. */
    aliases?: string | null;
    /** Tells you apart from people of the same name, and finds you in the detainee locator. */
    dateOfBirth?: string | null;
    /** Shows which ages are called in without keeping a date of birth, and whether rules for minors apply. */
    ageBand?: ("minor" | "18_24" | "25_34" | "35_44" | "45_54" | "55_plus" | "unknown") | null;
    /** Reaches you in the way you chose. */
    channel?: ("sms" | "voice" | "email" | "in_person_only" | "via_trusted_contact") | null;
    /** Lets us call you, and remind you where you agreed to it. */
    phone?: string | null;
    /** Keeps messages away from a phone that someone else may read. */
    phoneSafeToText?: ("yes" | "no" | "unknown") | null;
    /** Makes sure that only people who agreed get text messages. */
    smsConsent?: ("opted_in" | "opted_out" | "not_asked") | null;
    /** Lets us write to you where you prefer e-mail. */
    email?: string | null;
    /** Collected only where your clinic says in writing why it needs it, such as filing a change of address. */
    address?: string | null;
    /** Tells us whom to call if you do not come out of an appointment. */
    emergencyContacts?: EmergencyContact[] | null;
    /** Gets you reminders, handouts and interpreters in your language. */
    language?: string | null;
    /** Books the interpreter you need for a meeting. */
    interpreter?: ("none" | "spoken" | "asl" | "other_sign_language") | null;
    /** Shows in which boroughs and counties people are called in. */
    county?: string | null;
    /** Tells your lawyer whether immigration authorities already have a file on you. */
    aNumberState?: ("has" | "none" | "unknown" | "withheld") | null;
    /** Finds you in the detainee locator and the court hotline, and names your file on filings. */
    aNumber?: string | null;
    /** Is asked for by the detainee locator when we look for someone in custody. */
    countryOfBirth?: string | null;
    /** Says how fresh what we know of your immigration situation is. */
    postureKnownOn?: string | null;
    /** Lets your lawyer judge the risk of an appointment, and shows who is called in. */
    proceedings?: ("not_in_proceedings" | "in_proceedings" | "withholding_only" | "expedited_removal" | "appeal_pending" | "final_order" | "closed_or_terminated" | "unknown" | "withheld") | null;
    /** Lets your lawyer judge whether you could be removed without a hearing, and shows who is called in. */
    priorRemovalOrder?: ("none" | "outstanding" | "in_absentia" | "executed" | "reinstated" | "unknown" | "withheld") | null;
    /** Says whether you already report to ICE, and shows whether people who do are called in. */
    orderOfSupervision?: boolean | null;
    /** Lets your lawyer judge the risk, and shows whether people without convictions are called in. */
    convictions?: ("none" | "violation" | "misdemeanor" | "felony" | "qualifying_170" | "unknown" | "withheld") | null;
    /** Shows your lawyer what protects you, and shows whether people with applications are called in. */
    pendingRelief?: ("family_petition" | "adjustment" | "asylum" | "withholding" | "cat" | "u" | "t" | "vawa" | "sijs" | "daca" | "tps" | "cancellation" | "provisional_waiver" | "motion_to_reopen" | "appeal" | "other" | "none" | "unknown")[] | null;
    /** May support a request for release or an application, and shows which families are affected. */
    usCitizenOrLprSpouse?: boolean | null;
    /** May support a request for release or an application, and shows how many children are affected. */
    usCitizenChildren?: number | null;
    /** Reminds us to plan for the children before an appointment, and shows how many are affected. */
    minorChildrenAtHome?: number | null;
    /** Supports a request for release, since others depend on your care. */
    primaryCaregiver?: boolean | null;
    /** Lets us demand medicine and care for you if you are held. */
    medicalNeeds?: string | null;
    /** Says who may care for your children if you are held; in New York an official letter can itself activate a standby guardian. */
    caregiverPlan?: ("none" | "informal" | "designation_form" | "standby_guardian" | "court_order") | null;
    /** Tells us whom to call for your children if you do not come out of an appointment. */
    caregivers?: Caregiver[] | null;
    /** Makes sure that your children are fetched on the day of an appointment. */
    schoolPickup?: string | null;
    /** Says whether someone can act for you, at the bank or the school, if you are held. */
    powerOfAttorney?: boolean | null;
    /** Reminds us to go through your safety plan again with you. */
    planReviewedOn?: string | null;
    /** Says what our office does for you, and shows what having a lawyer changes. */
    representation?: ("unrepresented" | "limited" | "full" | "referred" | "co_counsel") | null;
    /** Says whether officers have been told that you have a lawyer and must let the lawyer in. */
    g28?: ("none" | "signed_unfiled" | "filed_ice" | "filed_uscis" | "filed_eoir") | null;
    /** Names the lawyer who answers for your case. */
    assignedAttorneyId?: string | null;
    /** Makes sure that our office may advise you without hurting another client. */
    conflictCheck?: ("pending" | "cleared" | "potential" | "waived" | "declined") | null;
    /** Records what you agreed to, and when you took it back. */
    consents?: Consent[] | null;
    /** Shows how people find us, so that more can. */
    intakeSource?: ("arraignment" | "hotline" | "walk_in" | "referral" | "court" | "family" | "other") | null;
};
export type PossibleDuplicate = {
    clientId: string;
    code: string;
    /** null only when it does not open: the sealed value was altered or moved. */
    legalName: string | null;
    dateOfBirth: string | null;
    /** person: the same name and birth date. */
    matchedOn: ("a_number" | "phone" | "person")[];
};
export type Warning = {
    field: string;
    code: string;
    message: string;
};
export type ClientAnswer = {
    /** Names you on filings, and lets us find your case when you call. */
    legalName: string;
    /** Lets us call you by the name you use. */
    preferredName?: string | null;
    /** Finds your case and your records under other spellings and names. */
    aliases?: string | null;
    /** Tells you apart from people of the same name, and finds you in the detainee locator. */
    dateOfBirth?: string | null;
    /** Shows which ages are called in without keeping a date of birth, and whether rules for minors apply. */
    ageBand?: ("minor" | "18_24" | "25_34" | "35_44" | "45_54" | "55_plus" | "unknown") | null;
    /** Reaches you in the way you chose. */
    channel?: ("sms" | "voice" | "email" | "in_person_only" | "via_trusted_contact") | null;
    /** Lets us call you, and remind you where you agreed to it. */
    phone?: string | null;
    /** Keeps messages away from a phone that someone else may read. */
    phoneSafeToText?: ("yes" | "no" | "unknown") | null;
    /** Makes sure that only people who agreed get text messages. */
    smsConsent?: ("opted_in" | "opted_out" | "not_asked") | null;
    /** Lets us write to you where you prefer e-mail. */
    email?: string | null;
    /** Collected only where your clinic says in writing why it needs it, such as filing a change of address. */
    address?: string | null;
    /** Tells us whom to call if you do not come out of an appointment. */
    emergencyContacts?: EmergencyContact[] | null;
    /** Gets you reminders, handouts and interpreters in your language. */
    language?: string | null;
    /** Books the interpreter you need for a meeting. */
    interpreter?: ("none" | "spoken" | "asl" | "other_sign_language") | null;
    /** Shows in which boroughs and counties people are called in. */
    county?: string | null;
    /** Tells your lawyer whether immigration authorities already have a file on you. */
    aNumberState?: ("has" | "none" | "unknown" | "withheld") | null;
    /** Finds you in the detainee locator and the court hotline, and names your file on filings. */
    aNumber?: string | null;
    /** Is asked for by the detainee locator when we look for someone in custody. */
    countryOfBirth?: string | null;
    /** Says how fresh what we know of your immigration situation is. */
    postureKnownOn?: string | null;
    /** Lets your lawyer judge the risk of an appointment, and shows who is called in. */
    proceedings?: ("not_in_proceedings" | "in_proceedings" | "withholding_only" | "expedited_removal" | "appeal_pending" | "final_order" | "closed_or_terminated" | "unknown" | "withheld") | null;
    /** Lets your lawyer judge whether you could be removed without a hearing, and shows who is called in. */
    priorRemovalOrder?: ("none" | "outstanding" | "in_absentia" | "executed" | "reinstated" | "unknown" | "withheld") | null;
    /** Says whether you already report to ICE, and shows whether people who do are called in. */
    orderOfSupervision?: boolean | null;
    /** Lets your lawyer judge the risk, and shows whether people without convictions are called in. */
    convictions?: ("none" | "violation" | "misdemeanor" | "felony" | "qualifying_170" | "unknown" | "withheld") | null;
    /** Shows your lawyer what protects you, and shows whether people with applications are called in. */
    pendingRelief?: ("family_petition" | "adjustment" | "asylum" | "withholding" | "cat" | "u" | "t" | "vawa" | "sijs" | "daca" | "tps" | "cancellation" | "provisional_waiver" | "motion_to_reopen" | "appeal" | "other" | "none" | "unknown")[] | null;
    /** May support a request for release or an application, and shows which families are affected. */
    usCitizenOrLprSpouse?: boolean | null;
    /** May support a request for release or an application, and shows how many children are affected. */
    usCitizenChildren?: number | null;
    /** Reminds us to plan for the children before an appointment, and shows how many are affected. */
    minorChildrenAtHome?: number | null;
    /** Supports a request for release, since others depend on your care. */
    primaryCaregiver?: boolean | null;
    /** Lets us demand medicine and care for you if you are held. */
    medicalNeeds?: string | null;
    /** Says who may care for your children if you are held; in New York an official letter can itself activate a standby guardian. */
    caregiverPlan?: ("none" | "informal" | "designation_form" | "standby_guardian" | "court_order") | null;
    /** Tells us whom to call for your children if you do not come out of an appointment. */
    caregivers?: Caregiver[] | null;
    /** Makes sure that your children are fetched on the day of an appointment. */
    schoolPickup?: string | null;
    /** Says whether someone can act for you, at the bank or the school, if you are held. */
    powerOfAttorney?: boolean | null;
    /** Reminds us to go through your safety plan again with you. */
    planReviewedOn?: string | null;
    /** Says what our office does for you, and shows what having a lawyer changes. */
    representation?: ("unrepresented" | "limited" | "full" | "referred" | "co_counsel") | null;
    /** Says whether officers have been told that you have a lawyer and must let the lawyer in. */
    g28?: ("none" | "signed_unfiled" | "filed_ice" | "filed_uscis" | "filed_eoir") | null;
    /** Names the lawyer who answers for your case. */
    assignedAttorneyId?: string | null;
    /** Makes sure that our office may advise you without hurting another client. */
    conflictCheck?: ("pending" | "cleared" | "potential" | "waived" | "declined") | null;
    /** Records what you agreed to, and when you took it back. */
    consents?: Consent[] | null;
    /** Shows how people find us, so that more can. */
    intakeSource?: ("arraignment" | "hotline" | "walk_in" | "referral" | "court" | "family" | "other") | null;
    /** Says whether we are still working for you. */
    status?: "open" | "closed";
    /** Says why our work for you ended. */
    closingReason?: ("matter_resolved" | "advice_given" | "relief_granted" | "referred_out" | "removed" | "left_the_country" | "lost_contact" | "client_withdrew" | "conflict" | "deceased" | "merged" | "entered_in_error" | "other") | null;
    /** Closes the file to everyone in the office but the people named. */
    restricted?: boolean;
    /** Names the people of the office who may open the file while it is restricted. */
    allowedUserIds?: string[];
    /** Says how long the file is kept after it is closed. */
    retentionClass?: "short" | "standard" | "extended";
    /** Says when two people look at the file again, to purge it or to keep it longer. */
    reviewOn?: string | null;
    /** Stops the file from being destroyed while a court may ask for it. */
    legalHold?: boolean;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    /** The only name that may appear where others can see. */
    code: string;
    possibleDuplicates?: PossibleDuplicate[];
    warnings?: Warning[];
};
export type UpcomingAppointment = {
    id: string;
    kind: string;
    startsAt: string;
    zone: string;
    placeId: string;
    placeName: string;
};
export type ClientInList = {
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    id: string;
    code: string;
    /** null only when it does not open: the sealed value was altered or moved. */
    legalName: string | null;
    preferredName: string | null;
    status: "open" | "closed";
    county: string | null;
    assignedAttorneyId: string | null;
    restricted: boolean;
    legalHold: boolean;
    lastLetterOn: string | null;
    nextAppointment: (UpcomingAppointment) | null;
    createdAt: string;
    version: number;
};
export type PageOfClientInList = {
    items: ClientInList[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type LetterInBrief = {
    id: string;
    receivedOn: string;
    letterDatedOn: string | null;
    form: string | null;
    reportAt: string | null;
    evidenceGrade: string;
    decision: string | null;
    /** Days from the print to the letter. */
    lagDays: number | null;
    /** Days from receipt to the date to report. */
    noticeDays: number | null;
    version: number;
};
export type AppointmentInBrief = {
    id: string;
    kind: string;
    startsAt: string;
    zone: string;
    placeId: string;
    placeName: string;
    status: string;
    liveState: string;
    outcome: string | null;
    version: number;
};
export type BrokenGlass = {
    id: string;
    userId: string;
    userName: string;
    /** Until when. */
    expiresAt: string;
};
export type CaseFileAnswer = {
    /** Names you on filings, and lets us find your case when you call. */
    legalName: string;
    /** Lets us call you by the name you use. */
    preferredName?: string | null;
    /** Finds your case and your records under other spellings and names. */
    aliases?: string | null;
    /** Tells you apart from people of the same name, and finds you in the detainee locator. */
    dateOfBirth?: string | null;
    /** Shows which ages are called in without keeping a date of birth, and whether rules for minors apply. */
    ageBand?: ("minor" | "18_24" | "25_34" | "35_44" | "45_54" | "55_plus" | "unknown") | null;
    /** Reaches you in the way you chose. */
    channel?: ("sms" | "voice" | "email" | "in_person_only" | "via_trusted_contact") | null;
    /** Lets us call you, and remind you where you agreed to it. */
    phone?: string | null;
    /** Keeps messages away from a phone that someone else may read. */
    phoneSafeToText?: ("yes" | "no" | "unknown") | null;
    /** Makes sure that only people who agreed get text messages. */
    smsConsent?: ("opted_in" | "opted_out" | "not_asked") | null;
    /** Lets us write to you where you prefer e-mail. */
    email?: string | null;
    /** Collected only where your clinic says in writing why it needs it, such as filing a change of address. */
    address?: string | null;
    /** Tells us whom to call if you do not come out of an appointment. */
    emergencyContacts?: EmergencyContact[] | null;
    /** Gets you reminders, handouts and interpreters in your language. */
    language?: string | null;
    /** Books the interpreter you need for a meeting. */
    interpreter?: ("none" | "spoken" | "asl" | "other_sign_language") | null;
    /** Shows in which boroughs and counties people are called in. */
    county?: string | null;
    /** Tells your lawyer whether immigration authorities already have a file on you. */
    aNumberState?: ("has" | "none" | "unknown" | "withheld") | null;
    /** Finds you in the detainee locator and the court hotline, and names your file on filings. */
    aNumber?: string | null;
    /** Is asked for by the detainee locator when we look for someone in custody. */
    countryOfBirth?: string | null;
    /** Says how fresh what we know of your immigration situation is. */
    postureKnownOn?: string | null;
    /** Lets your lawyer judge the risk of an appointment, and shows who is called in. */
    proceedings?: ("not_in_proceedings" | "in_proceedings" | "withholding_only" | "expedited_removal" | "appeal_pending" | "final_order" | "closed_or_terminated" | "unknown" | "withheld") | null;
    /** Lets your lawyer judge whether you could be removed without a hearing, and shows who is called in. */
    priorRemovalOrder?: ("none" | "outstanding" | "in_absentia" | "executed" | "reinstated" | "unknown" | "withheld") | null;
    /** Says whether you already report to ICE, and shows whether people who do are called in. */
    orderOfSupervision?: boolean | null;
    /** Lets your lawyer judge the risk, and shows whether people without convictions are called in. */
    convictions?: ("none" | "violation" | "misdemeanor" | "felony" | "qualifying_170" | "unknown" | "withheld") | null;
    /** Shows your lawyer what protects you, and shows whether people with applications are called in. */
    pendingRelief?: ("family_petition" | "adjustment" | "asylum" | "withholding" | "cat" | "u" | "t" | "vawa" | "sijs" | "daca" | "tps" | "cancellation" | "provisional_waiver" | "motion_to_reopen" | "appeal" | "other" | "none" | "unknown")[] | null;
    /** May support a request for release or an application, and shows which families are affected. */
    usCitizenOrLprSpouse?: boolean | null;
    /** May support a request for release or an application, and shows how many children are affected. */
    usCitizenChildren?: number | null;
    /** Reminds us to plan for the children before an appointment, and shows how many are affected. */
    minorChildrenAtHome?: number | null;
    /** Supports a request for release, since others depend on your care. */
    primaryCaregiver?: boolean | null;
    /** Lets us demand medicine and care for you if you are held. */
    medicalNeeds?: string | null;
    /** Says who may care for your children if you are held; in New York an official letter can itself activate a standby guardian. */
    caregiverPlan?: ("none" | "informal" | "designation_form" | "standby_guardian" | "court_order") | null;
    /** Tells us whom to call for your children if you do not come out of an appointment. */
    caregivers?: Caregiver[] | null;
    /** Makes sure that your children are fetched on the day of an appointment. */
    schoolPickup?: string | null;
    /** Says whether someone can act for you, at the bank or the school, if you are held. */
    powerOfAttorney?: boolean | null;
    /** Reminds us to go through your safety plan again with you. */
    planReviewedOn?: string | null;
    /** Says what our office does for you, and shows what having a lawyer changes. */
    representation?: ("unrepresented" | "limited" | "full" | "referred" | "co_counsel") | null;
    /** Says whether officers have been told that you have a lawyer and must let the lawyer in. */
    g28?: ("none" | "signed_unfiled" | "filed_ice" | "filed_uscis" | "filed_eoir") | null;
    /** Names the lawyer who answers for your case. */
    assignedAttorneyId?: string | null;
    /** Makes sure that our office may advise you without hurting another client. */
    conflictCheck?: ("pending" | "cleared" | "potential" | "waived" | "declined") | null;
    /** Records what you agreed to, and when you took it back. */
    consents?: Consent[] | null;
    /** Shows how people find us, so that more can. */
    intakeSource?: ("arraignment" | "hotline" | "walk_in" | "referral" | "court" | "family" | "other") | null;
    /** Says whether we are still working for you. */
    status?: "open" | "closed";
    /** Says why our work for you ended. */
    closingReason?: ("matter_resolved" | "advice_given" | "relief_granted" | "referred_out" | "removed" | "left_the_country" | "lost_contact" | "client_withdrew" | "conflict" | "deceased" | "merged" | "entered_in_error" | "other") | null;
    /** Closes the file to everyone in the office but the people named. */
    restricted?: boolean;
    /** Names the people of the office who may open the file while it is restricted. */
    allowedUserIds?: string[];
    /** Says how long the file is kept after it is closed. */
    retentionClass?: "short" | "standard" | "extended";
    /** Says when two people look at the file again, to purge it or to keep it longer. */
    reviewOn?: string | null;
    /** Stops the file from being destroyed while a court may ask for it. */
    legalHold?: boolean;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    /** The only name that may appear where others can see. */
    code: string;
    possibleDuplicates?: PossibleDuplicate[];
    warnings?: Warning[];
    letters: LetterInBrief[];
    appointments: AppointmentInBrief[];
    /** Of a restricted file: who sees it for some hours by having broken the glass. */
    brokenGlass?: BrokenGlass[];
};
export type ChangeClient = {
    /** Names you on filings, and lets us find your case when you call. */
    legalName?: string;
    /** Lets us call you by the name you use. */
    preferredName?: string | null;
    /** Finds your case and your records under other spellings and names. */
    aliases?: string | null;
    /** Tells you apart from people of the same name, and finds you in the detainee locator. */
    dateOfBirth?: string | null;
    /** Shows which ages are called in without keeping a date of birth, and whether rules for minors apply. */
    ageBand?: ("minor" | "18_24" | "25_34" | "35_44" | "45_54" | "55_plus" | "unknown") | null;
    /** Reaches you in the way you chose. */
    channel?: ("sms" | "voice" | "email" | "in_person_only" | "via_trusted_contact") | null;
    /** Lets us call you, and remind you where you agreed to it. */
    phone?: string | null;
    /** Keeps messages away from a phone that someone else may read. */
    phoneSafeToText?: ("yes" | "no" | "unknown") | null;
    /** Makes sure that only people who agreed get text messages. */
    smsConsent?: ("opted_in" | "opted_out" | "not_asked") | null;
    /** Lets us write to you where you prefer e-mail. */
    email?: string | null;
    /** Collected only where your clinic says in writing why it needs it, such as filing a change of address. */
    address?: string | null;
    /** Tells us whom to call if you do not come out of an appointment. */
    emergencyContacts?: EmergencyContact[] | null;
    /** Gets you reminders, handouts and interpreters in your language. */
    language?: string | null;
    /** Books the interpreter you need for a meeting. */
    interpreter?: ("none" | "spoken" | "asl" | "other_sign_language") | null;
    /** Shows in which boroughs and counties people are called in. */
    county?: string | null;
    /** Tells your lawyer whether immigration authorities already have a file on you. */
    aNumberState?: ("has" | "none" | "unknown" | "withheld") | null;
    /** Finds you in the detainee locator and the court hotline, and names your file on filings. */
    aNumber?: string | null;
    /** Is asked for by the detainee locator when we look for someone in custody. */
    countryOfBirth?: string | null;
    /** Says how fresh what we know of your immigration situation is. */
    postureKnownOn?: string | null;
    /** Lets your lawyer judge the risk of an appointment, and shows who is called in. */
    proceedings?: ("not_in_proceedings" | "in_proceedings" | "withholding_only" | "expedited_removal" | "appeal_pending" | "final_order" | "closed_or_terminated" | "unknown" | "withheld") | null;
    /** Lets your lawyer judge whether you could be removed without a hearing, and shows who is called in. */
    priorRemovalOrder?: ("none" | "outstanding" | "in_absentia" | "executed" | "reinstated" | "unknown" | "withheld") | null;
    /** Says whether you already report to ICE, and shows whether people who do are called in. */
    orderOfSupervision?: boolean | null;
    /** Lets your lawyer judge the risk, and shows whether people without convictions are called in. */
    convictions?: ("none" | "violation" | "misdemeanor" | "felony" | "qualifying_170" | "unknown" | "withheld") | null;
    /** Shows your lawyer what protects you, and shows whether people with applications are called in. */
    pendingRelief?: ("family_petition" | "adjustment" | "asylum" | "withholding" | "cat" | "u" | "t" | "vawa" | "sijs" | "daca" | "tps" | "cancellation" | "provisional_waiver" | "motion_to_reopen" | "appeal" | "other" | "none" | "unknown")[] | null;
    /** May support a request for release or an application, and shows which families are affected. */
    usCitizenOrLprSpouse?: boolean | null;
    /** May support a request for release or an application, and shows how many children are affected. */
    usCitizenChildren?: number | null;
    /** Reminds us to plan for the children before an appointment, and shows how many are affected. */
    minorChildrenAtHome?: number | null;
    /** Supports a request for release, since others depend on your care. */
    primaryCaregiver?: boolean | null;
    /** Lets us demand medicine and care for you if you are held. */
    medicalNeeds?: string | null;
    /** Says who may care for your children if you are held; in New York an official letter can itself activate a standby guardian. */
    caregiverPlan?: ("none" | "informal" | "designation_form" | "standby_guardian" | "court_order") | null;
    /** Tells us whom to call for your children if you do not come out of an appointment. */
    caregivers?: Caregiver[] | null;
    /** Makes sure that your children are fetched on the day of an appointment. */
    schoolPickup?: string | null;
    /** Says whether someone can act for you, at the bank or the school, if you are held. */
    powerOfAttorney?: boolean | null;
    /** Reminds us to go through your safety plan again with you. */
    planReviewedOn?: string | null;
    /** Says what our office does for you, and shows what having a lawyer changes. */
    representation?: ("unrepresented" | "limited" | "full" | "referred" | "co_counsel") | null;
    /** Says whether officers have been told that you have a lawyer and must let the lawyer in. */
    g28?: ("none" | "signed_unfiled" | "filed_ice" | "filed_uscis" | "filed_eoir") | null;
    /** Names the lawyer who answers for your case. */
    assignedAttorneyId?: string | null;
    /** Makes sure that our office may advise you without hurting another client. */
    conflictCheck?: ("pending" | "cleared" | "potential" | "waived" | "declined") | null;
    /** Records what you agreed to, and when you took it back. */
    consents?: Consent[] | null;
    /** Shows how people find us, so that more can. */
    intakeSource?: ("arraignment" | "hotline" | "walk_in" | "referral" | "court" | "family" | "other") | null;
    /** Closes the file to everyone in the office but the people named. */
    restricted?: boolean;
    /** Names the people of the office who may open the file while it is restricted. */
    allowedUserIds?: string[];
    /** Says how long the file is kept after it is closed. */
    retentionClass?: "short" | "standard" | "extended";
    /** Says when two people look at the file again, to purge it or to keep it longer. */
    reviewOn?: string | null;
};
export type MergeClient = {
    /** The other entry of the same person; its records move here and it ends. */
    otherClientId: string;
};
export type CloseClient = {
    /** Says why the work on the case ended. */
    closingReason: "matter_resolved" | "advice_given" | "relief_granted" | "referred_out" | "removed" | "left_the_country" | "lost_contact" | "client_withdrew" | "conflict" | "deceased" | "merged" | "entered_in_error" | "other";
    /** When to decide whether the file is still needed; as the retention policy says unless said. */
    reviewOn?: string | null;
};
export type BreakGlass = {
    /** Says in the audit why somebody who was not let in opened your file. */
    purpose: "person_detained" | "deadline_today" | "colleague_unreachable" | "client_asked" | "conflict_check" | "legal_demand" | "other";
    /** Lets a supervisor judge whether opening your file was right. */
    reason: string;
};
export type BreakGlassAnswer = {
    /** Says in the audit why somebody who was not let in opened your file. */
    purpose: "person_detained" | "deadline_today" | "colleague_unreachable" | "client_asked" | "conflict_check" | "legal_demand" | "other";
    /** Says whether a supervisor found that opening your file was right. */
    finding?: ("justified" | "questioned") | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    /** For whoever wrote it and for supervisors. */
    reason?: string;
    clientId: string;
    /** Code of the case file. */
    code: string;
    userId: string;
    userName: string;
    /** Until when the file is open to this user. */
    expiresAt: string;
    endedAt: string | null;
    endedBy: string | null;
    reviewedAt: string | null;
    reviewedBy: string | null;
};
export type PageOfBreakGlassAnswer = {
    items: BreakGlassAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type ReviewBreakGlass = {
    /** Says whether opening the file was right. */
    finding: "justified" | "questioned";
};
export type ArrestAnswer = {
    /** Orders what happened, and shows how long letters take after an arrest. */
    arrestedOn: string;
    /** Says how exactly the date of the arrest is known. */
    arrestedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows which police's arrests are followed by letters. */
    agency?: ("nypd" | "mta_police" | "port_authority_police" | "state_police" | "sheriff" | "court_officers" | "federal" | "other" | "unknown") | null;
    /** Shows which precincts' arrests are followed by letters. */
    precinct?: string | null;
    /** Shows in which counties arrests are followed by letters, and names the court. */
    county?: string | null;
    /** Shows whether people who only got a ticket are called in too. */
    process?: ("summary_arrest" | "desk_appearance_ticket" | "criminal_summons" | "civil_summons" | "warrant" | "other" | "unknown") | null;
    /** Says how the arrest ended, and whether a judge has seen it. */
    release?: ("precinct_release" | "arraigned" | "declined" | "held" | "unknown") | null;
    /** Lets your lawyer judge what the charge means for your immigration case. */
    chargeStatute?: string | null;
    /** Says in words what you were charged with. */
    chargeDescription?: string | null;
    /** Shows whether letters follow low-level charges. */
    chargeLevel: "traffic_infraction" | "violation" | "misdemeanor_unclassified" | "misdemeanor_b" | "misdemeanor_a" | "felony_e" | "felony_d" | "felony_c" | "felony_b" | "felony_a" | "unknown";
    /** Shows which kinds of charges are followed by letters. */
    chargeCategory?: ("drug_or_marijuana" | "theft" | "assault" | "trespass" | "fare_evasion" | "traffic" | "domestic" | "weapon" | "fraud" | "public_order" | "other") | null;
    /** Lets your lawyer check whether the police were allowed to fingerprint you. */
    printBasis?: ("felony" | "penal_law_misdemeanor" | "misdemeanor_outside_penal_law" | "loitering_for_prostitution" | "identity_unascertained" | "warrant_suspected" | "not_required" | "other" | "unknown") | null;
    /** Lets your lawyer judge the risk, and shows whether people without convictions are called in. */
    disposition?: ("pending" | "declined" | "dismissed" | "acd" | "plea_violation" | "plea_misdemeanor" | "plea_felony" | "convicted" | "acquitted" | "youthful_offender" | "sealed" | "unknown") | null;
    /** Says since when the criminal case is over. */
    dispositionOn?: string | null;
    /** Says whether immigration authorities already asked the police to hold you. */
    detainer?: ("none" | "i_247a" | "unknown") | null;
    /** Reminds you of your court date, and warns us of an arrest at the courthouse. */
    nextCourtOn?: string | null;
    /** Keeps what your lawyer needs to remember of the arrest. */
    notes?: string | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    clientId: string;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    warnings?: Warning[];
};
export type PageOfArrestAnswer = {
    items: ArrestAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type CreateArrest = {
    /** Orders what happened, and shows how long letters take after an arrest. */
    arrestedOn: string;
    /** Says how exactly the date of the arrest is known. */
    arrestedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows which police's arrests are followed by letters. */
    agency?: ("nypd" | "mta_police" | "port_authority_police" | "state_police" | "sheriff" | "court_officers" | "federal" | "other" | "unknown") | null;
    /** Shows which precincts' arrests are followed by letters. */
    precinct?: string | null;
    /** Shows in which counties arrests are followed by letters, and names the court. */
    county?: string | null;
    /** Shows whether people who only got a ticket are called in too. */
    process?: ("summary_arrest" | "desk_appearance_ticket" | "criminal_summons" | "civil_summons" | "warrant" | "other" | "unknown") | null;
    /** Says how the arrest ended, and whether a judge has seen it. */
    release?: ("precinct_release" | "arraigned" | "declined" | "held" | "unknown") | null;
    /** Lets your lawyer judge what the charge means for your immigration case. */
    chargeStatute?: string | null;
    /** Says in words what you were charged with. */
    chargeDescription?: string | null;
    /** Shows whether letters follow low-level charges. */
    chargeLevel: "traffic_infraction" | "violation" | "misdemeanor_unclassified" | "misdemeanor_b" | "misdemeanor_a" | "felony_e" | "felony_d" | "felony_c" | "felony_b" | "felony_a" | "unknown";
    /** Shows which kinds of charges are followed by letters. */
    chargeCategory?: ("drug_or_marijuana" | "theft" | "assault" | "trespass" | "fare_evasion" | "traffic" | "domestic" | "weapon" | "fraud" | "public_order" | "other") | null;
    /** Lets your lawyer check whether the police were allowed to fingerprint you. */
    printBasis?: ("felony" | "penal_law_misdemeanor" | "misdemeanor_outside_penal_law" | "loitering_for_prostitution" | "identity_unascertained" | "warrant_suspected" | "not_required" | "other" | "unknown") | null;
    /** Lets your lawyer judge the risk, and shows whether people without convictions are called in. */
    disposition?: ("pending" | "declined" | "dismissed" | "acd" | "plea_violation" | "plea_misdemeanor" | "plea_felony" | "convicted" | "acquitted" | "youthful_offender" | "sealed" | "unknown") | null;
    /** Says since when the criminal case is over. */
    dispositionOn?: string | null;
    /** Says whether immigration authorities already asked the police to hold you. */
    detainer?: ("none" | "i_247a" | "unknown") | null;
    /** Reminds you of your court date, and warns us of an arrest at the courthouse. */
    nextCourtOn?: string | null;
    /** Keeps what your lawyer needs to remember of the arrest. */
    notes?: string | null;
};
export type ChangeArrest = {
    /** Orders what happened, and shows how long letters take after an arrest. */
    arrestedOn?: string;
    /** Says how exactly the date of the arrest is known. */
    arrestedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows which police's arrests are followed by letters. */
    agency?: ("nypd" | "mta_police" | "port_authority_police" | "state_police" | "sheriff" | "court_officers" | "federal" | "other" | "unknown") | null;
    /** Shows which precincts' arrests are followed by letters. */
    precinct?: string | null;
    /** Shows in which counties arrests are followed by letters, and names the court. */
    county?: string | null;
    /** Shows whether people who only got a ticket are called in too. */
    process?: ("summary_arrest" | "desk_appearance_ticket" | "criminal_summons" | "civil_summons" | "warrant" | "other" | "unknown") | null;
    /** Says how the arrest ended, and whether a judge has seen it. */
    release?: ("precinct_release" | "arraigned" | "declined" | "held" | "unknown") | null;
    /** Lets your lawyer judge what the charge means for your immigration case. */
    chargeStatute?: string | null;
    /** Says in words what you were charged with. */
    chargeDescription?: string | null;
    /** Shows whether letters follow low-level charges. */
    chargeLevel?: "traffic_infraction" | "violation" | "misdemeanor_unclassified" | "misdemeanor_b" | "misdemeanor_a" | "felony_e" | "felony_d" | "felony_c" | "felony_b" | "felony_a" | "unknown";
    /** Shows which kinds of charges are followed by letters. */
    chargeCategory?: ("drug_or_marijuana" | "theft" | "assault" | "trespass" | "fare_evasion" | "traffic" | "domestic" | "weapon" | "fraud" | "public_order" | "other") | null;
    /** Lets your lawyer check whether the police were allowed to fingerprint you. */
    printBasis?: ("felony" | "penal_law_misdemeanor" | "misdemeanor_outside_penal_law" | "loitering_for_prostitution" | "identity_unascertained" | "warrant_suspected" | "not_required" | "other" | "unknown") | null;
    /** Lets your lawyer judge the risk, and shows whether people without convictions are called in. */
    disposition?: ("pending" | "declined" | "dismissed" | "acd" | "plea_violation" | "plea_misdemeanor" | "plea_felony" | "convicted" | "acquitted" | "youthful_offender" | "sealed" | "unknown") | null;
    /** Says since when the criminal case is over. */
    dispositionOn?: string | null;
    /** Says whether immigration authorities already asked the police to hold you. */
    detainer?: ("none" | "i_247a" | "unknown") | null;
    /** Reminds you of your court date, and warns us of an arrest at the courthouse. */
    nextCourtOn?: string | null;
    /** Keeps what your lawyer needs to remember of the arrest. */
    notes?: string | null;
};
export type PathNode = {
    /** Shows through which agencies the fingerprints went. */
    node: "nypd" | "other_agency" | "court" | "dcjs" | "fbi_ngi" | "dhs_ident" | "ice_lesc" | "ice_fugitive_operations" | "ero_field_office";
    /** Shows how fast the fingerprints went on. */
    date?: string | null;
    /** Says how we know that the fingerprints were there. */
    evidence?: ("rap_sheet_seen" | "i_213_or_complaint" | "foia" | "officer_statement" | "attorney_inferred" | "client_report" | "unknown") | null;
};
export type FingerprintEventAnswer = {
    /** Shows how long letters take after fingerprints, and when to watch the mail. */
    takenOn: string;
    /** Says how exactly the date of the fingerprints is known. */
    takenOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows which agencies' fingerprints are followed by letters. */
    agency?: ("nypd" | "mta_police" | "port_authority_police" | "state_police" | "sheriff" | "other_police" | "jail_or_prison" | "court" | "probation_or_parole" | "licensing_vendor" | "uscis" | "ice" | "cbp" | "other_federal" | "other" | "unknown") | null;
    /** Says whether the fingerprints went out electronically, and so how fast. */
    method?: ("livescan" | "ink" | "mobile" | "none" | "unknown") | null;
    /** Says which arrest the fingerprints belong to. */
    arrestId?: string | null;
    /** Shows which reasons for fingerprinting are followed by letters. */
    reason: "arrest" | "jail_admission" | "criminal_inquiry" | "juvenile" | "release" | "probation_parole" | "registry" | "civil_inquiry" | "immigration_biometrics" | "border_or_entry" | "unknown";
    /** Shows whether people fingerprinted for a family or a job are called in too. */
    civilReason?: ("adoption" | "guardianship" | "custody" | "foster_care" | "household_member" | "employment_licence" | "security_guard" | "tlc" | "childcare" | "home_health" | "school" | "firearm" | "record_review" | "other") | null;
    /** Lets your lawyer show how the fingerprints reached ICE. */
    path?: PathNode[] | null;
    /** Shows what in a record leads to a letter. */
    hitType?: ("prior_deportation_flag" | "ident_match" | "foreign_birth_no_match" | "direct_ice_query" | "none_known" | "unknown") | null;
    /** Keeps what your lawyer needs to remember of the fingerprinting. */
    notes?: string | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    clientId: string;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    warnings?: Warning[];
};
export type PageOfFingerprintEventAnswer = {
    items: FingerprintEventAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type CreateFingerprintEvent = {
    /** Shows how long letters take after fingerprints, and when to watch the mail. */
    takenOn: string;
    /** Says how exactly the date of the fingerprints is known. */
    takenOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows which agencies' fingerprints are followed by letters. */
    agency?: ("nypd" | "mta_police" | "port_authority_police" | "state_police" | "sheriff" | "other_police" | "jail_or_prison" | "court" | "probation_or_parole" | "licensing_vendor" | "uscis" | "ice" | "cbp" | "other_federal" | "other" | "unknown") | null;
    /** Says whether the fingerprints went out electronically, and so how fast. */
    method?: ("livescan" | "ink" | "mobile" | "none" | "unknown") | null;
    /** Says which arrest the fingerprints belong to. */
    arrestId?: string | null;
    /** Shows which reasons for fingerprinting are followed by letters. */
    reason: "arrest" | "jail_admission" | "criminal_inquiry" | "juvenile" | "release" | "probation_parole" | "registry" | "civil_inquiry" | "immigration_biometrics" | "border_or_entry" | "unknown";
    /** Shows whether people fingerprinted for a family or a job are called in too. */
    civilReason?: ("adoption" | "guardianship" | "custody" | "foster_care" | "household_member" | "employment_licence" | "security_guard" | "tlc" | "childcare" | "home_health" | "school" | "firearm" | "record_review" | "other") | null;
    /** Lets your lawyer show how the fingerprints reached ICE. */
    path?: PathNode[] | null;
    /** Shows what in a record leads to a letter. */
    hitType?: ("prior_deportation_flag" | "ident_match" | "foreign_birth_no_match" | "direct_ice_query" | "none_known" | "unknown") | null;
    /** Keeps what your lawyer needs to remember of the fingerprinting. */
    notes?: string | null;
};
export type ChangeFingerprintEvent = {
    /** Shows how long letters take after fingerprints, and when to watch the mail. */
    takenOn?: string;
    /** Says how exactly the date of the fingerprints is known. */
    takenOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows which agencies' fingerprints are followed by letters. */
    agency?: ("nypd" | "mta_police" | "port_authority_police" | "state_police" | "sheriff" | "other_police" | "jail_or_prison" | "court" | "probation_or_parole" | "licensing_vendor" | "uscis" | "ice" | "cbp" | "other_federal" | "other" | "unknown") | null;
    /** Says whether the fingerprints went out electronically, and so how fast. */
    method?: ("livescan" | "ink" | "mobile" | "none" | "unknown") | null;
    /** Says which arrest the fingerprints belong to. */
    arrestId?: string | null;
    /** Shows which reasons for fingerprinting are followed by letters. */
    reason?: "arrest" | "jail_admission" | "criminal_inquiry" | "juvenile" | "release" | "probation_parole" | "registry" | "civil_inquiry" | "immigration_biometrics" | "border_or_entry" | "unknown";
    /** Shows whether people fingerprinted for a family or a job are called in too. */
    civilReason?: ("adoption" | "guardianship" | "custody" | "foster_care" | "household_member" | "employment_licence" | "security_guard" | "tlc" | "childcare" | "home_health" | "school" | "firearm" | "record_review" | "other") | null;
    /** Lets your lawyer show how the fingerprints reached ICE. */
    path?: PathNode[] | null;
    /** Shows what in a record leads to a letter. */
    hitType?: ("prior_deportation_flag" | "ident_match" | "foreign_birth_no_match" | "direct_ice_query" | "none_known" | "unknown") | null;
    /** Keeps what your lawyer needs to remember of the fingerprinting. */
    notes?: string | null;
};
export type LetterAnswer = {
    /** Shows how much notice people get, and counts letters by month. */
    receivedOn: string;
    /** Says how exactly the day of arrival is known. */
    receivedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows how long letters take after fingerprints. */
    letterDatedOn?: string | null;
    /** Says how exactly the date on the letter is known. */
    letterDatedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows how long letters take after fingerprints when they bear no date. */
    postmarkedOn?: string | null;
    /** Says how exactly the postmark can be read. */
    postmarkedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Lets your lawyer judge what the letter can demand, and shows which letters are sent. */
    form?: ("g_56" | "unnumbered_call_in" | "i_220b_reporting" | "isap_notice" | "i_200" | "i_205" | "i_166" | "i_340" | "i_247a" | "nta_i_862" | "hearing_notice" | "uscis_notice" | "subpoena" | "other" | "unknown") | null;
    /** Shows how the letters are delivered. */
    delivery?: ("usps_first_class" | "certified" | "courier" | "hand_delivered" | "posted_on_door" | "phone_call" | "text_message" | "email" | "visit" | "other" | "unknown") | null;
    /** Shows whether family and lawyers are written to as well. */
    addressedTo?: ("client" | "family" | "attorney" | "employer" | "other_name" | "unknown") | null;
    /** Shows which offices send the letters. */
    issuingOfficeId?: string | null;
    /** Says where you are told to come, and shows where people are called to. */
    reportingPlaceId?: string | null;
    /** Says when you are told to come, and shows how much notice people get. */
    reportAt?: string | null;
    /** Makes sure that the time is that of the place. */
    zone?: string | null;
    /** Brings you and your companion to the right door. */
    room?: string | null;
    /** Lets your lawyer call the official who signed the letter. */
    officialName?: string | null;
    /** Shows who signs the letters. */
    officialTitle?: ("supervisory_deportation_officer" | "deportation_officer" | "assistant_field_office_director" | "field_office_director" | "special_agent" | "other" | "none") | null;
    /** Says whom to ask for, and shows whether letters name anyone. */
    askFor?: ("deportation_officer" | "named_officer" | "other") | null;
    /** Shows what reasons the letters give. */
    statedReason?: ("official_matter" | "interview" | "case_review" | "check_in" | "custody_review" | "biometrics" | "pick_up_documents" | "removal" | "other" | "none_stated") | null;
    /** Keeps the wording of the letter for your lawyer. */
    verbatim?: string | null;
    /** Shows whether the letters name a law that obliges anyone. */
    authorityCited?: ("none" | "statute" | "regulation" | "order") | null;
    /** Shows whether people are warned that they may be held. */
    mentionsDetention?: ("yes" | "no" | "unknown") | null;
    /** Lets your lawyer advise what to bring, and shows what is demanded. */
    documentsDemanded?: ("immigration_documents" | "valid_passport" | "this_letter" | "photo_id" | "travel_document" | "address_proof" | "birth_certificate" | "work_permit" | "court_papers" | "children" | "other")[] | null;
    /** Shows whether people who do not come are written to again. */
    sequence?: ("first" | "second" | "later" | "unknown") | null;
    /** Says how well the letter is documented, so that figures can be trusted. */
    evidenceGrade: "seen_original" | "seen_copy" | "attorney_attested" | "client_report" | "hearsay";
    /** Shows what leads to letters. */
    trigger?: ("arrest_print" | "civil_print" | "pending_application" | "denied_application" | "prior_order" | "unknown") | null;
    /** Says how sure we are of what led to the letter. */
    confidence?: ("documented" | "probable" | "possible") | null;
    /** Says which fingerprints the letter seems to follow. */
    fingerprintEventId?: string | null;
    /** Keeps what you decided after advice, so that nobody asks you twice. */
    decision?: ("undecided" | "attend_with_counsel" | "attend_accompanied" | "attend_alone" | "request_reschedule" | "written_response" | "declined_after_advice") | null;
    /** Proves that you were advised before the appointment. */
    advisedOn?: string | null;
    /** Names the lawyer who advised you. */
    advisedById?: string | null;
    /** Shows how letters become known, and so how many may stay unknown. */
    reachedUsVia?: ("client" | "family" | "hotline" | "partner" | "court" | "outreach" | "other") | null;
    /** Keeps what your lawyer needs to remember of the letter. */
    notes?: string | null;
    /** Says whether a person named what led to the letter, or whether it is only a proposal. */
    triggerJudged?: boolean;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    clientId: string;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    /** Days from the print to the date of the letter, else to its postmark, else to its arrival. */
    lagDays: number | null;
    /** Days from the arrival of the letter to the date to report, by the calendar of the place. */
    noticeDays: number | null;
    /** When the fingerprints that the letter seems to follow were taken. */
    triggerTakenOn: string | null;
    /** The print is a proposal of the system, which a person has yet to confirm. */
    triggerProposed: boolean;
    issuingOfficeName: string | null;
    reportingPlaceName: string | null;
    warnings?: Warning[];
};
export type PageOfLetterAnswer = {
    items: LetterAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type CreateLetter = {
    /** Shows how much notice people get, and counts letters by month. */
    receivedOn: string;
    /** Says how exactly the day of arrival is known. */
    receivedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows how long letters take after fingerprints. */
    letterDatedOn?: string | null;
    /** Says how exactly the date on the letter is known. */
    letterDatedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows how long letters take after fingerprints when they bear no date. */
    postmarkedOn?: string | null;
    /** Says how exactly the postmark can be read. */
    postmarkedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Lets your lawyer judge what the letter can demand, and shows which letters are sent. */
    form?: ("g_56" | "unnumbered_call_in" | "i_220b_reporting" | "isap_notice" | "i_200" | "i_205" | "i_166" | "i_340" | "i_247a" | "nta_i_862" | "hearing_notice" | "uscis_notice" | "subpoena" | "other" | "unknown") | null;
    /** Shows how the letters are delivered. */
    delivery?: ("usps_first_class" | "certified" | "courier" | "hand_delivered" | "posted_on_door" | "phone_call" | "text_message" | "email" | "visit" | "other" | "unknown") | null;
    /** Shows whether family and lawyers are written to as well. */
    addressedTo?: ("client" | "family" | "attorney" | "employer" | "other_name" | "unknown") | null;
    /** Shows which offices send the letters. */
    issuingOfficeId?: string | null;
    /** Says where you are told to come, and shows where people are called to. */
    reportingPlaceId?: string | null;
    /** Says when you are told to come, and shows how much notice people get. */
    reportAt?: string | null;
    /** Makes sure that the time is that of the place. */
    zone?: string | null;
    /** Brings you and your companion to the right door. */
    room?: string | null;
    /** Lets your lawyer call the official who signed the letter. */
    officialName?: string | null;
    /** Shows who signs the letters. */
    officialTitle?: ("supervisory_deportation_officer" | "deportation_officer" | "assistant_field_office_director" | "field_office_director" | "special_agent" | "other" | "none") | null;
    /** Says whom to ask for, and shows whether letters name anyone. */
    askFor?: ("deportation_officer" | "named_officer" | "other") | null;
    /** Shows what reasons the letters give. */
    statedReason?: ("official_matter" | "interview" | "case_review" | "check_in" | "custody_review" | "biometrics" | "pick_up_documents" | "removal" | "other" | "none_stated") | null;
    /** Keeps the wording of the letter for your lawyer. */
    verbatim?: string | null;
    /** Shows whether the letters name a law that obliges anyone. */
    authorityCited?: ("none" | "statute" | "regulation" | "order") | null;
    /** Shows whether people are warned that they may be held. */
    mentionsDetention?: ("yes" | "no" | "unknown") | null;
    /** Lets your lawyer advise what to bring, and shows what is demanded. */
    documentsDemanded?: ("immigration_documents" | "valid_passport" | "this_letter" | "photo_id" | "travel_document" | "address_proof" | "birth_certificate" | "work_permit" | "court_papers" | "children" | "other")[] | null;
    /** Shows whether people who do not come are written to again. */
    sequence?: ("first" | "second" | "later" | "unknown") | null;
    /** Says how well the letter is documented, so that figures can be trusted. */
    evidenceGrade: "seen_original" | "seen_copy" | "attorney_attested" | "client_report" | "hearsay";
    /** Shows what leads to letters. */
    trigger?: ("arrest_print" | "civil_print" | "pending_application" | "denied_application" | "prior_order" | "unknown") | null;
    /** Says how sure we are of what led to the letter. */
    confidence?: ("documented" | "probable" | "possible") | null;
    /** Says which fingerprints the letter seems to follow. */
    fingerprintEventId?: string | null;
    /** Keeps what you decided after advice, so that nobody asks you twice. */
    decision?: ("undecided" | "attend_with_counsel" | "attend_accompanied" | "attend_alone" | "request_reschedule" | "written_response" | "declined_after_advice") | null;
    /** Proves that you were advised before the appointment. */
    advisedOn?: string | null;
    /** Names the lawyer who advised you. */
    advisedById?: string | null;
    /** Shows how letters become known, and so how many may stay unknown. */
    reachedUsVia?: ("client" | "family" | "hotline" | "partner" | "court" | "outreach" | "other") | null;
    /** Keeps what your lawyer needs to remember of the letter. */
    notes?: string | null;
};
export type ChangeLetter = {
    /** Shows how much notice people get, and counts letters by month. */
    receivedOn?: string;
    /** Says how exactly the day of arrival is known. */
    receivedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows how long letters take after fingerprints. */
    letterDatedOn?: string | null;
    /** Says how exactly the date on the letter is known. */
    letterDatedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Shows how long letters take after fingerprints when they bear no date. */
    postmarkedOn?: string | null;
    /** Says how exactly the postmark can be read. */
    postmarkedOnPrecision?: "exact" | "day_range" | "week" | "month" | "unknown";
    /** Lets your lawyer judge what the letter can demand, and shows which letters are sent. */
    form?: ("g_56" | "unnumbered_call_in" | "i_220b_reporting" | "isap_notice" | "i_200" | "i_205" | "i_166" | "i_340" | "i_247a" | "nta_i_862" | "hearing_notice" | "uscis_notice" | "subpoena" | "other" | "unknown") | null;
    /** Shows how the letters are delivered. */
    delivery?: ("usps_first_class" | "certified" | "courier" | "hand_delivered" | "posted_on_door" | "phone_call" | "text_message" | "email" | "visit" | "other" | "unknown") | null;
    /** Shows whether family and lawyers are written to as well. */
    addressedTo?: ("client" | "family" | "attorney" | "employer" | "other_name" | "unknown") | null;
    /** Shows which offices send the letters. */
    issuingOfficeId?: string | null;
    /** Says where you are told to come, and shows where people are called to. */
    reportingPlaceId?: string | null;
    /** Says when you are told to come, and shows how much notice people get. */
    reportAt?: string | null;
    /** Makes sure that the time is that of the place. */
    zone?: string | null;
    /** Brings you and your companion to the right door. */
    room?: string | null;
    /** Lets your lawyer call the official who signed the letter. */
    officialName?: string | null;
    /** Shows who signs the letters. */
    officialTitle?: ("supervisory_deportation_officer" | "deportation_officer" | "assistant_field_office_director" | "field_office_director" | "special_agent" | "other" | "none") | null;
    /** Says whom to ask for, and shows whether letters name anyone. */
    askFor?: ("deportation_officer" | "named_officer" | "other") | null;
    /** Shows what reasons the letters give. */
    statedReason?: ("official_matter" | "interview" | "case_review" | "check_in" | "custody_review" | "biometrics" | "pick_up_documents" | "removal" | "other" | "none_stated") | null;
    /** Keeps the wording of the letter for your lawyer. */
    verbatim?: string | null;
    /** Shows whether the letters name a law that obliges anyone. */
    authorityCited?: ("none" | "statute" | "regulation" | "order") | null;
    /** Shows whether people are warned that they may be held. */
    mentionsDetention?: ("yes" | "no" | "unknown") | null;
    /** Lets your lawyer advise what to bring, and shows what is demanded. */
    documentsDemanded?: ("immigration_documents" | "valid_passport" | "this_letter" | "photo_id" | "travel_document" | "address_proof" | "birth_certificate" | "work_permit" | "court_papers" | "children" | "other")[] | null;
    /** Shows whether people who do not come are written to again. */
    sequence?: ("first" | "second" | "later" | "unknown") | null;
    /** Says how well the letter is documented, so that figures can be trusted. */
    evidenceGrade?: "seen_original" | "seen_copy" | "attorney_attested" | "client_report" | "hearsay";
    /** Shows what leads to letters. */
    trigger?: ("arrest_print" | "civil_print" | "pending_application" | "denied_application" | "prior_order" | "unknown") | null;
    /** Says how sure we are of what led to the letter. */
    confidence?: ("documented" | "probable" | "possible") | null;
    /** Says which fingerprints the letter seems to follow. */
    fingerprintEventId?: string | null;
    /** Keeps what you decided after advice, so that nobody asks you twice. */
    decision?: ("undecided" | "attend_with_counsel" | "attend_accompanied" | "attend_alone" | "request_reschedule" | "written_response" | "declined_after_advice") | null;
    /** Proves that you were advised before the appointment. */
    advisedOn?: string | null;
    /** Names the lawyer who advised you. */
    advisedById?: string | null;
    /** Shows how letters become known, and so how many may stay unknown. */
    reachedUsVia?: ("client" | "family" | "hotline" | "partner" | "court" | "outreach" | "other") | null;
    /** Keeps what your lawyer needs to remember of the letter. */
    notes?: string | null;
};
export type CreateAppointment = {
    /** Says what the appointment is, and shows what happens at which kind. */
    kind: "call_in_letter" | "ice_check_in" | "high_risk_ice_check_in" | "osup_check_in" | "isap_visit" | "stay_or_deferred_action_request" | "uscis_biometrics" | "uscis_interview" | "asylum_interview" | "master_calendar" | "individual_hearing" | "bond_hearing" | "criminal_court" | "family_court" | "other";
    /** Reminds you in time, and shows how much notice people get. */
    startsAt: string;
    /** Makes sure that the time is that of the place. */
    zone?: string;
    /** Says where to come, and shows where what happens. */
    placeId: string;
    /** Brings you and your companion to the right door. */
    room?: string | null;
    /** Says which letter told you to come. */
    letterId?: string | null;
    /** Says whether the appointment stands, so that reminders go out only when it does. */
    status?: "proposed" | "scheduled" | "rescheduled_by_ice" | "rescheduled_by_counsel" | "cancelled" | "completed" | "missed";
    /** Keeps companions to the number that you want or the place admits. */
    cap?: number | null;
};
export type AccompanimentAnswer = {
    /** Names who of the office or its volunteers comes along. */
    userId?: string | null;
    /** Names who comes along, so that you know whom to meet. */
    personName?: string | null;
    /** Lets us reach your companion on the day. */
    personPhone?: string | null;
    /** Says as what someone comes along, and shows whether company changes what happens. */
    role?: ("attorney" | "paralegal" | "law_student" | "leader" | "volunteer" | "family" | "clergy" | "interpreter" | "elected_official" | "other") | null;
    /** Makes sure that nobody goes alone because someone never answered. */
    rsvp?: "asked" | "yes" | "no";
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    clientId: string;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    appointmentId: string;
    /** Name of the user who comes along. */
    userName: string | null;
};
export type AppointmentAnswer = {
    /** Says what the appointment is, and shows what happens at which kind. */
    kind: "call_in_letter" | "ice_check_in" | "high_risk_ice_check_in" | "osup_check_in" | "isap_visit" | "stay_or_deferred_action_request" | "uscis_biometrics" | "uscis_interview" | "asylum_interview" | "master_calendar" | "individual_hearing" | "bond_hearing" | "criminal_court" | "family_court" | "other";
    /** Reminds you in time, and shows how much notice people get. */
    startsAt: string;
    /** Makes sure that the time is that of the place. */
    zone?: string;
    /** Says where to come, and shows where what happens. */
    placeId: string;
    /** Brings you and your companion to the right door. */
    room?: string | null;
    /** Says which letter told you to come. */
    letterId?: string | null;
    /** Says whether the appointment stands, so that reminders go out only when it does. */
    status?: "proposed" | "scheduled" | "rescheduled_by_ice" | "rescheduled_by_counsel" | "cancelled" | "completed" | "missed";
    /** Keeps companions to the number that you want or the place admits. */
    cap?: number | null;
    /** Tells your lawyer where you are, and raises the alarm when you do not come out. */
    liveState?: "not_started" | "arrived" | "called_in" | "out_safe" | "overdue" | "detained_confirmed" | "closed";
    /** Says when you came to the place. */
    arrivedAt?: string | null;
    /** Says when you were called in, and shows how long people wait. */
    calledInAt?: string | null;
    /** Says when you were out again, and shows how long people are kept. */
    outAt?: string | null;
    /** Says when to raise the alarm if you are not out. */
    dueOutBy?: string | null;
    /** Shows whether lawyers are let in with people. */
    attorneyAdmitted?: ("yes" | "refused" | "partly" | "not_requested") | null;
    /** Shows whether what officers first say comes true. */
    officerInitialStatement?: ("will_be_released" | "will_be_detained" | "none") | null;
    /** Shows how often a supervisor decides otherwise than the officer. */
    supervisorReversed?: boolean | null;
    /** Lets your lawyer follow up with the officers you met. */
    officers?: string | null;
    /** Tells your lawyer what to do next, and shows what happens to people who come. */
    outcome?: ("released_no_conditions" | "rescheduled" | "placed_osup" | "placed_isap_ankle" | "placed_isap_wrist" | "placed_isap_app" | "placed_isap_phone" | "nta_issued_released" | "detained" | "turned_away" | "did_not_attend_advised" | "did_not_attend_other" | "transferred_other_agency" | "removed_same_day" | "unknown") | null;
    /** Tells your lawyer what you were handed, and shows what people are handed. */
    documentsReceived?: ("i_862" | "i_200" | "i_205" | "i_286" | "i_220a" | "i_220b" | "i_229a" | "i_247a" | "i_294" | "i_851" | "i_871" | "isap_papers" | "next_appointment" | "other" | "none")[] | null;
    /** Keeps for your lawyer what happened in the room. */
    debrief?: string | null;
    /** Says when you have to come again. */
    nextAppointmentId?: string | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    clientId: string;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    /** Code of the case file. */
    code: string;
    placeName: string;
    /** Not out although it is past dueOutBy. */
    overdue: boolean;
    accompaniments: AccompanimentAnswer[];
    warnings?: Warning[];
};
export type PageOfAppointmentAnswer = {
    items: AppointmentAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type Companion = {
    id: string;
    userId: string | null;
    /** Null for somebody from outside, where names are not shown. */
    name: string | null;
    role: ("attorney" | "paralegal" | "law_student" | "leader" | "volunteer" | "family" | "clergy" | "interpreter" | "elected_official" | "other") | null;
    rsvp: "asked" | "yes" | "no";
};
export type AppointmentOnTheDay = {
    id: string;
    clientId: string;
    /** Code of the case file. */
    code: string;
    /** Only for those who see the case file. */
    preferredName?: string | null;
    /** Only for those who see the case file. */
    legalName?: string | null;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    kind: "call_in_letter" | "ice_check_in" | "high_risk_ice_check_in" | "osup_check_in" | "isap_visit" | "stay_or_deferred_action_request" | "uscis_biometrics" | "uscis_interview" | "asylum_interview" | "master_calendar" | "individual_hearing" | "bond_hearing" | "criminal_court" | "family_court" | "other";
    startsAt: string;
    zone: string;
    placeId: string;
    placeName: string;
    room: string | null;
    status: "proposed" | "scheduled" | "rescheduled_by_ice" | "rescheduled_by_counsel" | "cancelled" | "completed" | "missed";
    liveState: "not_started" | "arrived" | "called_in" | "out_safe" | "overdue" | "detained_confirmed" | "closed";
    arrivedAt: string | null;
    calledInAt: string | null;
    outAt: string | null;
    dueOutBy: string | null;
    /** Not out although it is past dueOutBy. */
    overdue: boolean;
    outcome: ("released_no_conditions" | "rescheduled" | "placed_osup" | "placed_isap_ankle" | "placed_isap_wrist" | "placed_isap_app" | "placed_isap_phone" | "nta_issued_released" | "detained" | "turned_away" | "did_not_attend_advised" | "did_not_attend_other" | "transferred_other_agency" | "removed_same_day" | "unknown") | null;
    accompaniments: Companion[];
    attorneyName: string | null;
    /** Whom to call when something goes wrong. */
    attorneyPhone: string | null;
    version: number;
};
export type PageOfAppointmentOnTheDay = {
    items: AppointmentOnTheDay[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type ChangeAppointment = {
    /** Says what the appointment is, and shows what happens at which kind. */
    kind?: "call_in_letter" | "ice_check_in" | "high_risk_ice_check_in" | "osup_check_in" | "isap_visit" | "stay_or_deferred_action_request" | "uscis_biometrics" | "uscis_interview" | "asylum_interview" | "master_calendar" | "individual_hearing" | "bond_hearing" | "criminal_court" | "family_court" | "other";
    /** Reminds you in time, and shows how much notice people get. */
    startsAt?: string;
    /** Makes sure that the time is that of the place. */
    zone?: string;
    /** Says where to come, and shows where what happens. */
    placeId?: string;
    /** Brings you and your companion to the right door. */
    room?: string | null;
    /** Says which letter told you to come. */
    letterId?: string | null;
    /** Says whether the appointment stands, so that reminders go out only when it does. */
    status?: "proposed" | "scheduled" | "rescheduled_by_ice" | "rescheduled_by_counsel" | "cancelled" | "completed" | "missed";
    /** Keeps companions to the number that you want or the place admits. */
    cap?: number | null;
    /** Says when to raise the alarm if you are not out. */
    dueOutBy?: string | null;
};
export type LiveTap = {
    /** Says what just happened. */
    event: "arrived" | "called_in" | "out_safe" | "detained" | "not_out";
    /** Says when it happened, if not just now. */
    at?: string | null;
    /** Says when to raise the alarm if you are not out. */
    dueOutBy?: string | null;
};
export type VenueCounts = {
    /** Shows how many lawyers are there. */
    attorneysSeen?: number | null;
    /** Shows how many people come without a lawyer, and so how many we never meet. */
    unrepresentedSeen?: number | null;
    /** Shows how many people are there in all. */
    othersSeen?: number | null;
    /** Shows how many people did not come out. */
    detainedKnown?: number | null;
};
export type NextAppointment = {
    /** Says what the appointment is, and shows what happens at which kind. */
    kind: "call_in_letter" | "ice_check_in" | "high_risk_ice_check_in" | "osup_check_in" | "isap_visit" | "stay_or_deferred_action_request" | "uscis_biometrics" | "uscis_interview" | "asylum_interview" | "master_calendar" | "individual_hearing" | "bond_hearing" | "criminal_court" | "family_court" | "other";
    /** Reminds you in time, and shows how much notice people get. */
    startsAt: string;
    /** Makes sure that the time is that of the place. */
    zone?: string;
    /** Says where to come, and shows where what happens. */
    placeId: string;
    /** Brings you and your companion to the right door. */
    room?: string | null;
};
export type RecordOutcome = {
    /** Shows whether lawyers are let in with people. */
    attorneyAdmitted?: ("yes" | "refused" | "partly" | "not_requested") | null;
    /** Shows whether what officers first say comes true. */
    officerInitialStatement?: ("will_be_released" | "will_be_detained" | "none") | null;
    /** Shows how often a supervisor decides otherwise than the officer. */
    supervisorReversed?: boolean | null;
    /** Lets your lawyer follow up with the officers you met. */
    officers?: string | null;
    /** Tells your lawyer what you were handed, and shows what people are handed. */
    documentsReceived?: ("i_862" | "i_200" | "i_205" | "i_286" | "i_220a" | "i_220b" | "i_229a" | "i_247a" | "i_294" | "i_851" | "i_871" | "isap_papers" | "next_appointment" | "other" | "none")[] | null;
    /** Keeps for your lawyer what happened in the room. */
    debrief?: string | null;
    /** Tells your lawyer what to do next, and shows what happens to people who come. */
    outcome: "released_no_conditions" | "rescheduled" | "placed_osup" | "placed_isap_ankle" | "placed_isap_wrist" | "placed_isap_app" | "placed_isap_phone" | "nta_issued_released" | "detained" | "turned_away" | "did_not_attend_advised" | "did_not_attend_other" | "transferred_other_agency" | "removed_same_day" | "unknown";
    /** Becomes a venue observation of the day and place, without any tie to the case. */
    venue?: VenueCounts;
    /** Becomes an appointment of the same case file. */
    nextAppointment?: NextAppointment;
};
export type CreateAccompaniment = {
    /** Names who of the office or its volunteers comes along. */
    userId?: string | null;
    /** Names who comes along, so that you know whom to meet. */
    personName?: string | null;
    /** Lets us reach your companion on the day. */
    personPhone?: string | null;
    /** Says as what someone comes along, and shows whether company changes what happens. */
    role?: ("attorney" | "paralegal" | "law_student" | "leader" | "volunteer" | "family" | "clergy" | "interpreter" | "elected_official" | "other") | null;
    /** Makes sure that nobody goes alone because someone never answered. */
    rsvp?: "asked" | "yes" | "no";
};
export type ChangeAccompaniment = {
    /** Names who of the office or its volunteers comes along. */
    userId?: string | null;
    /** Names who comes along, so that you know whom to meet. */
    personName?: string | null;
    /** Lets us reach your companion on the day. */
    personPhone?: string | null;
    /** Says as what someone comes along, and shows whether company changes what happens. */
    role?: ("attorney" | "paralegal" | "law_student" | "leader" | "volunteer" | "family" | "clergy" | "interpreter" | "elected_official" | "other") | null;
    /** Makes sure that nobody goes alone because someone never answered. */
    rsvp?: "asked" | "yes" | "no";
};
export type CreateVenueObservation = {
    /** Shows how waiting rooms change over time. */
    observedOn: string;
    /** Says which waiting room was seen. */
    placeId: string;
    /** Shows how many lawyers are there. */
    attorneysSeen?: number | null;
    /** Shows how many people come without a lawyer, and so how many we never meet. */
    unrepresentedSeen?: number | null;
    /** Shows how many people are there in all. */
    othersSeen?: number | null;
    /** Shows how many people did not come out. */
    detainedKnown?: number | null;
    /** Says how much someone in that role can see. */
    observerRole?: ("attorney" | "paralegal" | "law_student" | "leader" | "volunteer" | "family" | "clergy" | "interpreter" | "other") | null;
    /** Says whether it was seen or told, so that figures can be trusted. */
    source?: ("own_observation" | "colleague" | "client") | null;
};
export type VenueObservationAnswer = {
    /** Shows how waiting rooms change over time. */
    observedOn: string;
    /** Says which waiting room was seen. */
    placeId: string;
    /** Shows how many lawyers are there. */
    attorneysSeen?: number | null;
    /** Shows how many people come without a lawyer, and so how many we never meet. */
    unrepresentedSeen?: number | null;
    /** Shows how many people are there in all. */
    othersSeen?: number | null;
    /** Shows how many people did not come out. */
    detainedKnown?: number | null;
    /** Says how much someone in that role can see. */
    observerRole?: ("attorney" | "paralegal" | "law_student" | "leader" | "volunteer" | "family" | "clergy" | "interpreter" | "other") | null;
    /** Says whether it was seen or told, so that figures can be trusted. */
    source?: ("own_observation" | "colleague" | "client") | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
};
export type PageOfVenueObservationAnswer = {
    items: VenueObservationAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type ChangeVenueObservation = {
    /** Shows how waiting rooms change over time. */
    observedOn?: string;
    /** Says which waiting room was seen. */
    placeId?: string;
    /** Shows how many lawyers are there. */
    attorneysSeen?: number | null;
    /** Shows how many people come without a lawyer, and so how many we never meet. */
    unrepresentedSeen?: number | null;
    /** Shows how many people are there in all. */
    othersSeen?: number | null;
    /** Shows how many people did not come out. */
    detainedKnown?: number | null;
    /** Says how much someone in that role can see. */
    observerRole?: ("attorney" | "paralegal" | "law_student" | "leader" | "volunteer" | "family" | "clergy" | "interpreter" | "other") | null;
    /** Says whether it was seen or told, so that figures can be trusted. */
    source?: ("own_observation" | "colleague" | "client") | null;
};
export type CalendarAnswer = {
    /** Whether an address is given out that works. */
    active: boolean;
    createdAt: string | null;
    /** When a program last fetched it. */
    lastFetchedAt: string | null;
    /** The address, shown this once. Whoever has it reads the calendar. */
    url: string | null;
};
export type CustodyEventAnswer = {
    /** Tells your lawyer and family what happened, and shows what follows a letter. */
    kind: "detained" | "transferred" | "nta_served" | "bond_set" | "bond_posted" | "bond_denied" | "hearing" | "fear_interview" | "removal_ordered" | "stay_filed" | "stay_decided" | "habeas_filed" | "habeas_decided" | "released" | "removed" | "located" | "not_located";
    /** Starts deadlines, and shows how long people are held. */
    at: string;
    /** Makes sure that the time is that of the place. */
    zone?: string;
    /** Says where you are held, and shows where people are taken. */
    facilityId?: string | null;
    /** Says which courts are responsible, and shows how far away people are taken. */
    state?: string | null;
    /** Tells your lawyer whether you can ask for a bond. */
    basis?: ("236a" | "236c" | "235b" | "238" | "241" | "unknown") | null;
    /** Says how much bond is asked for in dollars, and shows what bonds are set. */
    amount?: number | null;
    /** Names the court where the matter is. */
    court?: string | null;
    /** Shows how people get out. */
    releaseReason?: ("bonded_out" | "recognizance" | "order_of_supervision" | "paroled" | "relief_granted" | "proceedings_terminated" | "habeas" | "voluntary_departure" | "removed" | "transferred" | "other" | "unknown") | null;
    /** Keeps what your lawyer needs to remember of your time in custody. */
    notes?: string | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    clientId: string;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    facilityName: string | null;
    warnings?: Warning[];
};
export type PageOfCustodyEventAnswer = {
    items: CustodyEventAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type CreateCustodyEvent = {
    /** Tells your lawyer and family what happened, and shows what follows a letter. */
    kind: "detained" | "transferred" | "nta_served" | "bond_set" | "bond_posted" | "bond_denied" | "hearing" | "fear_interview" | "removal_ordered" | "stay_filed" | "stay_decided" | "habeas_filed" | "habeas_decided" | "released" | "removed" | "located" | "not_located";
    /** Starts deadlines, and shows how long people are held. */
    at: string;
    /** Makes sure that the time is that of the place. */
    zone?: string;
    /** Says where you are held, and shows where people are taken. */
    facilityId?: string | null;
    /** Says which courts are responsible, and shows how far away people are taken. */
    state?: string | null;
    /** Tells your lawyer whether you can ask for a bond. */
    basis?: ("236a" | "236c" | "235b" | "238" | "241" | "unknown") | null;
    /** Says how much bond is asked for in dollars, and shows what bonds are set. */
    amount?: number | null;
    /** Names the court where the matter is. */
    court?: string | null;
    /** Shows how people get out. */
    releaseReason?: ("bonded_out" | "recognizance" | "order_of_supervision" | "paroled" | "relief_granted" | "proceedings_terminated" | "habeas" | "voluntary_departure" | "removed" | "transferred" | "other" | "unknown") | null;
    /** Keeps what your lawyer needs to remember of your time in custody. */
    notes?: string | null;
};
export type CustodyDraft = {
    clientId: string;
    /** Goes into POST /api/clients/:clientId/custody-events. */
    event: CreateCustodyEvent;
    /** The event, if it is written down already. */
    recordedId: string | null;
};
export type ChangeCustodyEvent = {
    /** Tells your lawyer and family what happened, and shows what follows a letter. */
    kind?: "detained" | "transferred" | "nta_served" | "bond_set" | "bond_posted" | "bond_denied" | "hearing" | "fear_interview" | "removal_ordered" | "stay_filed" | "stay_decided" | "habeas_filed" | "habeas_decided" | "released" | "removed" | "located" | "not_located";
    /** Starts deadlines, and shows how long people are held. */
    at?: string;
    /** Makes sure that the time is that of the place. */
    zone?: string;
    /** Says where you are held, and shows where people are taken. */
    facilityId?: string | null;
    /** Says which courts are responsible, and shows how far away people are taken. */
    state?: string | null;
    /** Tells your lawyer whether you can ask for a bond. */
    basis?: ("236a" | "236c" | "235b" | "238" | "241" | "unknown") | null;
    /** Says how much bond is asked for in dollars, and shows what bonds are set. */
    amount?: number | null;
    /** Names the court where the matter is. */
    court?: string | null;
    /** Shows how people get out. */
    releaseReason?: ("bonded_out" | "recognizance" | "order_of_supervision" | "paroled" | "relief_granted" | "proceedings_terminated" | "habeas" | "voluntary_departure" | "removed" | "transferred" | "other" | "unknown") | null;
    /** Keeps what your lawyer needs to remember of your time in custody. */
    notes?: string | null;
};
export type DocumentAnswer = {
    /** Says what the document is, so that it is found on the day. */
    kind: "letter_scan" | "g28" | "identity" | "tie_or_equity" | "court_record" | "packet" | "handout" | "other";
    /** Tells documents of one kind apart; the name that the file had is not kept. */
    title?: string | null;
    /** Says which letter this is a scan of. */
    letterId?: string | null;
    /** Says with what the document can be opened. */
    mediaType: string;
    /** Says how large the document is, in bytes. */
    bytes: number;
    /** Shows whether pages are missing. */
    pages?: number | null;
    /** Proves that the document is still what was kept: its SHA-256 in hex. */
    sha256: string;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    clientId: string;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    /** When it was added: a document of this case file that had the same content already. */
    sameAs?: string;
    warnings?: Warning[];
};
export type PageOfDocumentAnswer = {
    items: DocumentAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type CreateDocument = {
    /** Says what the document is, so that it is found on the day. */
    kind: "letter_scan" | "g28" | "identity" | "tie_or_equity" | "court_record" | "packet" | "handout" | "other";
    /** Tells documents of one kind apart; the name that the file had is not kept. */
    title?: string | null;
    /** Says which letter this is a scan of. */
    letterId?: string | null;
};
export type ChangeDocument = {
    /** Says what the document is, so that it is found on the day. */
    kind?: "letter_scan" | "g28" | "identity" | "tie_or_equity" | "court_record" | "packet" | "handout" | "other";
    /** Tells documents of one kind apart; the name that the file had is not kept. */
    title?: string | null;
    /** Says which letter this is a scan of. */
    letterId?: string | null;
};
export type LookWay = "list" | "read" | "summary" | "print" | "break_glass" | "refused";
export type LooksInOneWay = {
    /** list: among others; read: the file or a record of it; summary, print: to carry along; break_glass: through the wall; refused: asked for and not shown. */
    way: LookWay;
    times: number;
    firstAt: string;
    lastAt: string;
    /** The days where the organisation works, newest first; the last hundred. */
    days: string[];
};
export type PersonWhoLooked = {
    userId: string;
    /** Null where the person is not a user any more. */
    userName: string | null;
    /** The roles they had when they looked. */
    roles: string[];
    lastAt: string;
    ways: LooksInOneWay[];
};
export type LooksAnswer = {
    clientId: string;
    code: string;
    /** From when on lists over several files were looked through as well; give `from` for more. */
    listsSince: string;
    people: PersonWhoLooked[];
};
export type AccessReviewAnswer = {
    /** Says why a supervisor found that somebody had, or lacked, a reason to look into your file. */
    note?: string | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    /** Monday of the week that it was drawn from. */
    week: string;
    clientId: string;
    /** Code of the case file. */
    code: string;
    /** Who looked. */
    userId: string;
    userName: string | null;
    role: string;
    event: string;
    way: LookWay;
    lookedAt: string;
    state: "open" | "confirmed" | "questioned";
    reviewedAt: string | null;
    reviewedBy: string | null;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
};
export type PageOfAccessReviewAnswer = {
    items: AccessReviewAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type ConfirmAccess = {
    /** Says why a supervisor found that somebody had, or lacked, a reason to look into your file. */
    note?: string | null;
};
export type QuestionAccess = {
    /** Says what is doubtful about a look into your file. */
    note: string;
};
export type WholeFileAnswer = {
    client: CaseFileAnswer;
    arrests: PageOfArrestAnswer;
    fingerprintEvents: PageOfFingerprintEventAnswer;
    letters: PageOfLetterAnswer;
    appointments: PageOfAppointmentAnswer;
    custodyEvents: PageOfCustodyEventAnswer;
};
export type TimelineItem = {
    /** A calendar date, or an instant in UTC where the hour is known; then with its zone. */
    at: string;
    /** The calendar date on the wall of the place. */
    on: string;
    /** IANA zone of an instant. */
    zone?: string;
    /** How exactly a date is known; left out where it is exact. */
    precision?: "exact" | "day_range" | "week" | "month" | "unknown";
    kind: "file_opened" | "consent_given" | "consent_withdrawn" | "arrest" | "fingerprint" | "disposition" | "letter_dated" | "letter_postmarked" | "letter_received" | "advised" | "letter_report" | "court_date" | "appointment" | "outcome" | "custody" | "plan_reviewed" | "file_closed" | "file_reopened";
    recordType: "client" | "arrest" | "fingerprint_event" | "letter" | "appointment" | "custody_event";
    recordId: string;
    /** What happened, in plain words. */
    title: string;
    /** Small facts of the record under their field names; nothing that is sealed. */
    details: {
        [key: string]: any;
    };
    /** Whole days since the fact before; null on the first. */
    daysSincePrevious: number | null;
};
export type TimelineStep = {
    kind: "fingerprint" | "letter" | "appointment" | "outcome";
    recordType: "client" | "arrest" | "fingerprint_event" | "letter" | "appointment" | "custody_event";
    recordId: string;
    on: string;
    title: string;
    /** Whole days since the step before; null on the first. */
    daysSincePrevious: number | null;
};
export type TimelinePath = {
    /** Days from the print to the letter. */
    lagDays: number | null;
    /** Days from the arrival of the letter to the day to come. */
    noticeDays: number | null;
    /** Days from the first step to the last. */
    totalDays: number;
    steps: TimelineStep[];
};
export type TimelineAnswer = {
    /** Every dated fact of the case file, oldest first. */
    items: TimelineItem[];
    /** What led to what: one path per letter and appointment that follows from it. */
    chain: TimelinePath[];
};
export type HeldRecords = {
    /** Name of the table, such as letters. */
    recordType: string;
    count: number;
};
export type HeldField = {
    recordType: string;
    field: string;
    /** Why it is collected. */
    purpose: string;
    /** Whether it is encrypted under a key of this person. */
    sealed: boolean;
    /** In how many records it is filled in. */
    filled: number;
};
export type HeldClass = {
    /** What becomes of the values in the end. */
    retentionClass: "identity" | "case" | "ledger" | "administration";
    fields: HeldField[];
};
export type HoldingsAnswer = {
    clientId: string;
    code: string;
    /** Every kind of record of which there is at least one. */
    records: HeldRecords[];
    fields: HeldClass[];
    /** Data keys; once they are destroyed, nothing sealed can be read. */
    keys: number;
    /** Keyed hashes by which the person can be found. */
    searchTokens: number;
    /** Lines of the audit about this case file. */
    auditLines: number;
};
export type OverdueRung = {
    id: string;
    kind: "overdue_at_ice" | "locator_check";
    dueAt: string;
    state: "scheduled" | "enqueued" | "sent" | "delivered" | "unconfirmed" | "failed" | "carrier_blocked" | "opted_out" | "skipped_past_due" | "cancelled" | "superseded" | "acknowledged" | "escalated";
    channel: "in_app" | "email" | "sms" | "voice_task";
    /** Name of the colleague; not told to companions. */
    recipient: string | null;
};
export type AlarmToday = {
    dueOutBy: string | null;
    acknowledgedAt: string | null;
    acknowledgedBy: string | null;
    /** In the order of their times. */
    rungs: OverdueRung[];
    appointmentId: string;
};
export type NoticeAnswer = {
    id: string;
    /** Kind of the reminder; or voice_task, delivery_failed, delivery_unconfirmed, texts_stopped, texts_started, reminder_too_late, new_sign_in, recovery_code_used, recovery_codes_few, break_glass. */
    kind: string;
    subjectType: string;
    subjectId: string;
    clientId: string | null;
    /** Code of the case file. */
    clientCode: string | null;
    /** In the language asked for, else in mine; of the case it says only the code. */
    text: string;
    createdAt: string;
    readAt: string | null;
};
export type PageOfNoticeAnswer = {
    items: NoticeAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type TodayAnswer = {
    /** The day it is where the organisation works. */
    day: string;
    /** Everybody who is past the time at which they were due out, since yesterday. */
    overdue: (PageOfAppointmentOnTheDay) | null;
    /** Who is alarmed for the first ten of those who are overdue. */
    alarms: AlarmToday[] | null;
    /** Today and the seven days after it. */
    coming: (PageOfAppointmentOnTheDay) | null;
    /** The 21 days before today, of which something may still have to be written; null for companions. */
    past: (PageOfAppointmentOnTheDay) | null;
    /** What I should know of and have not marked as read. */
    notices: PageOfNoticeAnswer;
};
export type IntakeAppointment = {
    /** Says what the appointment is, and shows what happens at which kind. */
    kind?: "call_in_letter" | "ice_check_in" | "high_risk_ice_check_in" | "osup_check_in" | "isap_visit" | "stay_or_deferred_action_request" | "uscis_biometrics" | "uscis_interview" | "asylum_interview" | "master_calendar" | "individual_hearing" | "bond_hearing" | "criminal_court" | "family_court" | "other";
    /** Reminds you in time, and shows how much notice people get. */
    startsAt?: string;
    /** Makes sure that the time is that of the place. */
    zone?: string;
    /** Says where to come, and shows where what happens. */
    placeId?: string;
    /** Brings you and your companion to the right door. */
    room?: string | null;
    /** Says which letter told you to come. */
    letterId?: string | null;
    /** Says whether the appointment stands, so that reminders go out only when it does. */
    status?: "proposed" | "scheduled" | "rescheduled_by_ice" | "rescheduled_by_counsel" | "cancelled" | "completed" | "missed";
    /** Keeps companions to the number that you want or the place admits. */
    cap?: number | null;
};
export type Intake = {
    /** A person who has no file yet. */
    client?: CreateClient;
    /** Or the file that the rest is added to. */
    clientId?: string;
    arrest?: CreateArrest;
    /** Belongs to the arrest of this page, where there is one. */
    fingerprintEvent?: CreateFingerprintEvent;
    letter?: CreateLetter;
    /** Kind, time, place and room are taken from the letter where they are left out. */
    appointment?: IntakeAppointment;
    /** Who goes along to the appointment. */
    accompaniments?: CreateAccompaniment[];
};
export type ProposedTrigger = {
    fingerprintEventId: string;
    takenOn: string;
    trigger: string | null;
    confidence: string | null;
};
export type PlannedReminder = {
    id: string;
    kind: string;
    recipientType: "client" | "contact" | "user";
    recipientId: string;
    channel: "in_app" | "email" | "sms" | "voice_task";
    /** ISO 8601, counted from the date of the subject. */
    offset: string;
    dueAt: string;
    zone: string;
    language: string;
    state: string;
};
export type IntakeAnswer = {
    /** Id of the client. */
    id: string;
    /** True where nothing was written; ids are then of no use. */
    dryRun: boolean;
    client: ClientAnswer;
    arrest: (ArrestAnswer) | null;
    fingerprintEvent: (FingerprintEventAnswer) | null;
    letter: (LetterAnswer) | null;
    appointment: (AppointmentAnswer) | null;
    accompaniments: AccompanimentAnswer[];
    proposedTrigger: (ProposedTrigger) | null;
    /** Days from the print to the letter. */
    lagDays: number | null;
    /** Days of notice that the letter gives. */
    noticeDays: number | null;
    /** Improbable, for a person to confirm; fields as on the page: letter.receivedOn. */
    warnings: Warning[];
    possibleDuplicates: PossibleDuplicate[];
    /** What will be sent to whom, and when. */
    reminders: PlannedReminder[];
};
export type ReminderAnswer = {
    id: string;
    version: number;
    clientId: string | null;
    /** Code of the case file. */
    clientCode: string | null;
    subjectType: "appointment" | "letter" | "fingerprint_event" | "hearing" | "packet" | "review";
    subjectId: string;
    recipientType: "client" | "contact" | "user";
    recipientId: string;
    kind: "ice_appointment" | "court_date" | "filing_deadline" | "fingerprint_watch" | "packet_prepare" | "packet_return" | "debrief_missing" | "overdue_at_ice" | "locator_check" | "retention_review" | "consent_renewal" | "pattern_alert" | "pattern_book" | "account_changed";
    channel: "in_app" | "email" | "sms" | "voice_task";
    /** ISO 8601, before or after the date of the subject as the kind says. */
    offset: string;
    dueAt: string;
    zone: string;
    content: "neutral" | "detail" | "in_app_full";
    language: string;
    state: "scheduled" | "enqueued" | "sent" | "delivered" | "unconfirmed" | "failed" | "carrier_blocked" | "opted_out" | "skipped_past_due" | "cancelled" | "superseded" | "acknowledged" | "escalated";
    /** It did not reach whom it was for, or nobody knows, and nobody has taken note of it. */
    needsCare: boolean;
    attempts: number;
    /** When it is tried next; null when it is not. */
    nextAttemptAt: string | null;
    sentAt: string | null;
    /** What the provider calls it. */
    providerId: string | null;
    /** What went wrong last, as it was told. */
    lastErrorCode: string | null;
    /** What that comes to for whoever sees to it; null where nothing went wrong. */
    failureReason: ("no_address" | "address_unreadable" | "recipient_left" | "nobody_to_call" | "number_wrong" | "opted_out" | "blocked" | "address_refused" | "country_not_allowed" | "too_long" | "refused" | "sign_in_refused" | "not_encrypted" | "moved" | "away" | "busy" | "no_answer" | "interrupted" | "too_late" | "not_delivered" | "unknown") | null;
    /** Who cancelled or acknowledged it by hand. */
    handledBy: string | null;
    handledAt: string | null;
    createdAt: string;
};
export type PageOfReminderAnswer = {
    items: ReminderAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type RemindersStatus = {
    /** When all that is owed was last looked through. */
    sweptAt: string | null;
    /** False when nothing has looked through what is owed for three minutes: no worker runs. */
    running: boolean;
    /** Reminders that should have been tried five minutes ago. */
    late: number;
};
export type ChangeReminder = {
    /** When to remind instead; in the future. */
    dueAt: string;
};
export type TextLengthAnswer = {
    /** gsm7 holds 160 characters in a message, ucs2 (needed for most scripts and accents) 70. */
    encoding: "gsm7" | "ucs2";
    /** Units of that encoding. */
    units: number;
    /** Messages that it is cut into; each is charged. */
    segments: number;
};
export type ReminderPreview = {
    channel: "in_app" | "email" | "sms" | "voice_task";
    /** Of the words; where somebody is asked to call, that of whoever calls. */
    language: string;
    /** Subject of the e-mail; empty for what has none. */
    subject: string;
    text: string;
    /** Of a text message; null for what is none. */
    length: (TextLengthAnswer) | null;
};
export type CreateReminder = {
    kind: "filing_deadline" | "packet_return" | "locator_check" | "retention_review" | "consent_renewal";
    /** When to remind; in the future. */
    dueAt: string;
    /** The user to remind; me unless said. */
    recipientId?: string;
};
export type QuietHoursBody = {
    /** First quiet minute. */
    "from": string;
    /** First minute that is not quiet. */
    to: string;
};
export type RuleBody = {
    kind: "ice_appointment" | "court_date" | "packet_prepare" | "debrief_missing" | "fingerprint_watch" | "overdue_at_ice" | "locator_check";
    /** companions: users who come along. staff: who answers for the case. supervisors: all who may see it. emergency_callers: who answers for the case, asked to call the emergency contacts. */
    to: "client" | "companions" | "staff" | "supervisors" | "emergency_callers";
    /** ISO 8601; before or after, as the kind says. */
    offsets: string[];
    /** Time of day of offsets in days, where the appointment is. */
    at: string;
    /** In order; the first that reaches the person is used. */
    channels: ("in_app" | "email" | "sms" | "voice_task")[];
};
export type DriverAnswer = {
    name: "in_app" | "email" | "sms";
    /** Who delivers: smtp, in_app, or log. */
    driver: string;
    /** True where messages are only logged as "would send". */
    standIn: boolean;
};
export type PlannedKindAnswer = {
    kind: "ice_appointment" | "court_date" | "packet_prepare" | "debrief_missing" | "fingerprint_watch" | "overdue_at_ice" | "locator_check";
    /** On which side of its date it reminds. */
    direction: "before" | "after";
};
export type AudienceAnswer = {
    to: "client" | "companions" | "staff" | "supervisors" | "emergency_callers";
    channels: ("in_app" | "email" | "sms" | "voice_task")[];
};
export type PlanAnswer = {
    /** Goes into If-Match of the next change; 0 is the plan that nobody changed yet. */
    version: number;
    /** Whether this is the plan that comes with the program. */
    usual: boolean;
    quietHours: (QuietHoursBody) | null;
    rules: RuleBody[];
    drivers: DriverAnswer[];
    kinds: PlannedKindAnswer[];
    audiences: AudienceAnswer[];
};
export type PutPlan = {
    /** Null: no hour is quiet. */
    quietHours?: (QuietHoursBody) | null;
    rules: RuleBody[];
};
export type PlanWording = {
    channel: "in_app" | "email" | "sms" | "voice_task";
    /** soon: from one day before on; null where there is one wording for all times. */
    message: ("early" | "soon") | null;
    /** Of the words; where somebody is asked to call, that of whoever asks here. */
    language: string;
    /** Subject of the e-mail; empty for what has none. */
    subject: string;
    text: string;
    /** Of a text message; null for what is none. */
    length: (TextLengthAnswer) | null;
};
export type PlanWords = {
    language: "en" | "es" | "zh" | "zh-Hant" | "bn" | "ht" | "ar" | "ru" | "fr";
    items: PlanWording[];
};
export type WordingText = {
    name: "subject" | "early" | "soon" | "detail";
    /** ICU message; null: as it comes with the program. */
    own: string | null;
    /** ICU message that comes with the program. */
    usual: string;
    /** As a text message would say it, about an appointment that there is not. */
    example: string;
    /** Of the example; null for subjects. */
    length: (TextLengthAnswer) | null;
};
export type WordingAnswer = {
    kind: "ice_appointment" | "court_date";
    language: "en" | "es" | "zh" | "zh-Hant" | "bn" | "ht" | "ar" | "ru" | "fr";
    /** Goes into If-Match of the next change; 0 until there is one. */
    version: number;
    texts: WordingText[];
};
export type WordingsAnswer = {
    items: WordingAnswer[];
};
export type PutWording = {
    kind: "ice_appointment" | "court_date";
    language: "en" | "es" | "zh" | "zh-Hant" | "bn" | "ht" | "ar" | "ru" | "fr";
    /** Subject of e-mails; no placeholders. */
    subject?: string | null;
    /** ICU message, days before: {sign} and {number}, {channel} if you want. */
    early?: string | null;
    /** ICU message, a day or hours before; placeholders as in early. */
    soon?: string | null;
    /** ICU message to whoever asked to be told when and where: {day} and {time} as well, {place} if you want. */
    detail?: string | null;
};
export type OverdueAnswer = {
    dueOutBy: string | null;
    acknowledgedAt: string | null;
    acknowledgedBy: string | null;
    /** In the order of their times. */
    rungs: OverdueRung[];
};
export type TextReply = {
    reply: string | null;
};
export type SummaryOrganisation = {
    name: string;
    /** With its country code: +17185550123. */
    callBackNumber?: string;
};
export type SummaryPerson = {
    /** Preferred name; the legal one where none is on file. */
    name: string;
    /** Name of the language, such as Spanish. */
    speaks?: string;
    /** What kind of interpreter is needed. */
    interpreter?: string;
};
export type SummaryIdentity = {
    legalName: string;
    aliases?: string;
    /** Grouped for reading aloud, or a sentence saying that there is none on file. */
    aNumber?: string;
    /** In words. */
    dateOfBirth?: string;
    countryOfBirth?: string;
};
export type SummaryPlace = {
    name: string;
    addressLines: string[];
    /** Which door, and what to expect there. */
    entranceNotes?: string;
};
export type SummaryAppointment = {
    kind: "call_in_letter" | "ice_check_in" | "high_risk_ice_check_in" | "osup_check_in" | "isap_visit" | "stay_or_deferred_action_request" | "uscis_biometrics" | "uscis_interview" | "asylum_interview" | "master_calendar" | "individual_hearing" | "bond_hearing" | "criminal_court" | "family_court" | "other";
    /** The kind in words. */
    title: string;
    startsAt: string;
    zone: string;
    place: SummaryPlace;
    room?: string;
    /** Whom the letter says to ask for. */
    askFor?: string;
    /** Who signed the letter. */
    official?: string;
    /** What the letter says, a sentence each. */
    letterSays: string[];
};
export type SummaryAttorney = {
    name: string;
    /** With its country code: +17185550123. */
    phone?: string;
    /** Whether officers have been told of the attorney (form G-28). */
    g28?: string;
};
export type SummaryCompanion = {
    name: string;
    /** With its country code: +17185550123. */
    phone?: string;
    role?: "attorney" | "paralegal" | "law_student" | "leader" | "volunteer" | "family" | "clergy" | "interpreter" | "elected_official" | "other";
    /** The role in words. */
    roleName?: string;
    rsvp: "asked" | "yes" | "no";
    /** Set while the companion has not agreed to come. */
    unconfirmed?: string;
};
export type SummaryTimelineEntry = {
    on: string;
    precision: "exact" | "day_range" | "week" | "month" | "unknown";
    text: string;
};
export type SummaryTimeline = {
    /** Oldest first. */
    entries: SummaryTimelineEntry[];
    /** Days from fingerprints to the letter. */
    lagDays?: number;
    /** Days from the letter in hand to the appointment. */
    noticeDays?: number;
    /** The two spans in words. */
    spans: string[];
};
export type SummaryContact = {
    name: string;
    /** With its country code: +17185550123. */
    phone?: string;
    relation?: string;
    /** Name of the language. */
    speaks?: string;
};
export type SummaryFamilyPlan = {
    plan?: string;
    caregivers: SummaryContact[];
    schoolPickup?: string;
    powerOfAttorney?: string;
    /** What the law of New York makes of the letter. */
    note?: string;
};
export type CaseSummaryAnswer = {
    /** Code of the case file. */
    code: string;
    audience: "client" | "accompanier" | "attorney";
    /** Of all sentences. */
    language: "en" | "es";
    preparedAt: string;
    /** In which preparedAt is shown. */
    zone: string;
    /** Name of the member of staff. */
    preparedBy: string;
    organisation: SummaryOrganisation;
    person?: SummaryPerson;
    /** Attorney only. */
    identity?: SummaryIdentity;
    appointment?: SummaryAppointment;
    /** The letter's own words; attorney only. */
    letterText?: string;
    attorney?: SummaryAttorney;
    companions?: SummaryCompanion[];
    /** Not for the client; without arrests for accompaniers. */
    timeline?: SummaryTimeline;
    /** Immigration situation in one line; not for the client. */
    posture?: string;
    /** Attorney only. */
    convictions?: string;
    /** What is pending, in one line; attorney only. */
    relief?: string;
    /** Family and health; not for the client. */
    ties?: string[];
    /** Not for the client. */
    familyPlan?: SummaryFamilyPlan;
    /** People who may be told, and nobody else. */
    contacts?: SummaryContact[];
    whatToBring?: string[];
    whatNotToBring?: string[];
    /** What to do and say in the meeting. */
    rights?: string[];
    /** Steps in their order. */
    ifDetained?: string[];
};
export type PacketAnswer = {
    /** Says who may carry the packet. */
    audience: "client" | "accompanier" | "attorney";
    /** Says in which language the packet is. */
    language: "en" | "es";
    /** Says to which appointment the packet is carried. */
    appointmentId?: string | null;
    /** Names the pages as they were printed. */
    documentId: string;
    /** Says whether the paper is out, so that it is asked back or destroyed. */
    state?: "draft" | "approved" | "issued" | "returned" | "destroyed" | "lost" | "expired";
    /** Says until when the packet may be carried. */
    expiresAt: string;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    clientId: string;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    /** SHA-256 of the pages in hex: whether a paper or file is this one. Null where it does not open. */
    sha256: string | null;
    /** Where it may go from here, as whoever asks may send it. Empty when it is gone. */
    next: ("draft" | "approved" | "issued" | "returned" | "destroyed" | "lost" | "expired")[];
    warnings?: Warning[];
};
export type PageOfPacketAnswer = {
    items: PacketAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type CreatePacket = {
    /** Who will carry it. Unless said: attorney for attorneys and supervisors, else accompanier, which is all that companions may ask for. */
    audience?: "client" | "accompanier" | "attorney";
    /** The appointment to carry it to. Unless said, the next that stands, else the latest; companions: of theirs. */
    appointmentId?: string;
    /** Of the copy. Unless said: the client's own language for the client, English for others. Counsel's is in English. */
    language?: "en" | "es";
    clientId: string;
    /** Until when it may be carried. Two days after the appointment, or in two weeks, unless said. */
    expiresAt?: string;
};
export type ChangePacket = {
    /** expired follows from expiresAt and cannot be chosen. */
    state?: "draft" | "approved" | "issued" | "returned" | "destroyed" | "lost" | "expired";
    expiresAt?: string;
};
export type RowOfReport = {
    /** Key of the row; null for letters of which it is not known. */
    key: string | null;
};
export type PreviewRelease = {
    /** Letters received on this day or later. */
    "from"?: string;
    /** Letters received on this day or earlier. */
    to?: string;
    /** Only people of this county, such as bronx or nj_hudson. */
    county?: string;
    /** Only letters that this office sent. */
    office?: string;
    /** Only letters that call people to this place. */
    place?: string;
    /** Only letters after an arrest with a top charge of this level. */
    chargeLevel?: "traffic_infraction" | "violation" | "misdemeanor_unclassified" | "misdemeanor_b" | "misdemeanor_a" | "felony_e" | "felony_d" | "felony_c" | "felony_b" | "felony_a" | "unknown";
    /** documented: leaves out what is only known by hearsay. */
    evidence?: "all" | "documented";
    /** true: only people who agreed to be counted together with other organisations. */
    pooled?: boolean;
    /** Figures of each group; which ones a report knows is in docs/patterns.md. */
    groupBy?: "month" | "week" | "printMonth" | "county" | "place" | "ageBand" | "proceedings" | "priorRemovalOrder" | "convictions" | "pendingRelief" | "spouse" | "representation" | "accompanied" | "counsel" | "outcome" | "office" | "officialTitle" | "agency" | "precinct" | "process" | "chargeLevel" | "chargeCategory" | "printReason" | "hitType" | "printPath" | "evidenceGrade" | "form" | "sequence" | "weekday" | "hour" | "kind" | "channel";
    /** First day of the earlier period, for reports that compare two. */
    compareFrom?: string;
    /** Last day of the earlier period. */
    compareTo?: string;
    /** Name of the report. */
    report: "overview" | "lag" | "letters" | "print-to-letter" | "recent-prints" | "charges" | "detained" | "posture" | "proceedings" | "offices" | "times" | "letter-text" | "counsel" | "custody" | "custody-curve" | "waiting-rooms" | "accompaniments" | "notice";
    /** Rows to show with their small figures: only with the consent public_story of everybody in them, and a second person. */
    shownSmall?: RowOfReport[];
};
export type ReportFilterAnswer = {
    name: string;
    value: string;
    /** What is narrowed, in words. */
    label: string;
    /** To what, in words: the name of the county, office, ... */
    said: string;
};
export type ReportColumnAnswer = {
    name: string;
    /** For a heading. */
    label: string;
    kind: "key" | "label" | "count" | "sum" | "share" | "bound" | "quantile" | "rate" | "flag";
    unit: ("letters" | "appointments" | "people" | "days" | "minutes" | "share" | "ratio" | "records") | null;
    /** Count columns that a figure is made from. */
    "of": string[];
};
export type ColumnSumAnswer = {
    total: string;
    parts: string[];
};
export type ReportChartAnswer = {
    kind: "bars" | "stacked" | "line" | "steps" | "interval" | "heat";
    /** Column along the axis of what the rows are about. */
    x: string;
    /** Columns that are drawn. */
    y: string[];
    low?: string;
    high?: string;
    xLabel: string;
    yLabel: string;
};
export type ReportAnswer = {
    name: string;
    title: string;
    question: string;
    /** Where the organisation works. */
    on: string;
    zone: string;
    filters: ReportFilterAnswer[];
    /** What the rows are about. */
    groupBy: string | null;
    methods: string[];
    notes: string[];
    columns: ReportColumnAnswer[];
    /** By the names of the columns. */
    rows: object[];
    /** All rows together. */
    totals: {
        [key: string]: any;
    } | null;
    /** Whether everything counted is in exactly one row. */
    partition: boolean;
    sums: ColumnSumAnswer[];
    chart: (ReportChartAnswer) | null;
};
export type HiddenCellAnswer = {
    /** Row, from 0; -1 for the totals. */
    row: number;
    column: string;
    /** small: it counts few. complement: a small one could be worked out with it. difference: so could one with an earlier release. derived: it is made of hidden ones. */
    why: "small" | "complement" | "difference" | "derived";
};
export type ReleasePreview = {
    /** Hidden cells are *. */
    report: ReportAnswer;
    /** Counts from 1 to one below this are hidden. */
    k: number;
    hidden: HiddenCellAnswer[];
    /** How far apart at least are the bounds that a reader can find for a hidden figure; null: none is bounded. */
    narrowest: number | null;
};
export type PublishRelease = {
    /** Letters received on this day or later. */
    "from"?: string;
    /** Letters received on this day or earlier. */
    to?: string;
    /** Only people of this county, such as bronx or nj_hudson. */
    county?: string;
    /** Only letters that this office sent. */
    office?: string;
    /** Only letters that call people to this place. */
    place?: string;
    /** Only letters after an arrest with a top charge of this level. */
    chargeLevel?: "traffic_infraction" | "violation" | "misdemeanor_unclassified" | "misdemeanor_b" | "misdemeanor_a" | "felony_e" | "felony_d" | "felony_c" | "felony_b" | "felony_a" | "unknown";
    /** documented: leaves out what is only known by hearsay. */
    evidence?: "all" | "documented";
    /** true: only people who agreed to be counted together with other organisations. */
    pooled?: boolean;
    /** Figures of each group; which ones a report knows is in docs/patterns.md. */
    groupBy?: "month" | "week" | "printMonth" | "county" | "place" | "ageBand" | "proceedings" | "priorRemovalOrder" | "convictions" | "pendingRelief" | "spouse" | "representation" | "accompanied" | "counsel" | "outcome" | "office" | "officialTitle" | "agency" | "precinct" | "process" | "chargeLevel" | "chargeCategory" | "printReason" | "hitType" | "printPath" | "evidenceGrade" | "form" | "sequence" | "weekday" | "hour" | "kind" | "channel";
    /** First day of the earlier period, for reports that compare two. */
    compareFrom?: string;
    /** Last day of the earlier period. */
    compareTo?: string;
    /** Name of the report. */
    report: "overview" | "lag" | "letters" | "print-to-letter" | "recent-prints" | "charges" | "detained" | "posture" | "proceedings" | "offices" | "times" | "letter-text" | "counsel" | "custody" | "custody-curve" | "waiting-rooms" | "accompaniments" | "notice";
    /** Rows to show with their small figures: only with the consent public_story of everybody in them, and a second person. */
    shownSmall?: RowOfReport[];
    /** Says for whom these figures leave the office and why; write no name of a person. */
    reason: string;
};
export type FilterAnswer = {
    name: string;
    value: string;
    label: string;
    /** The value in words; absent of releases before these were kept. */
    said?: string;
};
export type ReleaseAnswer = {
    /** Says for whom these figures leave the office and why; write no name of a person. */
    reason: string;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    report: string;
    title: string;
    filters: FilterAnswer[];
    groupBy: string | null;
    k: number;
    /** SHA-256 of the very bytes that left, in hex. */
    sha256: string;
    /** Counts that are hidden. */
    hiddenCells: number;
    narrowest: number | null;
    /** Rows of which it shows small figures, with consent. */
    shownSmall: RowOfReport[];
    /** proposed: waits for a second person. */
    state: "proposed" | "published";
    publishedAt: string | null;
    approvedBy: string | null;
    /** Who released or proposed it. */
    byName: string | null;
    approvedByName: string | null;
};
export type PageOfReleaseAnswer = {
    items: ReleaseAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type NewsItem = {
    by: "all" | "office" | "place" | "county" | "chargeLevel" | "printReason";
    /** Value or id; null for all letters. */
    key: string | null;
    /** What it is, in a sentence. */
    text: string;
    /** Letters this week. */
    n: number;
    /** Letters of the weeks before, oldest first. */
    past: number[];
    c1: number | null;
    c2: number | null;
    c3: number | null;
    /** Whose bound is exceeded. */
    above: ("C1" | "C2" | "C3")[];
    /** How likely by chance, of this series alone. */
    chance: number | null;
    /** The same, given how many were looked at. */
    adjustedChance: number | null;
    /** Whether supervisors are told. */
    isNew: boolean;
};
export type NewsAnswer = {
    /** Monday of the week in question. */
    week: string;
    alpha: number;
    minSigma: number;
    /** How many series were looked at. */
    series: number;
    /** How many of them would exceed the bound of one method by chance alone, at least. */
    expectedByChance: number;
    /** The least likely first. */
    items: NewsItem[];
};
export type PatternAlertAnswer = {
    /** Says what the office made of something new in its figures; nothing about any person. */
    note?: string | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    week: string;
    by: "all" | "office" | "place" | "county" | "chargeLevel" | "printReason";
    key: string;
    text: string;
    n: number;
    past: number[];
    bound: number;
    method: "C1" | "C2" | "C3";
    adjustedChance: number;
    /** How many series were looked at. */
    series: number;
    acknowledgedAt: string | null;
    acknowledgedBy: string | null;
};
export type PageOfPatternAlertAnswer = {
    items: PatternAlertAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type AcknowledgeAlert = {
    /** Says what the office made of something new in its figures; nothing about any person. */
    note: string;
};
export type MonthCount = {
    month: string;
    n: number;
};
export type WeekCount = {
    /** Monday. */
    week: string;
    n: number;
};
export type LagBin = {
    /** First day. */
    "from": number;
    /** Last day, that day included; null when open. */
    to: number | null;
    n: number;
};
export type Lag = {
    /** Letters of which the lag is known. */
    n: number;
    /** Quartiles as percentile_cont: by linear interpolation. */
    median: number | null;
    q1: number | null;
    q3: number | null;
    min: number | null;
    max: number | null;
    bins: LagBin[];
    shareWithin10To21: number | null;
    /** How many of n rest on a date that is not known to the day. */
    approximate: number;
};
export type OutcomeCount = {
    outcome: string;
    n: number;
};
export type IntervalAnswer = {
    low: number;
    high: number;
};
export type ProportionAnswer = {
    n: number;
    "of": number;
    share: number | null;
    wilson: (IntervalAnswer) | null;
    clopperPearson: (IntervalAnswer) | null;
};
export type ChargeLevelCount = {
    /** Null where no arrest is known. */
    chargeLevel: string | null;
    n: number;
};
export type OfficeCount = {
    officeId: string | null;
    name: string | null;
    n: number;
};
export type PlaceCount = {
    placeId: string | null;
    name: string | null;
    n: number;
};
export type EvidenceGradeCount = {
    evidenceGrade: string;
    n: number;
};
export type VenueCount = {
    observedOn: string;
    placeId: string;
    placeName: string;
    attorneysSeen: number | null;
    unrepresentedSeen: number | null;
    othersSeen: number | null;
    detainedKnown: number | null;
};
export type OverviewGroup = {
    /** Value or id; null for letters of which it is not known. */
    key: string | null;
    /** Name of the office or place. */
    name?: string | null;
    /** Letters. */
    n: number;
    /** How many of them people followed. */
    attended: number;
    detained: ProportionAnswer;
};
export type OverviewReport = {
    /** Letters. */
    n: number;
    /** Letters received since Monday. */
    newThisWeek: number;
    /** That Monday. */
    weekOf: string;
    /** Months without a letter are left out. */
    lettersByMonth: MonthCount[];
    /** Weeks without a letter are left out. */
    lettersByWeek: WeekCount[];
    lag: Lag;
    /** Letters that people followed: they came to the appointment. */
    attended: number;
    /** What came of it for those who attended. */
    outcomes: OutcomeCount[];
    /** Of those who attended and of whom it is known, how many did not walk out. */
    detained: ProportionAnswer;
    chargeLevels: ChargeLevelCount[];
    offices: OfficeCount[];
    places: PlaceCount[];
    evidenceGrades: EvidenceGradeCount[];
    /** Waiting rooms as they were seen, oldest first (the last 500). */
    venueObservations: VenueCount[];
    /** Largest first; with groupBy only. */
    groups?: OverviewGroup[];
};
export type LagGroup = {
    /** Letters of which the lag is known. */
    n: number;
    /** Quartiles as percentile_cont: by linear interpolation. */
    median: number | null;
    q1: number | null;
    q3: number | null;
    min: number | null;
    max: number | null;
    bins: LagBin[];
    shareWithin10To21: number | null;
    /** How many of n rest on a date that is not known to the day. */
    approximate: number;
    /** Value or id; null for letters of which it is not known. */
    key: string | null;
    /** Name of the office or place. */
    name?: string | null;
};
export type LagReport = {
    /** Letters of which the lag is known. */
    n: number;
    /** Quartiles as percentile_cont: by linear interpolation. */
    median: number | null;
    q1: number | null;
    q3: number | null;
    min: number | null;
    max: number | null;
    bins: LagBin[];
    shareWithin10To21: number | null;
    /** How many of n rest on a date that is not known to the day. */
    approximate: number;
    /** Letters in all, whether or not their lag is known. */
    letters: number;
    /** Largest first; with groupBy only. */
    groups?: LagGroup[];
};
export type MonthsForReason = {
    /** Names the reason for closing that has a period of its own. */
    closingReason: "matter_resolved" | "advice_given" | "relief_granted" | "referred_out" | "removed" | "left_the_country" | "lost_contact" | "client_withdrew" | "conflict" | "deceased" | "merged" | "entered_in_error" | "other";
    /** Says after how many months somebody decides whether the file is still needed. */
    months: number;
};
export type RetentionPolicyAnswer = {
    /** Says after how many months files of the class short are reviewed. */
    shortMonths?: number;
    /** Says after how many months files are reviewed that nobody gave another class. */
    standardMonths?: number;
    /** Says after how many months files of the class extended are reviewed. */
    extendedMonths?: number;
    /** Gives files of the standard class that were closed for some reasons a period of their own. */
    monthsByReason?: MonthsForReason[] | null;
    /** Purges a file by itself so many days after its review was due and nobody decided; left out, never. */
    purgeAfterDays?: number | null;
    version: number;
    /** Since when files are purged by themselves; the days are counted from then at the earliest. */
    purgesSince: string | null;
};
export type PutRetentionPolicy = {
    /** Says after how many months files of the class short are reviewed. */
    shortMonths?: number;
    /** Says after how many months files are reviewed that nobody gave another class. */
    standardMonths?: number;
    /** Says after how many months files of the class extended are reviewed. */
    extendedMonths?: number;
    /** Gives files of the standard class that were closed for some reasons a period of their own. */
    monthsByReason?: MonthsForReason[] | null;
    /** Purges a file by itself so many days after its review was due and nobody decided; left out, never. */
    purgeAfterDays?: number | null;
};
export type DueReview = {
    clientId: string;
    code: string;
    closingReason: ("matter_resolved" | "advice_given" | "relief_granted" | "referred_out" | "removed" | "left_the_country" | "lost_contact" | "client_withdrew" | "conflict" | "deceased" | "merged" | "entered_in_error" | "other") | null;
    retentionClass: "short" | "standard" | "extended";
    reviewOn: string | null;
    legalHold: boolean;
    assignedAttorneyId: string | null;
    /** A proposal that waits for agreement. */
    purgeId: string | null;
    /** When the policy purges the file if nobody decides; null: never. */
    purgesOn: string | null;
};
export type PageOfDueReview = {
    items: DueReview[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type RetentionReviewAnswer = {
    /** Says why your file is kept longer, so that nobody keeps it without a reason. */
    reason: string;
    /** Says when somebody decides again whether your file is still needed. */
    nextReviewOn: string;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    clientId: string;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
};
export type RetentionAnswer = {
    clientId: string;
    reviewOn: string | null;
    /** What forbids to purge it now; empty: nothing. */
    blocks: ("open" | "legal_hold" | "appointment_ahead" | "words_at_provider")[];
    purgesOn: string | null;
    /** The newest first. */
    decisions: RetentionReviewAnswer[];
};
export type KeepFile = {
    /** Says why your file is kept longer, so that nobody keeps it without a reason. */
    reason: string;
    /** Says when somebody decides again whether your file is still needed. */
    nextReviewOn: string;
};
export type ProposePurge = {
    /** Says which case file. */
    clientId: string;
    /** Says on the certificate why the file was destroyed. */
    reason: "no_longer_needed" | "client_asked" | "entered_in_error" | "consent_missing" | "retention_policy" | "other";
    /** Says that the file is to go although appointments are ahead, of which nobody will be reminded. */
    despiteAppointments?: boolean;
};
export type DestroyedAnswer = {
    /** Name of the table, such as letters. */
    recordType: string;
    count: number;
};
export type PurgeAnswer = {
    /** Says on the certificate why the file was destroyed. */
    reason: "no_longer_needed" | "client_asked" | "entered_in_error" | "consent_missing" | "retention_policy" | "other";
    /** Says that the file is to go although appointments are ahead, of which nobody will be reminded. */
    despiteAppointments?: boolean;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    /** The id that the case file has, or had; the audit knows it by that. */
    caseId: string;
    /** The code, while the case file exists. */
    code: string | null;
    state: "proposed" | "withdrawn" | "purged";
    basis: ("two_people" | "policy") | null;
    /** Who proposed it; null: the policy. */
    byName: string | null;
    approvedBy: string | null;
    approvedByName: string | null;
    purgedAt: string | null;
    /** What was destroyed, keys first. */
    destroyed: DestroyedAnswer[] | null;
    /** Rows of figures that stay, without a way back. */
    ledgerRows: number | null;
};
export type PageOfPurgeAnswer = {
    items: PurgeAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type PlaceHold = {
    /** Says which case file. */
    clientId: string;
    /** Says why your file must not be destroyed for now. */
    reason: string;
};
export type LegalHoldAnswer = {
    /** Says why your file must not be destroyed for now. */
    reason: string;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    clientId: string;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
    code: string;
    legalDemandId: string | null;
    liftedAt: string | null;
    liftedBy: string | null;
};
export type PageOfLegalHoldAnswer = {
    items: LegalHoldAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type CreateLegalDemand = {
    /** Says when the demand came, from which its time runs. */
    receivedOn: string;
    /** Shows who asks for records. */
    requester: "ice_ero" | "ice_hsi" | "doj" | "local_police" | "court" | "other";
    /** Says what kind of paper it is, and so whether it binds. */
    instrument: "administrative_subpoena" | "judicial_subpoena" | "warrant" | "informal_request" | "records_law_request";
    /** Says whether it binds as it is, or only once a court orders it. */
    selfExecuting?: boolean | null;
    /** Says which records are asked for; it may name people. */
    scope?: string | null;
    /** Says by when it must be answered. */
    dueOn?: string | null;
    /** Names the lawyer who answers it for the organisation. */
    counsel?: string | null;
    /** Says what was answered. */
    response?: "pending" | "refused" | "narrowed" | "motion_to_quash" | "complied" | "none_held";
    /** Says when it was answered. */
    respondedOn?: string | null;
};
export type LegalDemandAnswer = {
    /** Says when the demand came, from which its time runs. */
    receivedOn: string;
    /** Shows who asks for records. */
    requester: "ice_ero" | "ice_hsi" | "doj" | "local_police" | "court" | "other";
    /** Says what kind of paper it is, and so whether it binds. */
    instrument: "administrative_subpoena" | "judicial_subpoena" | "warrant" | "informal_request" | "records_law_request";
    /** Says whether it binds as it is, or only once a court orders it. */
    selfExecuting?: boolean | null;
    /** Says which records are asked for; it may name people. */
    scope?: string | null;
    /** Says by when it must be answered. */
    dueOn?: string | null;
    /** Names the lawyer who answers it for the organisation. */
    counsel?: string | null;
    /** Says what was answered. */
    response?: "pending" | "refused" | "narrowed" | "motion_to_quash" | "complied" | "none_held";
    /** Says when it was answered. */
    respondedOn?: string | null;
    id: string;
    /** Goes into If-Match of the next change; also the ETag. */
    version: number;
    createdAt: string;
    createdBy: string;
    updatedAt: string;
    updatedBy: string;
    /** How many legal holds were placed for it on files that still exist. */
    holdsPlaced: number;
    /** How many of them stand. */
    holdsStanding: number;
    /** Whether its time is over and nothing was answered. */
    overdue: boolean;
    /** In lists: sealed fields that do not open, as they were altered or moved in the database; they are null here. */
    unreadable?: string[];
};
export type PageOfLegalDemandAnswer = {
    items: LegalDemandAnswer[];
    /** Cursor of the next page; null on the last. */
    nextCursor: string | null;
    total?: number;
};
export type ChangeLegalDemand = {
    /** Says when the demand came, from which its time runs. */
    receivedOn?: string;
    /** Shows who asks for records. */
    requester?: "ice_ero" | "ice_hsi" | "doj" | "local_police" | "court" | "other";
    /** Says what kind of paper it is, and so whether it binds. */
    instrument?: "administrative_subpoena" | "judicial_subpoena" | "warrant" | "informal_request" | "records_law_request";
    /** Says whether it binds as it is, or only once a court orders it. */
    selfExecuting?: boolean | null;
    /** Says which records are asked for; it may name people. */
    scope?: string | null;
    /** Says by when it must be answered. */
    dueOn?: string | null;
    /** Names the lawyer who answers it for the organisation. */
    counsel?: string | null;
    /** Says what was answered. */
    response?: "pending" | "refused" | "narrowed" | "motion_to_quash" | "complied" | "none_held";
    /** Says when it was answered. */
    respondedOn?: string | null;
};
export type PlaceHolds = {
    /** Says why your file must not be destroyed for now. */
    reason: string;
    /** Says which case files must not be destroyed. */
    clientIds: string[];
};
export type MasterKeyAnswer = {
    /** Names the key that wraps the keys of organisations; gives nothing of it away. */
    id: string;
    /** The one that takes its place, while it is being changed. */
    next: string | null;
};
export type OrganizationKeyAnswer = {
    id: string;
    madeAt: string;
    /** How many values it holds: keys of case files, second factors, others. */
    seals: number;
};
export type KeysStatusAnswer = {
    masterKey: MasterKeyAnswer;
    /** The one in use first. Others are former ones, which go once they hold nothing. */
    keys: OrganizationKeyAnswer[];
};
export function healthLive(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: Liveness;
    }>("/api/health/live", {
        ...opts
    }));
}
export function healthReady(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: Readiness;
    }>("/api/health/ready", {
        ...opts
    }));
}
export function metricsShow(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText("/api/metrics", {
        ...opts
    }));
}
export function auditList({ limit, cursor, count, event, clientId, userId, subjectId, $from, to }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    event?: AuditEventName;
    clientId?: string;
    userId?: string;
    subjectId?: string;
    $from?: string;
    to?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfAuditEventAnswer;
    }>(`/api/audit-events${QS.query(QS.explode({
        limit,
        cursor,
        count,
        event,
        clientId,
        userId,
        subjectId,
        "from": $from,
        to
    }))}`, {
        ...opts
    }));
}
export function auditExport(format: "csv" | "json", { limit, cursor, count, event, clientId, userId, subjectId, $from, to }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    event?: AuditEventName;
    clientId?: string;
    userId?: string;
    subjectId?: string;
    $from?: string;
    to?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/audit-events/export${QS.query(QS.explode({
        limit,
        cursor,
        count,
        event,
        clientId,
        userId,
        subjectId,
        "from": $from,
        to,
        format
    }))}`, {
        ...opts
    }));
}
export function auditSeals({ limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfAuditSealAnswer;
    }>(`/api/audit-events/seals${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function authLogin(signIn: SignIn, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: SignedIn;
    }>("/api/auth/login", oazapfts.json({
        ...opts,
        method: "POST",
        body: signIn
    })));
}
export function authLogout(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText("/api/auth/logout", {
        ...opts,
        method: "POST"
    }));
}
export function authMe(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: Me;
    }>("/api/auth/me", {
        ...opts
    }));
}
export function authChangeMe(ifMatch: string, changeMe: ChangeMe, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: Me;
    }>("/api/auth/me", oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeMe,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function authSetUp(setUp: SetUp, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText("/api/auth/setup", oazapfts.json({
        ...opts,
        method: "POST",
        body: setUp
    })));
}
export function authUseLink(useLink: UseLink, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText("/api/auth/use-link", oazapfts.json({
        ...opts,
        method: "POST",
        body: useLink
    })));
}
export function authPassword(changePassword: ChangePassword, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText("/api/auth/password", oazapfts.json({
        ...opts,
        method: "POST",
        body: changePassword
    })));
}
export function authAskPasskey(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PasskeyQuestion;
    }>("/api/auth/step-up/question", {
        ...opts,
        method: "POST"
    }));
}
export function authStepUp(proof: Proof, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: Proven;
    }>("/api/auth/step-up", oazapfts.json({
        ...opts,
        method: "POST",
        body: proof
    })));
}
export function authEnrol(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TotpEnrolment;
    }>("/api/auth/totp", {
        ...opts,
        method: "POST"
    }));
}
export function authRemoveAuthenticator(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText("/api/auth/totp", {
        ...opts,
        method: "DELETE"
    }));
}
export function authConfirm(totpCode: TotpCode, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RecoveryCodes;
    }>("/api/auth/totp/confirm", oazapfts.json({
        ...opts,
        method: "POST",
        body: totpCode
    })));
}
export function authRenewRecoveryCodes(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RecoveryCodes;
    }>("/api/auth/recovery-codes", {
        ...opts,
        method: "POST"
    }));
}
export function passkeysAsk(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PasskeyQuestion;
    }>("/api/auth/passkeys/question", {
        ...opts,
        method: "POST"
    }));
}
export function passkeysEnrol(newPasskey: NewPasskey, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: EnrolledPasskey;
    }>("/api/auth/passkeys", oazapfts.json({
        ...opts,
        method: "POST",
        body: newPasskey
    })));
}
export function passkeysList({ limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfPasskeyAnswer;
    }>(`/api/auth/passkeys${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function passkeysRename(id: string, ifMatch: string, changePasskey: ChangePasskey, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PasskeyAnswer;
    }>(`/api/auth/passkeys/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changePasskey,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function passkeysRemove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/auth/passkeys/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function passkeySignInAsk(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PasskeyQuestion;
    }>("/api/auth/login/passkey/question", {
        ...opts,
        method: "POST"
    }));
}
export function passkeySignInSignIn(passkeySignIn: PasskeySignIn, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: SignedIn;
    }>("/api/auth/login/passkey", oazapfts.json({
        ...opts,
        method: "POST",
        body: passkeySignIn
    })));
}
export function ownSessionsList({ limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfSessionAnswer;
    }>(`/api/auth/sessions${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function ownSessionsEndOthers(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText("/api/auth/sessions", {
        ...opts,
        method: "DELETE"
    }));
}
export function ownSessionsEnd(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/auth/sessions/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function usersCreate(newUser: NewUser, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: UserAnswer;
    }>("/api/users", oazapfts.json({
        ...opts,
        method: "POST",
        body: newUser
    })));
}
export function usersList({ limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfUserAnswer;
    }>(`/api/users${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function usersGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: UserAnswer;
    }>(`/api/users/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function usersChange(id: string, ifMatch: string, changeUser: ChangeUser, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: UserAnswer;
    }>(`/api/users/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeUser,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function usersReset(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/users/${encodeURIComponent(id)}/reset-password`, {
        ...opts,
        method: "POST"
    }));
}
export function usersResetSecondFactor(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/users/${encodeURIComponent(id)}/reset-second-factor`, {
        ...opts,
        method: "POST"
    }));
}
export function userSessionsList(userId: string, { limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfSessionAnswer;
    }>(`/api/users/${encodeURIComponent(userId)}/sessions${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function userSessionsEndAll(userId: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/users/${encodeURIComponent(userId)}/sessions`, {
        ...opts,
        method: "DELETE"
    }));
}
export function userSessionsEnd(userId: string, id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/users/${encodeURIComponent(userId)}/sessions/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function tokensCreate(newToken: NewToken, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: TokenAnswer;
    }>("/api/tokens", oazapfts.json({
        ...opts,
        method: "POST",
        body: newToken
    })));
}
export function tokensList({ limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfTokenAnswer;
    }>(`/api/tokens${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function tokensRevoke(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/tokens/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function organizationGet(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OrganizationAnswer;
    }>("/api/organization", {
        ...opts
    }));
}
export function organizationChange(ifMatch: string, changeOrganization: ChangeOrganization, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OrganizationAnswer;
    }>("/api/organization", oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeOrganization,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function lockdownBegin(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OrganizationAnswer;
    }>("/api/organization/lockdown", {
        ...opts,
        method: "POST"
    }));
}
export function lockdownEnd(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OrganizationAnswer;
    }>("/api/organization/lockdown", {
        ...opts,
        method: "DELETE"
    }));
}
export function rolesList(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RolesAnswer;
    }>("/api/roles", {
        ...opts
    }));
}
export function placesList({ limit, cursor, count, q, kind }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    q?: string;
    kind?: "ice_office" | "court" | "uscis" | "isap" | "detention" | "other";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfPlaceAnswer;
    }>(`/api/places${QS.query(QS.explode({
        limit,
        cursor,
        count,
        q,
        kind
    }))}`, {
        ...opts
    }));
}
export function placesCreate(createPlace: CreatePlace, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: PlaceAnswer;
    }>("/api/places", oazapfts.json({
        ...opts,
        method: "POST",
        body: createPlace
    })));
}
export function placesGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PlaceAnswer;
    }>(`/api/places/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function placesChange(id: string, ifMatch: string, changePlace: ChangePlace, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PlaceAnswer;
    }>(`/api/places/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changePlace,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function officesList({ limit, cursor, count, q, agency }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    q?: string;
    agency?: "ice_ero" | "ice_hsi" | "ice_opla" | "uscis" | "eoir" | "cbp" | "other";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfOfficeAnswer;
    }>(`/api/offices${QS.query(QS.explode({
        limit,
        cursor,
        count,
        q,
        agency
    }))}`, {
        ...opts
    }));
}
export function officesCreate(createOffice: CreateOffice, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: OfficeAnswer;
    }>("/api/offices", oazapfts.json({
        ...opts,
        method: "POST",
        body: createOffice
    })));
}
export function officesGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OfficeAnswer;
    }>(`/api/offices/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function officesChange(id: string, ifMatch: string, changeOffice: ChangeOffice, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OfficeAnswer;
    }>(`/api/offices/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeOffice,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function facilitiesList({ limit, cursor, count, q }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    q?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfFacilityAnswer;
    }>(`/api/facilities${QS.query(QS.explode({
        limit,
        cursor,
        count,
        q
    }))}`, {
        ...opts
    }));
}
export function facilitiesCreate(createFacility: CreateFacility, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: FacilityAnswer;
    }>("/api/facilities", oazapfts.json({
        ...opts,
        method: "POST",
        body: createFacility
    })));
}
export function facilitiesGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: FacilityAnswer;
    }>(`/api/facilities/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function facilitiesChange(id: string, ifMatch: string, changeFacility: ChangeFacility, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: FacilityAnswer;
    }>(`/api/facilities/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeFacility,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function clientsCreate(createClient: CreateClient, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: ClientAnswer;
    }>("/api/clients", oazapfts.json({
        ...opts,
        method: "POST",
        body: createClient
    })));
}
export function clientsList({ limit, cursor, count, q, status, county, assignedAttorneyId, hasUpcomingAppointment }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    q?: string;
    status?: "open" | "closed";
    county?: string;
    assignedAttorneyId?: string;
    hasUpcomingAppointment?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfClientInList;
    }>(`/api/clients${QS.query(QS.explode({
        limit,
        cursor,
        count,
        q,
        status,
        county,
        assignedAttorneyId,
        hasUpcomingAppointment
    }))}`, {
        ...opts
    }));
}
export function clientsGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CaseFileAnswer;
    }>(`/api/clients/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function clientsChange(id: string, ifMatch: string, changeClient: ChangeClient, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ClientAnswer;
    }>(`/api/clients/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeClient,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function clientsDuplicates(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PossibleDuplicate[];
    }>(`/api/clients/${encodeURIComponent(id)}/duplicates`, {
        ...opts
    }));
}
export function clientsMerge(id: string, mergeClient: MergeClient, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ClientAnswer;
    }>(`/api/clients/${encodeURIComponent(id)}/merge`, oazapfts.json({
        ...opts,
        method: "POST",
        body: mergeClient
    })));
}
export function clientsClose(id: string, closeClient: CloseClient, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ClientAnswer;
    }>(`/api/clients/${encodeURIComponent(id)}/close`, oazapfts.json({
        ...opts,
        method: "POST",
        body: closeClient
    })));
}
export function clientsReopen(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ClientAnswer;
    }>(`/api/clients/${encodeURIComponent(id)}/reopen`, {
        ...opts,
        method: "POST"
    }));
}
export function breakGlassBreak(id: string, breakGlass: BreakGlass, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: BreakGlassAnswer;
    }>(`/api/clients/${encodeURIComponent(id)}/break-glass`, oazapfts.json({
        ...opts,
        method: "POST",
        body: breakGlass
    })));
}
export function breakGlassList({ limit, cursor, count, reviewed }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    reviewed?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfBreakGlassAnswer;
    }>(`/api/break-glass${QS.query(QS.explode({
        limit,
        cursor,
        count,
        reviewed
    }))}`, {
        ...opts
    }));
}
export function breakGlassReview(id: string, reviewBreakGlass: ReviewBreakGlass, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: BreakGlassAnswer;
    }>(`/api/break-glass/${encodeURIComponent(id)}/review`, oazapfts.json({
        ...opts,
        method: "POST",
        body: reviewBreakGlass
    })));
}
export function breakGlassEnd(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: BreakGlassAnswer;
    }>(`/api/break-glass/${encodeURIComponent(id)}/end`, {
        ...opts,
        method: "POST"
    }));
}
export function arrestsOfClientList(clientId: string, { limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfArrestAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/arrests${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function arrestsOfClientCreate(clientId: string, createArrest: CreateArrest, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: ArrestAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/arrests`, oazapfts.json({
        ...opts,
        method: "POST",
        body: createArrest
    })));
}
export function arrestsGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ArrestAnswer;
    }>(`/api/arrests/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function arrestsChange(id: string, ifMatch: string, changeArrest: ChangeArrest, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ArrestAnswer;
    }>(`/api/arrests/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeArrest,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function arrestsRemove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/arrests/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function fingerprintEventsOfClientList(clientId: string, { limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfFingerprintEventAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/fingerprint-events${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function fingerprintEventsOfClientCreate(clientId: string, createFingerprintEvent: CreateFingerprintEvent, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: FingerprintEventAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/fingerprint-events`, oazapfts.json({
        ...opts,
        method: "POST",
        body: createFingerprintEvent
    })));
}
export function fingerprintEventsGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: FingerprintEventAnswer;
    }>(`/api/fingerprint-events/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function fingerprintEventsChange(id: string, ifMatch: string, changeFingerprintEvent: ChangeFingerprintEvent, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: FingerprintEventAnswer;
    }>(`/api/fingerprint-events/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeFingerprintEvent,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function fingerprintEventsRemove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/fingerprint-events/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function lettersOfClientList(clientId: string, { limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfLetterAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/letters${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function lettersOfClientCreate(clientId: string, createLetter: CreateLetter, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: LetterAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/letters`, oazapfts.json({
        ...opts,
        method: "POST",
        body: createLetter
    })));
}
export function lettersGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: LetterAnswer;
    }>(`/api/letters/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function lettersChange(id: string, ifMatch: string, changeLetter: ChangeLetter, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: LetterAnswer;
    }>(`/api/letters/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeLetter,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function lettersRemove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/letters/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function clientAppointmentsCreate(clientId: string, createAppointment: CreateAppointment, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: AppointmentAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/appointments`, oazapfts.json({
        ...opts,
        method: "POST",
        body: createAppointment
    })));
}
export function clientAppointmentsList(clientId: string, { limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfAppointmentAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/appointments${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function appointmentsDaySheet({ limit, cursor, count, $from, to, mine, place, liveState }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    $from?: string;
    to?: string;
    mine?: boolean;
    place?: string;
    liveState?: "not_started" | "arrived" | "called_in" | "out_safe" | "overdue" | "detained_confirmed" | "closed";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfAppointmentOnTheDay;
    }>(`/api/appointments${QS.query(QS.explode({
        limit,
        cursor,
        count,
        "from": $from,
        to,
        mine,
        place,
        liveState
    }))}`, {
        ...opts
    }));
}
export function appointmentsGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: AppointmentAnswer | AppointmentOnTheDay;
    }>(`/api/appointments/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function appointmentsChange(id: string, ifMatch: string, changeAppointment: ChangeAppointment, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: AppointmentAnswer;
    }>(`/api/appointments/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeAppointment,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function appointmentsRemove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/appointments/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function appointmentsLive(id: string, liveTap: LiveTap, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: AppointmentAnswer | AppointmentOnTheDay;
    }>(`/api/appointments/${encodeURIComponent(id)}/live`, oazapfts.json({
        ...opts,
        method: "POST",
        body: liveTap
    })));
}
export function appointmentsOutcome(id: string, recordOutcome: RecordOutcome, { ifMatch }: {
    ifMatch?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: AppointmentAnswer | AppointmentOnTheDay;
    }>(`/api/appointments/${encodeURIComponent(id)}/outcome`, oazapfts.json({
        ...opts,
        method: "POST",
        body: recordOutcome,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function accompanimentsAdd(id: string, createAccompaniment: CreateAccompaniment, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: AccompanimentAnswer;
    }>(`/api/appointments/${encodeURIComponent(id)}/accompaniments`, oazapfts.json({
        ...opts,
        method: "POST",
        body: createAccompaniment
    })));
}
export function accompanimentsChange(id: string, ifMatch: string, changeAccompaniment: ChangeAccompaniment, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: AccompanimentAnswer;
    }>(`/api/accompaniments/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeAccompaniment,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function accompanimentsRemove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/accompaniments/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function venueObservationsCreate(createVenueObservation: CreateVenueObservation, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: VenueObservationAnswer;
    }>("/api/venue-observations", oazapfts.json({
        ...opts,
        method: "POST",
        body: createVenueObservation
    })));
}
export function venueObservationsList({ limit, cursor, count, place, $from, to }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    place?: string;
    $from?: string;
    to?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfVenueObservationAnswer;
    }>(`/api/venue-observations${QS.query(QS.explode({
        limit,
        cursor,
        count,
        place,
        "from": $from,
        to
    }))}`, {
        ...opts
    }));
}
export function venueObservationsGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: VenueObservationAnswer;
    }>(`/api/venue-observations/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function venueObservationsChange(id: string, ifMatch: string, changeVenueObservation: ChangeVenueObservation, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: VenueObservationAnswer;
    }>(`/api/venue-observations/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeVenueObservation,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function venueObservationsRemove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/venue-observations/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function calendarGet(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CalendarAnswer;
    }>("/api/calendar", {
        ...opts
    }));
}
export function calendarCreate(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: CalendarAnswer;
    }>("/api/calendar", {
        ...opts,
        method: "POST"
    }));
}
export function calendarRemove(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText("/api/calendar", {
        ...opts,
        method: "DELETE"
    }));
}
export function calendarFeed(file: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/calendar/${encodeURIComponent(file)}`, {
        ...opts
    }));
}
export function custodyEventsOfClientList(clientId: string, { limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfCustodyEventAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/custody-events${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function custodyEventsOfClientCreate(clientId: string, createCustodyEvent: CreateCustodyEvent, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: CustodyEventAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/custody-events`, oazapfts.json({
        ...opts,
        method: "POST",
        body: createCustodyEvent
    })));
}
export function custodyDraftGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CustodyDraft;
    }>(`/api/appointments/${encodeURIComponent(id)}/custody-draft`, {
        ...opts
    }));
}
export function custodyEventsGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CustodyEventAnswer;
    }>(`/api/custody-events/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function custodyEventsChange(id: string, ifMatch: string, changeCustodyEvent: ChangeCustodyEvent, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CustodyEventAnswer;
    }>(`/api/custody-events/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeCustodyEvent,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function custodyEventsRemove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/custody-events/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function documentsOfClientList(clientId: string, { limit, cursor, count, kind, letterId }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    kind?: "letter_scan" | "g28" | "identity" | "tie_or_equity" | "court_record" | "packet" | "handout" | "other";
    letterId?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfDocumentAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/documents${QS.query(QS.explode({
        limit,
        cursor,
        count,
        kind,
        letterId
    }))}`, {
        ...opts
    }));
}
export function documentsOfClientCreate(clientId: string, body: CreateDocument & {
    file: Blob;
}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: DocumentAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/documents`, oazapfts.multipart({
        ...opts,
        method: "POST",
        body
    })));
}
export function documentsGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: DocumentAnswer;
    }>(`/api/documents/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function documentsChange(id: string, ifMatch: string, changeDocument: ChangeDocument, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: DocumentAnswer;
    }>(`/api/documents/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeDocument,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function documentsRemove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/documents/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function documentsOpen(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchBlob<{
        status: 200;
        data: Blob;
    }>(`/api/documents/${encodeURIComponent(id)}/content`, {
        ...opts
    }));
}
export function looksInto(id: string, { $from, to }: {
    $from?: string;
    to?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: LooksAnswer;
    }>(`/api/clients/${encodeURIComponent(id)}/access${QS.query(QS.explode({
        "from": $from,
        to
    }))}`, {
        ...opts
    }));
}
export function accessReviewsList({ limit, cursor, count, state }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    state?: "open" | "confirmed" | "questioned";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfAccessReviewAnswer;
    }>(`/api/access-reviews${QS.query(QS.explode({
        limit,
        cursor,
        count,
        state
    }))}`, {
        ...opts
    }));
}
export function accessReviewsConfirm(id: string, confirmAccess: ConfirmAccess, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: AccessReviewAnswer;
    }>(`/api/access-reviews/${encodeURIComponent(id)}/confirm`, oazapfts.json({
        ...opts,
        method: "POST",
        body: confirmAccess
    })));
}
export function accessReviewsQuestion(id: string, questionAccess: QuestionAccess, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: AccessReviewAnswer;
    }>(`/api/access-reviews/${encodeURIComponent(id)}/question`, oazapfts.json({
        ...opts,
        method: "POST",
        body: questionAccess
    })));
}
export function timelineFileOf(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: WholeFileAnswer;
    }>(`/api/clients/${encodeURIComponent(id)}/file`, {
        ...opts
    }));
}
export function timelineTimelineOf(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TimelineAnswer;
    }>(`/api/clients/${encodeURIComponent(id)}/timeline`, {
        ...opts
    }));
}
export function timelineHoldingsOf(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: HoldingsAnswer;
    }>(`/api/clients/${encodeURIComponent(id)}/holdings`, {
        ...opts
    }));
}
export function todayRead({ language }: {
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TodayAnswer;
    }>(`/api/today${QS.query(QS.explode({
        language
    }))}`, {
        ...opts
    }));
}
export function intakeCreate(intake: Intake, { dryRun }: {
    dryRun?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: IntakeAnswer;
    }>(`/api/intakes${QS.query(QS.explode({
        dryRun
    }))}`, oazapfts.json({
        ...opts,
        method: "POST",
        body: intake
    })));
}
export function remindersList({ limit, cursor, count, only, order, state, dueBefore }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    only?: "ahead" | "needs_care";
    order?: "earliest" | "latest";
    state?: "scheduled" | "enqueued" | "sent" | "delivered" | "unconfirmed" | "failed" | "carrier_blocked" | "opted_out" | "skipped_past_due" | "cancelled" | "superseded" | "acknowledged" | "escalated";
    dueBefore?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfReminderAnswer;
    }>(`/api/reminders${QS.query(QS.explode({
        limit,
        cursor,
        count,
        only,
        order,
        state,
        dueBefore
    }))}`, {
        ...opts
    }));
}
export function remindersStatus(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RemindersStatus;
    }>("/api/reminders/status", {
        ...opts
    }));
}
export function remindersGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReminderAnswer;
    }>(`/api/reminders/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function remindersChange(id: string, ifMatch: string, changeReminder: ChangeReminder, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReminderAnswer;
    }>(`/api/reminders/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeReminder,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function remindersRemove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/reminders/${encodeURIComponent(id)}`, {
        ...opts,
        method: "DELETE"
    }));
}
export function remindersPreview(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReminderPreview;
    }>(`/api/reminders/${encodeURIComponent(id)}/preview`, {
        ...opts
    }));
}
export function remindersCancel(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReminderAnswer;
    }>(`/api/reminders/${encodeURIComponent(id)}/cancel`, {
        ...opts,
        method: "POST"
    }));
}
export function remindersRetry(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReminderAnswer;
    }>(`/api/reminders/${encodeURIComponent(id)}/retry`, {
        ...opts,
        method: "POST"
    }));
}
export function remindersAcknowledge(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReminderAnswer;
    }>(`/api/reminders/${encodeURIComponent(id)}/acknowledge`, {
        ...opts,
        method: "POST"
    }));
}
export function clientRemindersCreate(clientId: string, createReminder: CreateReminder, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: ReminderAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/reminders`, oazapfts.json({
        ...opts,
        method: "POST",
        body: createReminder
    })));
}
export function clientRemindersList(clientId: string, { limit, cursor, count, only, order, state, dueBefore }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    only?: "ahead" | "needs_care";
    order?: "earliest" | "latest";
    state?: "scheduled" | "enqueued" | "sent" | "delivered" | "unconfirmed" | "failed" | "carrier_blocked" | "opted_out" | "skipped_past_due" | "cancelled" | "superseded" | "acknowledged" | "escalated";
    dueBefore?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfReminderAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/reminders${QS.query(QS.explode({
        limit,
        cursor,
        count,
        only,
        order,
        state,
        dueBefore
    }))}`, {
        ...opts
    }));
}
export function reminderPlanGet(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PlanAnswer;
    }>("/api/reminder-plan", {
        ...opts
    }));
}
export function reminderPlanPut(ifMatch: string, putPlan: PutPlan, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PlanAnswer;
    }>("/api/reminder-plan", oazapfts.json({
        ...opts,
        method: "PUT",
        body: putPlan,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function reminderPlanWords(kind: "ice_appointment" | "court_date" | "packet_prepare" | "debrief_missing" | "fingerprint_watch" | "overdue_at_ice" | "locator_check", to: "client" | "companions" | "staff" | "supervisors" | "emergency_callers", { language }: {
    language?: "en" | "es" | "zh" | "zh-Hant" | "bn" | "ht" | "ar" | "ru" | "fr";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PlanWords;
    }>(`/api/reminder-plan/words${QS.query(QS.explode({
        kind,
        to,
        language
    }))}`, {
        ...opts
    }));
}
export function ownWordingsList(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: WordingsAnswer;
    }>("/api/reminder-wordings", {
        ...opts
    }));
}
export function ownWordingsPut(ifMatch: string, putWording: PutWording, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: WordingAnswer;
    }>("/api/reminder-wordings", oazapfts.json({
        ...opts,
        method: "PUT",
        body: putWording,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function ownWordingsPreview(putWording: PutWording, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: WordingAnswer;
    }>("/api/reminder-wordings/preview", oazapfts.json({
        ...opts,
        method: "POST",
        body: putWording
    })));
}
export function noticesList({ limit, cursor, count, unread, language }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    unread?: boolean;
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfNoticeAnswer;
    }>(`/api/notices${QS.query(QS.explode({
        limit,
        cursor,
        count,
        unread,
        language
    }))}`, {
        ...opts
    }));
}
export function noticesRead(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: NoticeAnswer;
    }>(`/api/notices/${encodeURIComponent(id)}/read`, {
        ...opts,
        method: "POST"
    }));
}
export function overdueLadder(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OverdueAnswer;
    }>(`/api/appointments/${encodeURIComponent(id)}/overdue`, {
        ...opts
    }));
}
export function overdueAcknowledge(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OverdueAnswer;
    }>(`/api/appointments/${encodeURIComponent(id)}/overdue/acknowledge`, {
        ...opts,
        method: "POST"
    }));
}
export function twilioWebhooksMessage(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText("/api/webhooks/twilio/messages", {
        ...opts,
        method: "POST"
    }));
}
export function twilioWebhooksReceipt(organizationId: string, reminderId: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/webhooks/twilio/receipts/${encodeURIComponent(organizationId)}/${encodeURIComponent(reminderId)}`, {
        ...opts,
        method: "POST"
    }));
}
export function gatewayWebhooksMessage(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: TextReply;
    }>("/api/webhooks/gateway/messages", {
        ...opts,
        method: "POST"
    }));
}
export function gatewayWebhooksReceipt(organizationId: string, reminderId: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/webhooks/gateway/receipts/${encodeURIComponent(organizationId)}/${encodeURIComponent(reminderId)}`, {
        ...opts,
        method: "POST"
    }));
}
export function summariesRead(id: string, { audience, appointmentId, language }: {
    audience?: "client" | "accompanier" | "attorney";
    appointmentId?: string;
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: CaseSummaryAnswer;
    }>(`/api/clients/${encodeURIComponent(id)}/summary${QS.query(QS.explode({
        audience,
        appointmentId,
        language
    }))}`, {
        ...opts
    }));
}
export function summariesPrint(id: string, { audience, appointmentId, language }: {
    audience?: "client" | "accompanier" | "attorney";
    appointmentId?: string;
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchBlob<{
        status: 200;
        data: Blob;
    }>(`/api/clients/${encodeURIComponent(id)}/summary.pdf${QS.query(QS.explode({
        audience,
        appointmentId,
        language
    }))}`, {
        ...opts
    }));
}
export function packetsList(clientId: string, { limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfPacketAnswer;
    }>(`/api/clients/${encodeURIComponent(clientId)}/packets${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function packetsCreate(createPacket: CreatePacket, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: PacketAnswer;
    }>("/api/packets", oazapfts.json({
        ...opts,
        method: "POST",
        body: createPacket
    })));
}
export function packetsGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PacketAnswer;
    }>(`/api/packets/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function packetsChange(id: string, ifMatch: string, changePacket: ChangePacket, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PacketAnswer;
    }>(`/api/packets/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changePacket,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function releasesPreview(previewRelease: PreviewRelease, { language }: {
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReleasePreview;
    }>(`/api/patterns/releases/preview${QS.query(QS.explode({
        language
    }))}`, oazapfts.json({
        ...opts,
        method: "POST",
        body: previewRelease
    })));
}
export function releasesPublish(publishRelease: PublishRelease, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: ReleaseAnswer;
    }>("/api/patterns/releases", oazapfts.json({
        ...opts,
        method: "POST",
        body: publishRelease
    })));
}
export function releasesList({ limit, cursor, count }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfReleaseAnswer;
    }>(`/api/patterns/releases${QS.query(QS.explode({
        limit,
        cursor,
        count
    }))}`, {
        ...opts
    }));
}
export function releasesApprove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReleaseAnswer;
    }>(`/api/patterns/releases/${encodeURIComponent(id)}/approval`, {
        ...opts,
        method: "POST"
    }));
}
export function releasesRead(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReleaseAnswer;
    }>(`/api/patterns/releases/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function releasesDocument(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: Blob;
    }>(`/api/patterns/releases/${encodeURIComponent(id)}/document`, {
        ...opts
    }));
}
export function newsNews({ alpha, minSigma, all }: {
    alpha?: number;
    minSigma?: number;
    all?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: NewsAnswer;
    }>(`/api/patterns/new${QS.query(QS.explode({
        alpha,
        minSigma,
        all
    }))}`, {
        ...opts
    }));
}
export function newsAlerts({ limit, cursor, count, open }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    open?: boolean;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfPatternAlertAnswer;
    }>(`/api/patterns/alerts${QS.query(QS.explode({
        limit,
        cursor,
        count,
        open
    }))}`, {
        ...opts
    }));
}
export function newsAcknowledge(id: string, acknowledgeAlert: AcknowledgeAlert, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PatternAlertAnswer;
    }>(`/api/patterns/alerts/${encodeURIComponent(id)}/acknowledge`, oazapfts.json({
        ...opts,
        method: "POST",
        body: acknowledgeAlert
    })));
}
export function picturesBook({ $from, to, county, office, place, chargeLevel, evidence, pooled, release, language }: {
    $from?: string;
    to?: string;
    county?: string;
    office?: string;
    place?: string;
    chargeLevel?: "traffic_infraction" | "violation" | "misdemeanor_unclassified" | "misdemeanor_b" | "misdemeanor_a" | "felony_e" | "felony_d" | "felony_c" | "felony_b" | "felony_a" | "unknown";
    evidence?: "all" | "documented";
    pooled?: boolean;
    release?: "internal" | "public";
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchBlob<{
        status: 200;
        data: Blob;
    }>(`/api/patterns/book.pdf${QS.query(QS.explode({
        "from": $from,
        to,
        county,
        office,
        place,
        chargeLevel,
        evidence,
        pooled,
        release,
        language
    }))}`, {
        ...opts
    }));
}
export function picturesWorkbook({ $from, to, county, office, place, chargeLevel, evidence, pooled, release, language }: {
    $from?: string;
    to?: string;
    county?: string;
    office?: string;
    place?: string;
    chargeLevel?: "traffic_infraction" | "violation" | "misdemeanor_unclassified" | "misdemeanor_b" | "misdemeanor_a" | "felony_e" | "felony_d" | "felony_c" | "felony_b" | "felony_a" | "unknown";
    evidence?: "all" | "documented";
    pooled?: boolean;
    release?: "internal" | "public";
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchBlob<{
        status: 200;
        data: Blob;
    }>(`/api/patterns/book.xlsx${QS.query(QS.explode({
        "from": $from,
        to,
        county,
        office,
        place,
        chargeLevel,
        evidence,
        pooled,
        release,
        language
    }))}`, {
        ...opts
    }));
}
export function picturesPicture(report: "overview" | "lag" | "letters" | "print-to-letter" | "recent-prints" | "charges" | "detained" | "posture" | "proceedings" | "offices" | "times" | "letter-text" | "counsel" | "custody" | "custody-curve" | "waiting-rooms" | "reminders" | "accompaniments" | "notice" | "holdings", { $from, to, county, office, place, chargeLevel, evidence, pooled, groupBy, release, format, compareFrom, compareTo, language }: {
    $from?: string;
    to?: string;
    county?: string;
    office?: string;
    place?: string;
    chargeLevel?: "traffic_infraction" | "violation" | "misdemeanor_unclassified" | "misdemeanor_b" | "misdemeanor_a" | "felony_e" | "felony_d" | "felony_c" | "felony_b" | "felony_a" | "unknown";
    evidence?: "all" | "documented";
    pooled?: boolean;
    groupBy?: "month" | "week" | "printMonth" | "county" | "place" | "ageBand" | "proceedings" | "priorRemovalOrder" | "convictions" | "pendingRelief" | "spouse" | "representation" | "accompanied" | "counsel" | "outcome" | "office" | "officialTitle" | "agency" | "precinct" | "process" | "chargeLevel" | "chargeCategory" | "printReason" | "hitType" | "printPath" | "evidenceGrade" | "form" | "sequence" | "weekday" | "hour" | "kind" | "channel";
    release?: "internal" | "public";
    format?: "json" | "csv";
    compareFrom?: string;
    compareTo?: string;
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchBlob<{
        status: 200;
        data: Blob;
    }>(`/api/patterns/${encodeURIComponent(report)}.svg${QS.query(QS.explode({
        "from": $from,
        to,
        county,
        office,
        place,
        chargeLevel,
        evidence,
        pooled,
        groupBy,
        release,
        format,
        compareFrom,
        compareTo,
        language
    }))}`, {
        ...opts
    }));
}
export function patternsOverview({ $from, to, county, office, place, chargeLevel, evidence, pooled, groupBy, release, format, compareFrom, compareTo, language }: {
    $from?: string;
    to?: string;
    county?: string;
    office?: string;
    place?: string;
    chargeLevel?: "traffic_infraction" | "violation" | "misdemeanor_unclassified" | "misdemeanor_b" | "misdemeanor_a" | "felony_e" | "felony_d" | "felony_c" | "felony_b" | "felony_a" | "unknown";
    evidence?: "all" | "documented";
    pooled?: boolean;
    groupBy?: "month" | "week" | "printMonth" | "county" | "place" | "ageBand" | "proceedings" | "priorRemovalOrder" | "convictions" | "pendingRelief" | "spouse" | "representation" | "accompanied" | "counsel" | "outcome" | "office" | "officialTitle" | "agency" | "precinct" | "process" | "chargeLevel" | "chargeCategory" | "printReason" | "hitType" | "printPath" | "evidenceGrade" | "form" | "sequence" | "weekday" | "hour" | "kind" | "channel";
    release?: "internal" | "public";
    format?: "json" | "csv";
    compareFrom?: string;
    compareTo?: string;
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: OverviewReport;
    }>(`/api/patterns/overview${QS.query(QS.explode({
        "from": $from,
        to,
        county,
        office,
        place,
        chargeLevel,
        evidence,
        pooled,
        groupBy,
        release,
        format,
        compareFrom,
        compareTo,
        language
    }))}`, {
        ...opts
    }));
}
export function patternsLag({ $from, to, county, office, place, chargeLevel, evidence, pooled, groupBy, release, format, compareFrom, compareTo, language }: {
    $from?: string;
    to?: string;
    county?: string;
    office?: string;
    place?: string;
    chargeLevel?: "traffic_infraction" | "violation" | "misdemeanor_unclassified" | "misdemeanor_b" | "misdemeanor_a" | "felony_e" | "felony_d" | "felony_c" | "felony_b" | "felony_a" | "unknown";
    evidence?: "all" | "documented";
    pooled?: boolean;
    groupBy?: "month" | "week" | "printMonth" | "county" | "place" | "ageBand" | "proceedings" | "priorRemovalOrder" | "convictions" | "pendingRelief" | "spouse" | "representation" | "accompanied" | "counsel" | "outcome" | "office" | "officialTitle" | "agency" | "precinct" | "process" | "chargeLevel" | "chargeCategory" | "printReason" | "hitType" | "printPath" | "evidenceGrade" | "form" | "sequence" | "weekday" | "hour" | "kind" | "channel";
    release?: "internal" | "public";
    format?: "json" | "csv";
    compareFrom?: string;
    compareTo?: string;
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: LagReport;
    }>(`/api/patterns/lag${QS.query(QS.explode({
        "from": $from,
        to,
        county,
        office,
        place,
        chargeLevel,
        evidence,
        pooled,
        groupBy,
        release,
        format,
        compareFrom,
        compareTo,
        language
    }))}`, {
        ...opts
    }));
}
export function patternsReport(report: "letters" | "print-to-letter" | "recent-prints" | "charges" | "detained" | "posture" | "proceedings" | "offices" | "times" | "letter-text" | "counsel" | "custody" | "custody-curve" | "waiting-rooms" | "reminders" | "accompaniments" | "notice" | "holdings", { $from, to, county, office, place, chargeLevel, evidence, pooled, groupBy, release, format, compareFrom, compareTo, language }: {
    $from?: string;
    to?: string;
    county?: string;
    office?: string;
    place?: string;
    chargeLevel?: "traffic_infraction" | "violation" | "misdemeanor_unclassified" | "misdemeanor_b" | "misdemeanor_a" | "felony_e" | "felony_d" | "felony_c" | "felony_b" | "felony_a" | "unknown";
    evidence?: "all" | "documented";
    pooled?: boolean;
    groupBy?: "month" | "week" | "printMonth" | "county" | "place" | "ageBand" | "proceedings" | "priorRemovalOrder" | "convictions" | "pendingRelief" | "spouse" | "representation" | "accompanied" | "counsel" | "outcome" | "office" | "officialTitle" | "agency" | "precinct" | "process" | "chargeLevel" | "chargeCategory" | "printReason" | "hitType" | "printPath" | "evidenceGrade" | "form" | "sequence" | "weekday" | "hour" | "kind" | "channel";
    release?: "internal" | "public";
    format?: "json" | "csv";
    compareFrom?: string;
    compareTo?: string;
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: ReportAnswer;
    }>(`/api/patterns/${encodeURIComponent(report)}${QS.query(QS.explode({
        "from": $from,
        to,
        county,
        office,
        place,
        chargeLevel,
        evidence,
        pooled,
        groupBy,
        release,
        format,
        compareFrom,
        compareTo,
        language
    }))}`, {
        ...opts
    }));
}
export function retentionPolicy(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RetentionPolicyAnswer;
    }>("/api/retention/policy", {
        ...opts
    }));
}
export function retentionPutPolicy(ifMatch: string, putRetentionPolicy: PutRetentionPolicy, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RetentionPolicyAnswer;
    }>("/api/retention/policy", oazapfts.json({
        ...opts,
        method: "PUT",
        body: putRetentionPolicy,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function retentionDue({ limit, cursor, count, until }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    until?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfDueReview;
    }>(`/api/retention/reviews${QS.query(QS.explode({
        limit,
        cursor,
        count,
        until
    }))}`, {
        ...opts
    }));
}
export function retentionOf(clientId: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: RetentionAnswer;
    }>(`/api/retention/reviews/${encodeURIComponent(clientId)}`, {
        ...opts
    }));
}
export function retentionKeep(clientId: string, keepFile: KeepFile, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: RetentionReviewAnswer;
    }>(`/api/retention/reviews/${encodeURIComponent(clientId)}/keep`, oazapfts.json({
        ...opts,
        method: "POST",
        body: keepFile
    })));
}
export function purgesPropose(proposePurge: ProposePurge, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: PurgeAnswer;
    }>("/api/retention/purges", oazapfts.json({
        ...opts,
        method: "POST",
        body: proposePurge
    })));
}
export function purgesList({ limit, cursor, count, state }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    state?: "proposed" | "withdrawn" | "purged";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfPurgeAnswer;
    }>(`/api/retention/purges${QS.query(QS.explode({
        limit,
        cursor,
        count,
        state
    }))}`, {
        ...opts
    }));
}
export function purgesApprove(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PurgeAnswer;
    }>(`/api/retention/purges/${encodeURIComponent(id)}/approval`, {
        ...opts,
        method: "POST"
    }));
}
export function purgesWithdraw(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PurgeAnswer;
    }>(`/api/retention/purges/${encodeURIComponent(id)}/withdrawal`, {
        ...opts,
        method: "POST"
    }));
}
export function purgesRead(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PurgeAnswer;
    }>(`/api/retention/purges/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function purgesCertificate(id: string, { language }: {
    language?: "en" | "es";
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchBlob<{
        status: 200;
        data: Blob;
    }>(`/api/retention/purges/${encodeURIComponent(id)}/certificate.pdf${QS.query(QS.explode({
        language
    }))}`, {
        ...opts
    }));
}
export function holdsPlace(placeHold: PlaceHold, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: LegalHoldAnswer;
    }>("/api/retention/holds", oazapfts.json({
        ...opts,
        method: "POST",
        body: placeHold
    })));
}
export function holdsList({ limit, cursor, count, open, clientId }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    open?: boolean;
    clientId?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfLegalHoldAnswer;
    }>(`/api/retention/holds${QS.query(QS.explode({
        limit,
        cursor,
        count,
        open,
        clientId
    }))}`, {
        ...opts
    }));
}
export function holdsLift(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: LegalHoldAnswer;
    }>(`/api/retention/holds/${encodeURIComponent(id)}/lift`, {
        ...opts,
        method: "POST"
    }));
}
export function legalDemandsCreate(createLegalDemand: CreateLegalDemand, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 201;
        data: LegalDemandAnswer;
    }>("/api/legal-demands", oazapfts.json({
        ...opts,
        method: "POST",
        body: createLegalDemand
    })));
}
export function legalDemandsList({ limit, cursor, count, response, dueBy }: {
    limit?: number;
    cursor?: string;
    count?: boolean;
    response?: "pending" | "refused" | "narrowed" | "motion_to_quash" | "complied" | "none_held";
    dueBy?: string;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: PageOfLegalDemandAnswer;
    }>(`/api/legal-demands${QS.query(QS.explode({
        limit,
        cursor,
        count,
        response,
        dueBy
    }))}`, {
        ...opts
    }));
}
export function legalDemandsGet(id: string, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: LegalDemandAnswer;
    }>(`/api/legal-demands/${encodeURIComponent(id)}`, {
        ...opts
    }));
}
export function legalDemandsChange(id: string, ifMatch: string, changeLegalDemand: ChangeLegalDemand, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: LegalDemandAnswer;
    }>(`/api/legal-demands/${encodeURIComponent(id)}`, oazapfts.json({
        ...opts,
        method: "PATCH",
        body: changeLegalDemand,
        headers: oazapfts.mergeHeaders(opts?.headers, {
            "If-Match": ifMatch
        })
    })));
}
export function legalDemandsPlaceHolds(id: string, placeHolds: PlaceHolds, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: LegalDemandAnswer;
    }>(`/api/legal-demands/${encodeURIComponent(id)}/holds`, oazapfts.json({
        ...opts,
        method: "POST",
        body: placeHolds
    })));
}
export function keysRead(opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchJson<{
        status: 200;
        data: KeysStatusAnswer;
    }>("/api/keys/status", {
        ...opts
    }));
}
export function changesFollow({ within }: {
    within?: number;
} = {}, opts?: Oazapfts.RequestOpts) {
    return oazapfts.ok(oazapfts.fetchText(`/api/changes${QS.query(QS.explode({
        within
    }))}`, {
        ...opts
    }));
}
