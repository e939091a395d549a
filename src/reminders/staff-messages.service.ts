import { Injectable } from '@nestjs/common';
import { type AccountChange, AccountChanged } from '../auth/account-changed.js';
import { LanguageChanged } from '../auth/language-changed.js';
import { notify } from '../platform/channels/in-app.channel.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import { Alarms } from './alarms.js';
import { PlanService } from './plan.service.js';
import { Reminder } from './reminder.entity.js';
import type { ReminderKind } from './reminder.values.js';
import { outsideQuiet } from './schedule.js';
import { wordingLanguage } from './words/languages.js';

const usefulMs = 7 * 86_400_000;

/** A case file, who is asked about it, and the date for which they are asked: once for each. */
export interface AskedAboutFile {
  clientId: string;
  userId: string;
  language: string | null;
  basis: string;
}

/** Tells members of staff of what no appointment or print gives reason to. */
@Injectable()
export class StaffMessagesService {
  constructor(
    private readonly plans: PlanService,
    private readonly alarms: Alarms,
    events: DomainEvents,
  ) {
    events.on(AccountChanged, (work, { userId, change }) => this.tellOwner(work, userId, change));
    events.on(LanguageChanged, (work, { userId, language }) => this.reword(work, userId, language));
  }

  /** Puts before one member of staff each that a file waits for their decision; in the application, from now on. */
  async askAboutFiles(work: Work, kind: ReminderKind, asked: AskedAboutFile[]): Promise<void> {
    const { zone } = await this.plans.inForce(work);
    const rows = await work.insert(
      Reminder,
      asked.map(({ clientId, userId, language, basis }) => ({
        clientId,
        subjectType: 'review' as const,
        subjectId: clientId,
        kind,
        recipientType: 'user' as const,
        recipientId: userId,
        offset: 'PT0S',
        basis,
        dueAt: work.now,
        attemptAt: work.now,
        usefulUntil: new Date(work.now.getTime() + 4 * usefulMs),
        zone,
        channel: 'in_app' as const,
        content: 'in_app_full' as const,
        language: wordingLanguage(language),
        state: 'scheduled' as const,
      })),
    );
    this.alarms.after(work, rows);
  }

  /**
   * Of something that is about no case: in the application at once, and by a neutral e-mail.
   * @param subjectId what it is about, for whoever follows it inside the application
   */
  async tellSupervisors(work: Work, kind: ReminderKind, subjectId: string): Promise<void> {
    const users = await work.sql<{ id: string; language: string | null }>(
      `SELECT id, language FROM users WHERE organization_id = $1 AND role = 'supervisor' AND state = 'active' ORDER BY id`,
      [work.organizationId],
    );
    const about = { kind, subjectType: kind, subjectId, clientId: null };
    await notify(
      work,
      users.map(({ id }) => ({ userId: id, about })),
    );
    await this.mail(work, users, kind, subjectId);
  }

  /** Whoever changed the ways into an account, its owner hears of it, and cannot be kept from it by the one who did. */
  private async tellOwner(work: Work, userId: string, change: AccountChange): Promise<void> {
    const owner = await work.sql<{ id: string; language: string | null }>(
      `SELECT id, language FROM users WHERE organization_id = $1 AND id = $2 AND state = 'active'`,
      [work.organizationId, userId],
    );
    if (owner.length === 0) return;
    const about = { kind: change, subjectType: 'user', subjectId: userId, clientId: null };
    await notify(work, [{ userId, about }]);
    // Each change is one of its own, also where two happen at once.
    await this.mail(work, owner, 'account_changed', work.newId());
  }

  /** What is still to be sent to somebody goes out in the language that they chose meanwhile. */
  private async reword(work: Work, userId: string, language: string | null): Promise<void> {
    await work.execute(
      `UPDATE reminders SET language = $3, version = version + 1, updated_at = $4, updated_by = $5
       WHERE organization_id = $1 AND recipient_type = 'user' AND recipient_id = $2
         AND state IN ('scheduled', 'enqueued') AND language <> $3`,
      [work.organizationId, userId, wordingLanguage(language), work.now, work.actor.userId],
    );
  }

  /** A neutral e-mail to each, outside quiet hours. */
  private async mail(
    work: Work,
    users: { id: string; language: string | null }[],
    kind: ReminderKind,
    subjectId: string,
  ): Promise<void> {
    const { zone, quietHours } = await this.plans.inForce(work);
    const usefulUntil = new Date(work.now.getTime() + usefulMs);
    const dueAt = outsideQuiet(work.now, zone, quietHours, work.now, usefulUntil);
    const rows = await work.insert(
      Reminder,
      users.map(({ id, language }) => ({
        clientId: null,
        subjectType: 'review' as const,
        subjectId,
        kind,
        recipientType: 'user' as const,
        recipientId: id,
        offset: 'PT0S',
        basis: work.now.toISOString(),
        dueAt,
        attemptAt: dueAt,
        usefulUntil,
        zone,
        channel: 'email' as const,
        content: 'neutral' as const,
        language: wordingLanguage(language),
        state: 'scheduled' as const,
      })),
    );
    this.alarms.after(work, rows);
  }
}
