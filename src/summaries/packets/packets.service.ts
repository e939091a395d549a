import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Permission } from '../../auth/permissions.js';
import type { CaseFile } from '../../clients/case-file.js';
import { CaseFilesService } from '../../clients/case-files.service.js';
import { CaseRecords, type Judgement } from '../../clients/case-records.js';
import { RecordChanged } from '../../clients/record-changed.js';
import { DocumentsService } from '../../documents/documents.service.js';
import { DomainEvents } from '../../platform/database/domain-events.js';
import type { Work } from '../../platform/database/work.js';
import { Problem } from '../../platform/http/problem.js';
import { SummariesService } from '../summaries.service.js';
import { CasePacket } from './packet.entity.js';
import { PacketFields, type PacketState } from './packet.fields.js';
import type { CreatePacket, PacketAnswer } from './packets.dto.js';

/** Where a packet can go from where it is. What is destroyed stays so. */
const next: Record<PacketState, readonly PacketState[]> = {
  draft: ['approved', 'destroyed'],
  approved: ['draft', 'issued', 'destroyed'],
  issued: ['returned', 'lost', 'destroyed'],
  expired: ['returned', 'lost', 'destroyed'],
  lost: ['returned', 'destroyed'],
  returned: ['destroyed'],
  destroyed: [],
};
/** What is not yet back or gone expires. */
const runsOut: ReadonlySet<PacketState> = new Set(['draft', 'approved', 'issued']);

const day = 86_400_000;
const longestDays = 90;

/** Case summaries that were made to be carried: what was printed, where it is, and until when. */
@Injectable()
export class PacketsService extends CaseRecords<CasePacket, PacketFields, PacketAnswer> {
  constructor(
    files: CaseFilesService,
    private readonly summaries: SummariesService,
    private readonly documents: DocumentsService,
    events: DomainEvents,
  ) {
    super(files, { entity: CasePacket, fields: PacketFields, noun: 'packet' }, events);
    events.on(RecordChanged, async (work, { noun, before, after }) => {
      if (noun === 'appointment' && before && !after) await this.appointmentDeleted(work, before.id);
    });
  }

  /**
   * Makes the pages and keeps them sealed in the case file, as a draft.
   * @throws Problem as the summary does; 422 on `expiresAt` when it is past, or far off
   */
  async prepare(work: Work, { clientId, expiresAt, ...wanted }: CreatePacket): Promise<PacketAnswer> {
    const file = await this.files.writable(work, clientId);
    const { pdf, audience, language, appointment } = await this.summaries.print(work, clientId, wanted);
    const content = Buffer.from(pdf);
    const document = await this.documents.keep(
      work,
      file,
      { kind: 'packet' },
      {
        content,
        mediaType: 'application/pdf',
        pages: pagesOf(content),
        sha256: createHash('sha256').update(content).digest('hex'),
      },
    );
    const ahead = appointment ? Date.parse(appointment.startsAt) + 2 * day : 0;
    const usual = ahead > work.now.getTime() ? ahead : work.now.getTime() + 14 * day;
    return this.createIn(work, file, {
      audience,
      language,
      appointmentId: appointment?.id ?? null,
      documentId: document.id,
      state: 'draft',
      expiresAt: expiresAt ?? new Date(Math.min(usual, work.now.getTime() + longestDays * day)).toISOString(),
    });
  }

  /** The paper is out all the same. */
  private async appointmentDeleted(work: Work, appointmentId: string): Promise<void> {
    await work.execute(
      `UPDATE packets SET appointment_id = NULL, version = version + 1, updated_at = $3, updated_by = $4
       WHERE organization_id = $1 AND appointment_id = $2`,
      [work.organizationId, appointmentId, work.now, work.actor.userId],
    );
  }

  protected async judge(
    work: Work,
    file: CaseFile,
    values: PacketFields,
    previous: PacketAnswer | undefined,
  ): Promise<Judgement<PacketFields>> {
    if (values.expiresAt !== previous?.expiresAt) judgeExpiry(work, values, previous);
    const { state } = values;
    if (previous && state !== previous.state) {
      if (!next[previous.state].includes(state)) {
        throw Problem.conflict(
          'packet.no_way',
          `A packet that is ${previous.state} cannot become ${state}. From there it goes to: ${next[previous.state].join(', ') || 'nowhere'}.`,
          { state: previous.state },
        );
      }
      if (state === 'approved' && !work.may(Permission.PacketApprove)) {
        throw Problem.forbidden(
          'packet.approval_not_yours',
          'Attorneys and supervisors approve what leaves the office.',
        );
      }
      // The pages are gone with the paper; that there were some, and their hash, stays.
      if (state === 'destroyed') await this.documents.empty(work, previous.documentId);
      const line = { subjectType: 'packet', subjectId: previous.id, clientId: file.id };
      work.audit({ event: 'packet.moved', ...line, details: { state } });
    }
    return { values, warnings: [] };
  }

  protected override async derive(work: Work, file: CaseFile, packets: PacketAnswer[]): Promise<PacketAnswer[]> {
    const hashes = await this.documents.hashesOf(
      work,
      file,
      packets.map(({ documentId }) => documentId),
    );
    return packets.map((packet) => {
      const isOver = runsOut.has(packet.state) && Date.parse(packet.expiresAt) <= work.now.getTime();
      const state = isOver ? 'expired' : packet.state;
      return {
        ...packet,
        state,
        sha256: hashes.get(packet.documentId) ?? null,
        next: next[state].filter((one) => one !== 'approved' || work.may(Permission.PacketApprove)),
      };
    });
  }
}

/** @throws Problem 422 on `expiresAt`, 409 for a packet that is back or gone */
function judgeExpiry(work: Work, values: PacketFields, previous: PacketAnswer | undefined): void {
  if (previous && !runsOut.has(previous.state)) {
    throw Problem.conflict(
      'packet.over',
      'Only a packet that may still be carried can be carried for longer. Make a new one.',
      {
        state: previous.state,
      },
    );
  }
  const at = Date.parse(values.expiresAt);
  if (at <= work.now.getTime())
    throw Problem.invalidField('expiresAt', 'packet.expiry_past', 'Choose a moment that is still ahead.');
  if (at > work.now.getTime() + longestDays * day)
    throw Problem.invalidField(
      'expiresAt',
      'packet.expiry_far',
      'Choose one within 90 days: by then the facts are others.',
    );
}

/** Of a PDF that was made here, in which pages stand in clear. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? null;
