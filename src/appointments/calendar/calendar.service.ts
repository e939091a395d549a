import { Injectable } from '@nestjs/common';
import { permissionsOf, Permission } from '../../auth/permissions.js';
import { SessionsService } from '../../auth/sessions.service.js';
import { Clock } from '../../platform/clock.js';
import { Configuration } from '../../platform/config/configuration.js';
import type { Work } from '../../platform/database/work.js';
import { Works } from '../../platform/database/works.js';
import { Limits } from '../../platform/http/limits.js';
import { Problem } from '../../platform/http/problem.js';
import { calendarText } from './calendar-text.js';
import type { CalendarAnswer } from './calendar.dto.js';
import { calendarOf } from './calendar.queries.js';

/** Those who may see appointments at all; of which, the feed asks each time. */
const mayHaveOne = (role: keyof typeof permissionsOf) => permissionsOf[role].has(Permission.AppointmentRead);

/** One's own appointments as a calendar to which a program subscribes by a secret address. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly works: Works,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
    private readonly limits: Limits,
  ) {}

  async get(work: Work): Promise<CalendarAnswer> {
    return shown(await this.sessions.calendarOf(work));
  }

  /** Gives out a new address; the former one works no longer. */
  async create(work: Work): Promise<CalendarAnswer> {
    const { token, session } = await this.sessions.createCalendar(work);
    work.audit({ event: 'calendar.created', subjectType: 'user', subjectId: work.actor.userId });
    return { ...shown(session), url: `${this.configuration.publicUrl}/api/calendar/${token}.ics` };
  }

  /** Takes the address back, if one is given out. */
  async revoke(work: Work): Promise<void> {
    if (await this.sessions.endCalendar(work))
      work.audit({ event: 'calendar.revoked', subjectType: 'user', subjectId: work.actor.userId });
  }

  /**
   * The calendar of whoever was given the address, with what they may see at this moment.
   * @throws Problem 404 for an address that does not work, 429 after many such
   */
  async feed(file: string, { address, requestId }: { address: string; requestId: string }): Promise<string> {
    const now = this.clock.now();
    const opening = await this.works.open();
    try {
      const token = /^(.{20,200})\.ics$/.exec(file)?.[1];
      const bearer = token && (await this.sessions.recogniseCalendar(opening, token, now));
      if (!bearer || !mayHaveOne(bearer.role)) {
        await opening.rollback();
        await this.limits.knock(address);
        throw Problem.notFound('calendar');
      }
      await this.limits.ofAccount(bearer.user_id, address);
      const actor = { userId: bearer.user_id, role: bearer.role, permissions: permissionsOf[bearer.role] };
      const work = await opening.begin(
        { organizationId: bearer.organization_id, actor, now, zone: bearer.zone, requestId, origin: address },
        true,
      );
      const { language, appointments } = await calendarOf(work);
      work.audit({ event: 'calendar.fetched', subjectType: 'user', subjectId: bearer.user_id });
      await opening.commit();
      return calendarText(appointments, language, now);
    } catch (error) {
      await opening.rollback();
      throw error;
    }
  }
}

function shown(session: { createdAt: Date; lastSeenAt: Date } | undefined): CalendarAnswer {
  const fetched = session && session.lastSeenAt > session.createdAt ? session.lastSeenAt.toISOString() : null;
  return {
    active: session !== undefined,
    createdAt: session?.createdAt.toISOString() ?? null,
    lastFetchedAt: fetched,
    url: null,
  };
}
