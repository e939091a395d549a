import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeOrganization, OrganizationAnswer } from '../organizations/organizations.dto.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import type { Work } from '../platform/database/work.js';
import { Answers, ExpectedVersion, InWork, NeedsVersion } from '../platform/http/route.js';
import { Requires } from './guard.js';
import { Permission } from './permissions.js';
import { StepUp } from './step-up.js';

/** The organisation's own page; stands here because routes need the guard, and organisations come before people. */
@Controller('organization')
@ApiTags('organization')
export class OrganizationController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @Requires(Permission.ReferenceRead)
  @Answers(200, OrganizationAnswer)
  get(@InWork() work: Work) {
    return this.organizations.own(work);
  }

  @Patch()
  @Requires(Permission.OrganizationManage)
  @StepUp()
  @NeedsVersion()
  @Answers(200, OrganizationAnswer)
  change(@InWork() work: Work, @ExpectedVersion() version: number, @Body() body: ChangeOrganization) {
    return this.organizations.change(work, version, body);
  }
}
