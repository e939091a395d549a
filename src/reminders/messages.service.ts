import { Injectable, Logger } from '@nestjs/common';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService, keysOfClientSql } from '../clients/case-files.service.js';
import type { Client } from '../clients/client.entity.js';
import { PermanentFailure, type Message } from '../platform/channels/channel.js';
import type { FailureCode } from '../platform/channels/failure-codes.js';
import type { ChannelName } from '../platform/channels/channels.js';
import { Configuration } from '../platform/config/configuration.js';
import type { WrappedKey } from '../platform/crypto/key-ring.js';
import { SealBroken } from '../platform/crypto/sealing.js';
import type { Work } from '../platform/database/work.js';
import { isUrgent } from './plan.js';
import type { Owed } from './due.queries.js';
import { detailsOfAppointments, responsibleFor } from './subjects.queries.js';
import { OwnWordingsService } from './own-wordings.service.js';
import { noticeKind, type Wording, wordingForColleague, wordingOfNotice } from './wording.js';
import { messageAt, type Signature, wordingForClient } from './words/client-wording.js';
import type { Detail } from './words/when-and-where.js';

export interface Addressed {
  channel: ChannelName;
  message: Message;
}

/** What is read of a person to write to them, and no more. */
type Addressee = Pick<Client, 'id' | 'code' | 'phone' | 'email'>;

/** What of a reminder its words depend on. */
type Worded = Pick<Owed, 'channel' | 'language' | 'offset' | 'recipientType' | 'kind'> &
  Partial<Pick<Owed, 'id' | 'content' | 'subjectId'>>;

/** Puts a reminder into words and finds its address, at the moment when it is sent and not before. */
@Injectable()
export class MessagesService {
  private readonly logger = new Logger('reminders');
  private readonly prepared = new WeakMap<Work, Map<string, CaseFile<Addressee>>>();
  private readonly details = new WeakMap<Work, Map<string, Detail>>();
  private readonly signatures = new WeakMap<Work, Promise<Signature>>();

  constructor(
    private readonly files: CaseFilesService,
    private readonly ownWordings: OwnWordingsService,
    private readonly configuration: Configuration,
  ) {}

  /** What the reminder says, to the letter. */
  async wording(work: Work, reminder: Worded, code: string | null): Promise<Wording> {
    const { channel, language, offset, recipientType, kind } = reminder;
    if (channel === 'in_app') return wordingOfNotice(kind, code, language);
    // It is read by whoever is to call, not by whom they call.
    if (channel === 'voice_task')
      return wordingOfNotice(noticeKind(kind, channel), code, await this.callersLanguage(work, reminder));
    if (recipientType === 'user')
      return wordingForColleague(code, language, this.configuration.publicUrl, isUrgent(kind));
    const own = await this.ownWordings.of(work, kind, language);
    const detail = await this.detailOf(work, reminder);
    return wordingForClient(messageAt(offset), channel, language, await this.signature(work), { own, detail });
  }

  /** @throws PermanentFailure when there is no address */
  async addressed(work: Work, reminder: Owed): Promise<Addressed> {
    const file = await this.fileOf(work, reminder);
    const { subject, text } = await this.wording(work, reminder, file?.client.code ?? null);
    const { channel, to } = await this.address(work, reminder, file);
    const about = {
      kind: noticeKind(reminder.kind, reminder.channel),
      subjectType: reminder.subjectType,
      subjectId: reminder.subjectId,
      clientId: reminder.clientId,
    };
    const message = { id: reminder.id, organizationId: work.organizationId, to, subject, text, about };
    if (channel !== 'sms') return { channel, message };
    const { publicUrl, twilio } = this.configuration;
    const receiptsAt = `${publicUrl}/api/webhooks/${twilio ? 'twilio' : 'gateway'}/receipts/${work.organizationId}/${reminder.id}`;
    return { channel, message: { ...message, receiptsAt } };
  }

  /** That of whoever answers for the case; before there is a reminder, that of whoever asks. */
  private async callersLanguage(work: Work, { id }: Worded): Promise<string | null> {
    if (id) return (await responsibleFor(work, id))?.language ?? null;
    const [asking] = await work.sql<{ language: string | null }>(
      'SELECT language FROM users WHERE organization_id = $1 AND id = $2',
      [work.organizationId, work.actor.userId],
    );
    return asking?.language ?? null;
  }

  private async address(
    work: Work,
    reminder: Owed,
    file: CaseFile<Addressee> | undefined,
  ): Promise<{ channel: ChannelName; to: string }> {
    const { channel, recipientType, recipientId } = reminder;
    if (channel === 'voice_task') {
      return { channel: 'in_app', to: known((await responsibleFor(work, reminder.id))?.id, 'voice_task.nobody') };
    }
    const field = channel === 'email' ? 'email' : 'phone';
    const missing = channel === 'email' ? 'email.no_address' : 'sms.no_address';
    if (recipientType === 'user') {
      const [user] = await work.sql<{ email: string; phone: string | null }>(
        `SELECT email, phone FROM users WHERE organization_id = $1 AND id = $2 AND state <> 'disabled'`,
        [work.organizationId, recipientId],
      );
      if (!user) throw new PermanentFailure('user.disabled');
      if (channel === 'in_app') return { channel, to: recipientId };
      return { channel, to: known(user[field], missing) };
    }
    return { channel, to: known(file && this.addressIn(file, field), missing) };
  }

  /** @throws PermanentFailure when it does not open: the person is reached in another way, and staff are told */
  private addressIn(file: CaseFile<Addressee>, field: 'email' | 'phone'): string | null | undefined {
    try {
      return file.opens(field);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      this.logger.error({ message: 'no address', kind: 'seal.broken', place: error.place });
      throw new PermanentFailure(field === 'email' ? 'email.unreadable' : 'sms.unreadable');
    }
  }

  /** When and where, for whoever asked to be told. */
  private async detailOf(work: Work, { content, subjectId }: Worded): Promise<Detail | undefined> {
    if (content !== 'detail' || !subjectId) return undefined;
    if (!this.details.get(work)?.has(subjectId)) this.details.set(work, await detailsOfAppointments(work, [subjectId]));
    return this.details.get(work)!.get(subjectId);
  }

  /** Gets the addresses for many reminders at once; whoever is shut out by a wall, a reminder is owed to the person in it. */
  async prepare(work: Work, reminders: Owed[]): Promise<void> {
    const ids = [...new Set(reminders.map(({ clientId }) => clientId).filter((id) => id !== null))];
    if (ids.length === 0) return;
    const rows = await work.sql<Addressee & { keys: WrappedKey[] | null }>(
      `SELECT c.id, c.code, c.phone, c.email, ${keysOfClientSql} AS keys
       FROM clients c WHERE c.organization_id = $1 AND c.id = ANY($2)`,
      [work.organizationId, ids],
    );
    const files = new Map<string, CaseFile<Addressee>>();
    for (const row of rows) files.set(row.id, await this.files.fileOf(work, row));
    this.prepared.set(work, files);
    const detailed = reminders.filter(({ content }) => content === 'detail').map(({ subjectId }) => subjectId);
    if (detailed.length > 0) this.details.set(work, await detailsOfAppointments(work, detailed));
  }

  private async fileOf(work: Work, reminder: Owed): Promise<CaseFile<Addressee> | undefined> {
    if (!reminder.clientId) return undefined;
    if (!this.prepared.get(work)?.has(reminder.clientId)) await this.prepare(work, [reminder]);
    return this.prepared.get(work)?.get(reminder.clientId);
  }

  /** Who signs in this organisation. */
  signature(work: Work): Promise<Signature> {
    const known = this.signatures.get(work) ?? this.readSignature(work);
    this.signatures.set(work, known);
    return known;
  }

  private async readSignature(work: Work): Promise<Signature> {
    const [row] = await work.sql<Signature>(
      'SELECT nickname, call_back_number AS "callBackNumber" FROM organizations WHERE organization_id = $1',
      [work.organizationId],
    );
    return row ?? { nickname: null, callBackNumber: null };
  }
}

function known(address: string | null | undefined, code: FailureCode): string {
  if (!address) throw new PermanentFailure(code);
  return address;
}
