import { Injectable } from '@nestjs/common';
import { Permission } from '../auth/permissions.js';
import type { CaseFile } from '../clients/case-file.js';
import { CaseFilesService } from '../clients/case-files.service.js';
import { CaseRecords, type Judgement } from '../clients/case-records.js';
import type { Warning } from '../clients/clients.dto.js';
import { followMerges } from '../clients/clients-merged.js';
import { RecordChanged } from '../clients/record-changed.js';
import { LettersService } from '../letters/letters.service.js';
import { DomainEvents } from '../platform/database/domain-events.js';
import type { Work } from '../platform/database/work.js';
import type { Upload } from '../platform/files/file-route.js';
import { endings } from '../platform/files/media-type.js';
import { Problem } from '../platform/http/problem.js';
import { contentOf, hasContent, storeContent } from './contents.js';
import { CaseDocument } from './document.entity.js';
import { type DocumentFields, DocumentFileFields } from './document.fields.js';
import type { DocumentAnswer } from './documents.dto.js';

/** A document's content as it is handed out. */
export interface Handout {
  /** Code of the case and the end of the document's id: a name that tells a stranger nothing. */
  name: string;
  mediaType: string;
  content: Buffer;
}

type Values = DocumentFields & Partial<Pick<DocumentFileFields, 'mediaType' | 'bytes' | 'pages' | 'sha256'>>;

const twice: Warning = {
  field: 'file',
  code: 'document.twice',
  message: 'The same content was in the file already. Remove one of the two unless both are meant.',
};

/**
 * Scans of letters, forms, identity papers, court records: sealed whole with the client's key, as everything else of the
 * file, and seen by whom the file is seen.
 */
@Injectable()
export class DocumentsService extends CaseRecords<CaseDocument, Values, DocumentAnswer> {
  constructor(
    files: CaseFilesService,
    private readonly letters: LettersService,
    events: DomainEvents,
  ) {
    super(files, { entity: CaseDocument, fields: DocumentFileFields, noun: 'document' }, events);
    followMerges(events, 'document_pieces');
    events.on(RecordChanged, async (work, { noun, before, after }) => {
      if (noun === 'letter' && before && !after) await this.letterDeleted(work, before.id);
    });
  }

  /**
   * Adds a document that somebody sent.
   * @throws Problem 404 and 409 as for every record; 422 on `file` when there is none, or one of a kind that is not taken
   */
  async add(work: Work, clientId: string, input: DocumentFields, upload: Upload | undefined): Promise<DocumentAnswer> {
    const file = await this.files.writable(work, clientId);
    if (input.kind === 'packet') {
      throw Problem.invalidField(
        'kind',
        'document.packet_by_hand',
        'Packets are made of the case summary, at /api/packets. Choose another kind.',
      );
    }
    const same = await this.sameIn(work, file, upload);
    const document = await this.keep(work, file, input, upload);
    return same ? { ...document, sameAs: same, warnings: [...(document.warnings ?? []), twice] } : document;
  }

  /** The first document of the file with this very content; packets are printed anew each time. */
  private async sameIn(work: Work, file: CaseFile, upload: Upload | undefined): Promise<string | undefined> {
    if (!upload) return undefined;
    const rows = await work.sql<Pick<CaseDocument, 'id'>>(
      `SELECT id FROM documents WHERE organization_id = $1 AND client_id = $2 AND bytes = $3 AND kind <> 'packet'
       ORDER BY id`,
      [work.organizationId, file.id, upload.content.length],
    );
    const ids = rows.map(({ id }) => id);
    const hashes = await this.hashesOf(work, file, ids);
    return ids.find((id) => hashes.get(id) === upload.sha256);
  }

  /** {@link add} in a case file that is at hand, of whatever kind. */
  async keep(work: Work, file: CaseFile, input: DocumentFields, upload: Upload | undefined): Promise<DocumentAnswer> {
    const { content, mediaType, pages, sha256 } = taken(upload);
    const document = await this.createIn(work, file, { ...input, mediaType, bytes: content.length, pages, sha256 });
    await storeContent(work, file, document.id, content);
    return document;
  }

  /**
   * The content, whole. A scan may show anything of the file, so it takes the permissions for all of the file.
   * @throws Problem 404, 403 for a program that may not see all, 409 when it was altered in the database
   */
  async open(work: Work, id: string): Promise<Handout> {
    const { file, row } = await this.find(work, id, 'readable');
    if (!work.may(Permission.CaseAllegations) || !work.may(Permission.CasePosture)) {
      throw Problem.forbidden(
        'document.not_yours',
        'A document may tell of charges and of the immigration situation, which are not yours to see.',
      );
    }
    const document = file.answered<DocumentAnswer>(DocumentFileFields, 'documents', row);
    if (document.kind === 'packet' && !(await hasContent(work, id)))
      throw Problem.conflict('document.destroyed', 'This packet was destroyed, and its pages with it.');
    work.audit({ event: 'document.opened', subjectType: 'document', subjectId: id, clientId: file.id });
    return {
      name: `${file.client.code}-${id.slice(-6)}.${endings[document.mediaType]}`,
      mediaType: document.mediaType,
      content: await contentOf(work, file, document),
    };
  }

  /** @throws Problem 409 for what belongs to a packet */
  override async remove(work: Work, id: string): Promise<void> {
    const { row } = await this.find(work, id, 'writable');
    if (row.kind === 'packet') {
      throw Problem.conflict(
        'document.of_packet',
        'These are the pages of a packet. Note at the packet that it was destroyed, and they go with it.',
      );
    }
    return super.remove(work, id);
  }

  /** Takes the content of a packet away for good; what is known of it stays. */
  async empty(work: Work, id: string): Promise<void> {
    await work.execute('DELETE FROM document_pieces WHERE organization_id = $1 AND document_id = $2', [
      work.organizationId,
      id,
    ]);
  }

  /** SHA-256 of the contents by id; one that does not open is left out. */
  async hashesOf(work: Work, file: CaseFile, ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await work.sql<Pick<CaseDocument, 'id' | 'sha256'>>(
      'SELECT id, sha256 FROM documents WHERE organization_id = $1 AND id = ANY($2)',
      [work.organizationId, ids],
    );
    const opened = rows.map((row) =>
      file.shown<{ id: string; sha256: string | null }>(DocumentFileFields, 'documents', row),
    );
    return new Map(opened.flatMap(({ id, sha256 }): [string, string][] => (sha256 ? [[id, sha256]] : [])));
  }

  protected async judge(
    work: Work,
    file: CaseFile,
    given: Values,
    previous: DocumentAnswer | undefined,
  ): Promise<Judgement<Values>> {
    if (previous && (given.kind === 'packet') !== (previous.kind === 'packet')) {
      throw Problem.invalidField(
        'kind',
        'document.packet_by_hand',
        'What is a packet stays one, and nothing becomes one.',
      );
    }
    if (given.letterId && given.letterId !== previous?.letterId)
      await this.letters.mustBelong(work, file, 'letterId', given.letterId);
    return { values: given, warnings: [] };
  }

  /** Its scans stay in the file. */
  private async letterDeleted(work: Work, letterId: string): Promise<void> {
    await work.execute(
      `UPDATE documents SET letter_id = NULL, version = version + 1, updated_at = $3, updated_by = $4
       WHERE organization_id = $1 AND letter_id = $2`,
      [work.organizationId, letterId, work.now, work.actor.userId],
    );
  }
}

/** @throws Problem 422 on `file` */
function taken(upload: Upload | undefined): Upload & { mediaType: NonNullable<Upload['mediaType']> } {
  if (!upload) {
    throw Problem.invalidField(
      'file',
      'file.missing',
      'Send multipart/form-data with the document in a part called file.',
    );
  }
  const { mediaType } = upload;
  if (upload.content.length === 0 || !mediaType) {
    throw Problem.invalidField(
      'file',
      upload.content.length === 0 ? 'file.empty' : 'file.media_type',
      'Send a PDF, or a photograph as JPEG, PNG, HEIC or WebP. What a file is, is told by its content, not by its name.',
    );
  }
  return { ...upload, mediaType };
}
