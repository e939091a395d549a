import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, AnswersPage, InWork, PathId } from '../platform/http/route.js';
import { AccessReviewAnswer, AccessReviewsQuery, ConfirmAccess, QuestionAccess } from './access-reviews.dto.js';
import { AccessReviewsService } from './access-reviews.service.js';
import { LooksAnswer, LooksQuery } from './looks.dto.js';
import { LooksService } from './looks.service.js';

@Controller('clients')
@ApiTags('access')
export class LooksController {
  constructor(private readonly looks: LooksService) {}

  @Get(':id/access')
  @Requires(Permission.AccessRead)
  @Answers(200, LooksAnswer)
  into(@InWork() work: Work, @PathId() id: string, @Query() query: LooksQuery) {
    return this.looks.into(work, id, query);
  }
}

@Controller('access-reviews')
@ApiTags('access')
export class AccessReviewsController {
  constructor(private readonly reviews: AccessReviewsService) {}

  @Get()
  @Requires(Permission.AccessReviewRead)
  @AnswersPage(AccessReviewAnswer)
  list(@InWork() work: Work, @Query() query: AccessReviewsQuery) {
    return this.reviews.list(work, query);
  }

  @Post(':id/confirm')
  @Requires(Permission.AccessReviewJudge)
  @Answers(200, AccessReviewAnswer)
  confirm(@InWork() work: Work, @PathId() id: string, @Body() { note }: ConfirmAccess) {
    return this.reviews.judge(work, id, 'confirmed', note);
  }

  @Post(':id/question')
  @Requires(Permission.AccessReviewJudge)
  @Answers(200, AccessReviewAnswer)
  question(@InWork() work: Work, @PathId() id: string, @Body() { note }: QuestionAccess) {
    return this.reviews.judge(work, id, 'questioned', note);
  }
}
