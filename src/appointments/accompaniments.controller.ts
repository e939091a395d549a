import { Body, Controller, Delete, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import { AccompanimentAnswer, ChangeAccompaniment, CreateAccompaniment } from './accompaniments.dto.js';
import { AccompanimentsService } from './accompaniments.service.js';

@Controller()
@ApiTags('appointments')
export class AccompanimentsController {
  constructor(private readonly accompaniments: AccompanimentsService) {}

  @Post('appointments/:id/accompaniments')
  @Requires(Permission.CaseWrite)
  @Answers(201, AccompanimentAnswer, { at: 'accompaniments' })
  add(@InWork() work: Work, @PathId() id: string, @Body() body: CreateAccompaniment) {
    return this.accompaniments.add(work, id, body);
  }

  @Patch('accompaniments/:id')
  @Requires(Permission.AppointmentLive)
  @NeedsVersion()
  @Answers(200, AccompanimentAnswer)
  change(
    @InWork() work: Work,
    @PathId() id: string,
    @ExpectedVersion() version: number,
    @Body() body: ChangeAccompaniment,
  ) {
    return this.accompaniments.change(work, id, version, body);
  }

  @Delete('accompaniments/:id')
  @Requires(Permission.CaseWrite)
  @Answers(204)
  remove(@InWork() work: Work, @PathId() id: string) {
    return this.accompaniments.remove(work, id);
  }
}
