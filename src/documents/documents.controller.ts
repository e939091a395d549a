import { Body, Controller, Delete, Get, Header, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { CarriesFile, InUpload, TakesFile, type Upload } from '../platform/files/file-route.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import { ChangeDocument, CreateDocument, DocumentAnswer, DocumentsQuery } from './documents.dto.js';
import { DocumentsService, type Handout } from './documents.service.js';

/** Saved, never shown in a page of ours. */
const attached = ({ name, mediaType, content }: Handout) =>
  new StreamableFile(content, {
    type: mediaType,
    disposition: `attachment; filename="${name}"`,
    length: content.length,
  });

@Controller('clients/:clientId/documents')
@ApiTags('documents')
export class DocumentsOfClientController {
  constructor(private readonly documents: DocumentsService) {}

  @Get()
  @Requires(Permission.CaseRead)
  @AnswersPage(DocumentAnswer)
  list(@InWork() work: Work, @PathId('clientId') clientId: string, @Query() query: DocumentsQuery) {
    return this.documents.list(work, clientId, query);
  }

  @Post()
  @Requires(Permission.CaseWrite)
  @TakesFile(CreateDocument)
  @Answers(201, DocumentAnswer, { at: 'documents' })
  create(
    @InWork() work: Work,
    @PathId('clientId') clientId: string,
    @Body() body: CreateDocument,
    @InUpload() upload: Upload | undefined,
  ) {
    return this.documents.add(work, clientId, body, upload);
  }
}

@Controller('documents')
@ApiTags('documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Get(':id')
  @Requires(Permission.CaseRead)
  @Answers(200, DocumentAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.documents.get(work, id);
  }

  @Get(':id/content')
  @Requires(Permission.CaseRead)
  @CarriesFile()
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Answers(200, undefined, {
    content: 'application/octet-stream',
    description: 'The document as it is kept: a PDF as it was put in, a picture without place, time and device.',
  })
  async open(@InWork() work: Work, @PathId() id: string) {
    return attached(await this.documents.open(work, id));
  }

  @Patch(':id')
  @Requires(Permission.CaseWrite)
  @NeedsVersion()
  @Answers(200, DocumentAnswer)
  change(@InWork() work: Work, @PathId() id: string, @ExpectedVersion() version: number, @Body() body: ChangeDocument) {
    return this.documents.change(work, id, version, body);
  }

  @Delete(':id')
  @Requires(Permission.CaseDelete)
  @Answers(204)
  remove(@InWork() work: Work, @PathId() id: string) {
    return this.documents.remove(work, id);
  }
}
