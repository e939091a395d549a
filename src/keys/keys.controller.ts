import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, InWork } from '../platform/http/route.js';
import { KeyStatusService } from './key-status.service.js';
import { KeysStatusAnswer } from './keys.dto.js';

/** How the keys stand; they are changed by the command `npm run keys` alone. */
@Controller('keys')
@ApiTags('organization')
export class KeysController {
  constructor(private readonly status: KeyStatusService) {}

  @Get('status')
  @Requires(Permission.OrganizationManage)
  @Answers(200, KeysStatusAnswer)
  read(@InWork() work: Work) {
    return this.status.shown(work);
  }
}
