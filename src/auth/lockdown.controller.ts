import { Controller, Delete, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrganizationAnswer } from '../organizations/organizations.dto.js';
import type { Work } from '../platform/database/work.js';
import { Answers, InWork } from '../platform/http/route.js';
import { Requires } from './guard.js';
import { LockdownService } from './lockdown.service.js';
import { Permission } from './permissions.js';
import { SessionRenewal } from './session-renewal.js';
import { StepUp } from './step-up.js';

@Controller('organization/lockdown')
@ApiTags('organization')
export class LockdownController {
  constructor(
    private readonly lockdown: LockdownService,
    private readonly renewal: SessionRenewal,
  ) {}

  @Post()
  @Requires(Permission.OrganizationManage)
  @StepUp()
  @Answers(200, OrganizationAnswer, {
    description: 'Everybody is signed out, all tokens and links are ended; whoever asked goes on in a new session.',
  })
  async begin(@InWork() work: Work, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const organization = await this.lockdown.begin(work);
    await this.renewal.renew(work, request, reply);
    return organization;
  }

  @Delete()
  @Requires(Permission.OrganizationManage)
  @StepUp()
  @Answers(200, OrganizationAnswer, { description: 'Everybody may sign in again.' })
  end(@InWork() work: Work) {
    return this.lockdown.end(work);
  }
}
