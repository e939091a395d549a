import type { Work } from '../platform/database/work.js';

/** How long after its end an accompanier still sees an appointment: time to write down what happened, no more. */
export const accompanierHours = 48;

/** An appointment counts as over so long after its start at the latest, whatever was said of when to be out. */
const longestHours = 24;

/** Appointments that ended before this are past for whoever came along. */
export const accompanierHorizon = (work: Work): Date => new Date(work.now.getTime() - accompanierHours * 3_600_000);

/**
 * Whether somebody comes along, as a condition on the appointment of alias `a`; who said no does not come. Ids first, since
 * one's own are few among those of a whole organisation, which is `$1`.
 */
const isCompanionSql = (user: string) =>
  `a.id = ANY (ARRAY(SELECT m.appointment_id FROM accompaniments m
    WHERE m.organization_id = $1 AND m.user_id = ${user} AND m.rsvp <> 'no'))`;

/**
 * When the appointment of alias `a` ends: when the person was out, else when they should be, else when it starts. Who
 * comes along says both times, so neither lets them see it for longer than a day more.
 */
const endsAtSql = `greatest(a.starts_at, least(coalesce(a.out_at, a.due_out_by, a.starts_at), a.starts_at + interval '${longestHours} hours'))`;

/**
 * Whether somebody comes along to the appointment of alias `a` and it is not over for them; an assigned companion sees
 * their own appointment even where the case is behind a wall.
 * @param horizon placeholder of {@link accompanierHorizon}
 */
export const accompaniesSql = (user: string, horizon: string) =>
  `(a.starts_at > ${horizon}::timestamptz - interval '${longestHours} hours' AND ${endsAtSql} > ${horizon} AND ${isCompanionSql(user)})`;
