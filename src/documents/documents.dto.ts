import { ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { Warning } from '../clients/clients.dto.js';
import { caseRecordAnswer } from '../platform/database/records.js';
import { PageQuery } from '../platform/http/paging.js';
import { DocumentFields, DocumentFileFields, documentKinds, type DocumentKind } from './document.fields.js';

export class CreateDocument extends DocumentFields {}

/** The content stays: for another one, add a document and delete this. */
export class ChangeDocument extends PartialType(DocumentFields, { skipNullProperties: false }) {}

export class DocumentsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: documentKinds })
  @IsOptional()
  @IsIn(documentKinds, { message: `Choose one of: ${documentKinds.join(', ')}.` })
  kind?: DocumentKind;

  @ApiPropertyOptional({ format: 'uuid', description: 'Scans of this letter.' })
  @IsOptional()
  @IsUUID('all', { message: 'Give the id (a UUID) of a letter.' })
  letterId?: string;
}

export class DocumentAnswer extends caseRecordAnswer(DocumentFileFields) {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'When it was added: a document of this case file that had the same content already.',
  })
  sameAs?: string;

  @ApiPropertyOptional({ type: Warning, isArray: true }) warnings?: Warning[];
}
