import { Body, Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../auth/guard.js';
import { Permission } from '../../auth/permissions.js';
import { StepUp } from '../../auth/step-up.js';
import type { Work } from '../../platform/database/work.js';
import { PageQuery } from '../../platform/http/paging.js';
import { Answers, AnswersPage, InWork, PathId } from '../../platform/http/route.js';
import { LanguageQuery } from '../patterns.dto.js';
import { PreviewRelease, PublishRelease, ReleaseAnswer, ReleasePreview } from './releases.dto.js';
import { ReleasesService } from './releases.service.js';

const attachment = (document: string) =>
  new StreamableFile(Buffer.from(document), {
    type: 'application/json; charset=utf-8',
    disposition: 'attachment; filename="figures.json"',
  });

@Controller('patterns/releases')
@ApiTags('patterns')
export class ReleasesController {
  constructor(private readonly releases: ReleasesService) {}

  @Post('preview')
  @Requires(Permission.ReleasePublish)
  @Answers(200, ReleasePreview, { figures: true })
  preview(@InWork() work: Work, @Body() body: PreviewRelease, @Query() { language }: LanguageQuery) {
    return this.releases.preview(work, body, language);
  }

  @Post()
  @Requires(Permission.ReleasePublish)
  @StepUp()
  @Answers(201, ReleaseAnswer, { at: 'patterns/releases', figures: true })
  publish(@InWork() work: Work, @Body() body: PublishRelease) {
    return this.releases.publish(work, body);
  }

  @Post(':id/approval')
  @Requires(Permission.ReleaseApprove)
  @StepUp()
  @Answers(200, ReleaseAnswer, { figures: true })
  approve(@InWork() work: Work, @PathId() id: string) {
    return this.releases.approve(work, id);
  }

  @Get()
  @Requires(Permission.ReleaseRead)
  @AnswersPage(ReleaseAnswer)
  list(@InWork() work: Work, @Query() query: PageQuery) {
    return this.releases.list(work, query);
  }

  @Get(':id')
  @Requires(Permission.ReleaseRead)
  @Answers(200, ReleaseAnswer, { figures: true })
  read(@InWork() work: Work, @PathId() id: string) {
    return this.releases.read(work, id);
  }

  @Get(':id/document')
  @Requires(Permission.ReleaseRead)
  @Answers(200, undefined, { content: 'application/json', description: 'The very bytes that left.' })
  async document(@InWork() work: Work, @PathId() id: string) {
    return attachment(await this.releases.document(work, id));
  }
}
