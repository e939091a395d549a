import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Letter } from '../letters/letter.entity.js';
import { caseRecord } from '../platform/database/records.js';
import { DocumentFileFields } from './document.fields.js';

@Entity('documents')
@Unique(['organizationId', 'id'])
@ForeignKey(() => Letter, ['organizationId', 'letterId'], ['organizationId', 'id'])
@Index(['organizationId', 'letterId'], { where: 'letter_id IS NOT NULL' })
export class CaseDocument extends caseRecord(DocumentFileFields) {}

/** A piece of the content of a document, sealed for its place among the pieces. It goes with the document and the client. */
@Entity('document_pieces')
@ForeignKey('Client', ['organizationId', 'clientId'], ['organizationId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => CaseDocument, ['organizationId', 'documentId'], ['organizationId', 'id'], { onDelete: 'CASCADE' })
@Index(['organizationId', 'clientId'])
export class DocumentPiece {
  // The order of the columns is that of the primary key: a piece is looked for by its document.
  @PrimaryColumn('uuid')
  organizationId!: string;

  @PrimaryColumn('uuid')
  documentId!: string;

  /** From 0. */
  @PrimaryColumn('integer')
  place!: number;

  @Column('uuid')
  clientId!: string;

  @Column('bytea')
  content!: Buffer;
}
