import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { PageQuery } from '../platform/http/paging.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import {
  AppointmentAnswer,
  AppointmentOnTheDay,
  ChangeAppointment,
  CreateAppointment,
  DaySheetQuery,
} from './appointments.dto.js';
import { AppointmentDayService } from './appointment-day.service.js';
import { AppointmentsService } from './appointments.service.js';
import { DaySheetService } from './day-sheet.service.js';
import { LiveTap, RecordOutcome } from './live.dto.js';
import { VersionIfSaid } from './version-if-said.js';

/** Everything for those who see the case file, the day sheet's line for those who come along. */
const eitherView = {
  status: 200,
  schema: { oneOf: [{ $ref: getSchemaPath(AppointmentAnswer) }, { $ref: getSchemaPath(AppointmentOnTheDay) }] },
};

@Controller('clients/:clientId/appointments')
@ApiTags('appointments')
export class ClientAppointmentsController {
  constructor(private readonly appointments: AppointmentsService) {}

  @Post()
  @Requires(Permission.CaseWrite)
  @Answers(201, AppointmentAnswer, { at: 'appointments' })
  create(@InWork() work: Work, @PathId('clientId') clientId: string, @Body() body: CreateAppointment) {
    return this.appointments.create(work, clientId, body);
  }

  @Get()
  @Requires(Permission.CaseRead)
  @AnswersPage(AppointmentAnswer)
  list(@InWork() work: Work, @PathId('clientId') clientId: string, @Query() query: PageQuery) {
    return this.appointments.list(work, clientId, query);
  }
}

@Controller('appointments')
@ApiTags('appointments')
@ApiExtraModels(AppointmentAnswer, AppointmentOnTheDay)
export class AppointmentsController {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly day: AppointmentDayService,
    private readonly sheet: DaySheetService,
  ) {}

  @Get()
  @Requires(Permission.AppointmentRead)
  @AnswersPage(AppointmentOnTheDay)
  daySheet(@InWork() work: Work, @Query() query: DaySheetQuery) {
    return this.sheet.list(work, query);
  }

  @Get(':id')
  @Requires(Permission.AppointmentRead)
  @ApiResponse(eitherView)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.appointments.read(work, id);
  }

  @Patch(':id')
  @Requires(Permission.CaseWrite)
  @NeedsVersion()
  @Answers(200, AppointmentAnswer)
  change(
    @InWork() work: Work,
    @PathId() id: string,
    @ExpectedVersion() version: number,
    @Body() body: ChangeAppointment,
  ) {
    return this.appointments.change(work, id, version, body);
  }

  @Delete(':id')
  @Requires(Permission.CaseDelete)
  @Answers(204)
  remove(@InWork() work: Work, @PathId() id: string) {
    return this.appointments.remove(work, id);
  }

  @Post(':id/live')
  @Requires(Permission.AppointmentLive)
  @HttpCode(200)
  @ApiResponse(eitherView)
  live(@InWork() work: Work, @PathId() id: string, @Body() body: LiveTap) {
    return this.day.live(work, id, body);
  }

  @Post(':id/outcome')
  @Requires(Permission.AppointmentLive)
  @ApiHeader({ name: 'If-Match', required: false, description: 'ETag of the version you read; checked when given.' })
  @HttpCode(200)
  @ApiResponse(eitherView)
  outcome(
    @InWork() work: Work,
    @PathId() id: string,
    @VersionIfSaid() version: number | undefined,
    @Body() body: RecordOutcome,
  ) {
    return this.day.outcome(work, id, version, body);
  }
}
