import { Body, Controller, Get, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import { StepUp } from '../auth/step-up.js';
import { RetentionPolicyService } from '../clients/retention-policy.service.js';
import type { Work } from '../platform/database/work.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import { CertificatesService } from './certificates.service.js';
import { HoldsService } from './holds.service.js';
import { PurgesService } from './purges.service.js';
import {
  CertificateQuery,
  DueReview,
  HoldsQuery,
  KeepFile,
  LegalHoldAnswer,
  PlaceHold,
  ProposePurge,
  PurgeAnswer,
  PurgesQuery,
  PutRetentionPolicy,
  RetentionAnswer,
  RetentionPolicyAnswer,
  RetentionReviewAnswer,
  ReviewsQuery,
} from './retention.dto.js';
import { ReviewsService } from './reviews.service.js';

/** How long closed files are kept, and which are due. */
@Controller('retention')
@ApiTags('retention')
export class RetentionController {
  constructor(
    private readonly policies: RetentionPolicyService,
    private readonly reviews: ReviewsService,
  ) {}

  @Get('policy')
  @Requires(Permission.RetentionRead)
  @Answers(200, RetentionPolicyAnswer)
  policy(@InWork() work: Work) {
    return this.policies.inForce(work);
  }

  @Put('policy')
  @Requires(Permission.RetentionPolicy)
  @StepUp()
  @NeedsVersion()
  @Answers(200, RetentionPolicyAnswer)
  putPolicy(@InWork() work: Work, @ExpectedVersion() version: number, @Body() body: PutRetentionPolicy) {
    return this.policies.put(work, version, body);
  }

  @Get('reviews')
  @Requires(Permission.RetentionRead)
  @AnswersPage(DueReview)
  due(@InWork() work: Work, @Query() query: ReviewsQuery) {
    return this.reviews.due(work, query);
  }

  @Get('reviews/:clientId')
  @Requires(Permission.RetentionRead)
  @Answers(200, RetentionAnswer)
  of(@InWork() work: Work, @PathId('clientId') clientId: string) {
    return this.reviews.of(work, clientId);
  }

  @Post('reviews/:clientId/keep')
  @Requires(Permission.RetentionReview)
  @Answers(201, RetentionReviewAnswer)
  keep(@InWork() work: Work, @PathId('clientId') clientId: string, @Body() body: KeepFile) {
    return this.reviews.keep(work, clientId, body);
  }
}

const pdf = (certificate: Buffer) =>
  new StreamableFile(certificate, {
    type: 'application/pdf',
    disposition: 'attachment; filename="certificate.pdf"',
    length: certificate.length,
  });

/** Proposals to purge case files, and the certificates of what was purged. */
@Controller('retention/purges')
@ApiTags('retention')
export class PurgesController {
  constructor(
    private readonly purges: PurgesService,
    private readonly certificates: CertificatesService,
  ) {}

  @Post()
  @Requires(Permission.PurgeDecide)
  @StepUp()
  @Answers(201, PurgeAnswer, { at: 'retention/purges' })
  propose(@InWork() work: Work, @Body() body: ProposePurge) {
    return this.purges.propose(work, body);
  }

  @Post(':id/approval')
  @Requires(Permission.PurgeDecide)
  @StepUp()
  @Answers(200, PurgeAnswer)
  approve(@InWork() work: Work, @PathId() id: string) {
    return this.purges.approve(work, id);
  }

  @Post(':id/withdrawal')
  @Requires(Permission.PurgeDecide)
  @Answers(200, PurgeAnswer)
  withdraw(@InWork() work: Work, @PathId() id: string) {
    return this.purges.withdraw(work, id);
  }

  @Get()
  @Requires(Permission.PurgeRead)
  @AnswersPage(PurgeAnswer)
  list(@InWork() work: Work, @Query() query: PurgesQuery) {
    return this.purges.list(work, query);
  }

  @Get(':id')
  @Requires(Permission.PurgeRead)
  @Answers(200, PurgeAnswer)
  read(@InWork() work: Work, @PathId() id: string) {
    return this.purges.read(work, id);
  }

  @Get(':id/certificate.pdf')
  @Requires(Permission.PurgeRead)
  @Answers(200, undefined, { content: 'application/pdf', description: 'What was destroyed, to print and sign.' })
  async certificate(@InWork() work: Work, @PathId() id: string, @Query() { language }: CertificateQuery) {
    return pdf(await this.certificates.print(work, id, language));
  }
}

/** What keeps case files from being destroyed. */
@Controller('retention/holds')
@ApiTags('retention')
export class HoldsController {
  constructor(private readonly holds: HoldsService) {}

  @Post()
  @Requires(Permission.HoldPlace)
  @Answers(201, LegalHoldAnswer)
  place(@InWork() work: Work, @Body() body: PlaceHold) {
    return this.holds.place(work, body);
  }

  @Get()
  @Requires(Permission.HoldPlace)
  @AnswersPage(LegalHoldAnswer)
  list(@InWork() work: Work, @Query() query: HoldsQuery) {
    return this.holds.list(work, query);
  }

  @Post(':id/lift')
  @Requires(Permission.HoldLift)
  @StepUp()
  @Answers(200, LegalHoldAnswer)
  lift(@InWork() work: Work, @PathId() id: string) {
    return this.holds.lift(work, id);
  }
}
