/** Everything that a route can ask for. A route names exactly one. */
export enum Permission {
  /** Being signed in: one's own session, password, second factor. */
  Self = 'self',
  CaseRead = 'case.read',
  CaseWrite = 'case.write',
  /** Fields that say what somebody was accused of or convicted for. */
  CaseAllegations = 'case.allegations',
  /** Fields that say how somebody stands with immigration authorities. */
  CasePosture = 'case.posture',
  CaseDelete = 'case.delete',
  CaseClose = 'case.close',
  CaseMerge = 'case.merge',
  /** Opening a restricted case in an emergency, by its code and with a reason. */
  BreakGlassUse = 'break_glass.use',
  /** Seeing who broke the glass of which case, and when. */
  BreakGlassRead = 'break_glass.read',
  /** Looking into it: reading the reason, writing down what was found, closing the case again. */
  BreakGlassReview = 'break_glass.review',
  /** Seeing who has looked into a case file. */
  AccessRead = 'access.read',
  /** Seeing the looks into case files that were drawn by lot. */
  AccessReviewRead = 'access_review.read',
  /** Saying whether there was a reason for them. */
  AccessReviewJudge = 'access_review.judge',
  AppointmentRead = 'appointment.read',
  AppointmentLive = 'appointment.live',
  SummaryRead = 'summary.read',
  /** Letting a packet leave the office. */
  PacketApprove = 'packet.approve',
  VenueWrite = 'venue.write',
  ReminderRead = 'reminder.read',
  ReminderManage = 'reminder.manage',
  PlanManage = 'plan.manage',
  PatternsRead = 'patterns.read',
  /** Saying what the office makes of something new in the figures. */
  PatternsAcknowledge = 'patterns.acknowledge',
  /** Seeing which figures left the office, and those figures. */
  ReleaseRead = 'release.read',
  /** Letting figures leave. */
  ReleasePublish = 'release.publish',
  /** Agreeing, as a second person, that small figures leave. */
  ReleaseApprove = 'release.approve',
  ReferenceRead = 'reference.read',
  ReferenceWrite = 'reference.write',
  /** Seeing which closed files are due to be reviewed, and how long they are kept. */
  RetentionRead = 'retention.read',
  /** Deciding that a file is still needed. */
  RetentionReview = 'retention.review',
  /** Saying how long files are kept, and whether they are purged by themselves. */
  RetentionPolicy = 'retention.policy',
  /** Proposing that a file be purged, and agreeing to what another person proposed. */
  PurgeDecide = 'purge.decide',
  /** Seeing what was purged, when and by whom. */
  PurgeRead = 'purge.read',
  /** Seeing which files are under a legal hold, and placing one. */
  HoldPlace = 'hold.place',
  HoldLift = 'hold.lift',
  /** Seeing who demanded records, and what was answered. */
  LegalDemandRead = 'legal_demand.read',
  LegalDemandWrite = 'legal_demand.write',
  /** The field that says which records are demanded: it may name people. */
  LegalDemandScope = 'legal_demand.scope',
  DirectoryRead = 'directory.read',
  UsersManage = 'users.manage',
  OrganizationManage = 'organization.manage',
  TokensManage = 'tokens.manage',
  AuditRead = 'audit.read',
  /** Taking lines of the audit out of the system. */
  AuditExport = 'audit.export',
}

export const roles = ['administrator', 'supervisor', 'attorney', 'advocate', 'accompanier', 'auditor'] as const;
export type Role = (typeof roles)[number];

const everybody = [Permission.Self, Permission.ReferenceRead];

const caseWork = [
  Permission.CaseRead,
  Permission.CaseWrite,
  Permission.CaseAllegations,
  Permission.CasePosture,
  Permission.AppointmentRead,
  Permission.AppointmentLive,
  Permission.SummaryRead,
  Permission.VenueWrite,
  Permission.ReminderRead,
  Permission.ReminderManage,
  Permission.PatternsRead,
  Permission.ReleaseRead,
  Permission.DirectoryRead,
  Permission.TokensManage,
];

const retention = [
  Permission.RetentionRead,
  Permission.RetentionReview,
  Permission.PurgeDecide,
  Permission.PurgeRead,
  Permission.HoldPlace,
  Permission.LegalDemandRead,
  Permission.LegalDemandScope,
];

/** The one table of who may do what. What is not here is denied. */
export const permissionsOf: Record<Role, ReadonlySet<Permission>> = {
  administrator: new Set([
    ...everybody,
    Permission.UsersManage,
    Permission.DirectoryRead,
    Permission.OrganizationManage,
    Permission.ReferenceWrite,
    Permission.PlanManage,
    Permission.LegalDemandRead,
    Permission.LegalDemandWrite,
    Permission.TokensManage,
  ]),
  supervisor: new Set([
    ...everybody,
    ...caseWork,
    Permission.CaseDelete,
    Permission.CaseClose,
    Permission.CaseMerge,
    Permission.PacketApprove,
    Permission.BreakGlassUse,
    Permission.BreakGlassRead,
    Permission.BreakGlassReview,
    Permission.AccessRead,
    Permission.AccessReviewRead,
    Permission.AccessReviewJudge,
    Permission.PatternsAcknowledge,
    Permission.ReleasePublish,
    Permission.ReleaseApprove,
    ...retention,
    Permission.RetentionPolicy,
    Permission.HoldLift,
    Permission.LegalDemandWrite,
    Permission.PlanManage,
    Permission.ReferenceWrite,
  ]),
  attorney: new Set([
    ...everybody,
    ...caseWork,
    Permission.CaseDelete,
    Permission.CaseClose,
    Permission.CaseMerge,
    Permission.PacketApprove,
    Permission.BreakGlassUse,
    Permission.ReleaseApprove,
    ...retention,
    Permission.ReferenceWrite,
  ]),
  advocate: new Set([...everybody, ...caseWork]),
  accompanier: new Set([
    ...everybody,
    Permission.AppointmentRead,
    Permission.AppointmentLive,
    Permission.SummaryRead,
    Permission.VenueWrite,
  ]),
  auditor: new Set([
    ...everybody,
    Permission.AuditRead,
    Permission.AuditExport,
    Permission.AccessReviewRead,
    Permission.BreakGlassRead,
    Permission.ReleaseRead,
    Permission.PurgeRead,
    Permission.LegalDemandRead,
  ]),
};

/** Roles that see case files must have a second factor (REQUIRE_SECOND_FACTOR). */
export const seesCaseFiles = (role: Role) => permissionsOf[role].has(Permission.SummaryRead);
