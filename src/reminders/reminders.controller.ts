import { Body, Controller, Delete, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../auth/guard.js';
import { Permission } from '../auth/permissions.js';
import type { Work } from '../platform/database/work.js';
import { Answers, AnswersPage, ExpectedVersion, InWork, NeedsVersion, PathId } from '../platform/http/route.js';
import { NoticeAnswer, NoticesQuery } from './notices.dto.js';
import { NoticesService } from './notices.service.js';
import { OverdueAnswer } from './overdue.dto.js';
import { OverdueService } from './overdue.service.js';
import { OwnRemindersService } from './own-reminders.service.js';
import { PutWording, WordingAnswer, WordingsAnswer } from './own-wordings.dto.js';
import { OwnWordingsService } from './own-wordings.service.js';
import { PlanAnswer, PlanWords, PlanWordsQuery, PutPlan } from './plan.dto.js';
import { PlanWordsService } from './plan-words.service.js';
import { PlanService } from './plan.service.js';
import {
  ChangeReminder,
  CreateReminder,
  ReminderAnswer,
  ReminderPreview,
  RemindersQuery,
  RemindersStatus,
} from './reminders.dto.js';
import { RemindersService } from './reminders.service.js';

@Controller('reminders')
@ApiTags('reminders')
export class RemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly own: OwnRemindersService,
  ) {}

  @Get()
  @Requires(Permission.ReminderRead)
  @AnswersPage(ReminderAnswer)
  list(@InWork() work: Work, @Query() query: RemindersQuery) {
    return this.reminders.list(work, query);
  }

  @Get('status')
  @Requires(Permission.ReminderRead)
  @Answers(200, RemindersStatus)
  status(@InWork() work: Work) {
    return this.reminders.status(work);
  }

  @Get(':id')
  @Requires(Permission.ReminderRead)
  @Answers(200, ReminderAnswer)
  get(@InWork() work: Work, @PathId() id: string) {
    return this.reminders.get(work, id);
  }

  @Get(':id/preview')
  @Requires(Permission.ReminderRead)
  @Answers(200, ReminderPreview)
  preview(@InWork() work: Work, @PathId() id: string) {
    return this.reminders.preview(work, id);
  }

  @Patch(':id')
  @Requires(Permission.ReminderManage)
  @NeedsVersion()
  @Answers(200, ReminderAnswer)
  change(@InWork() work: Work, @PathId() id: string, @ExpectedVersion() version: number, @Body() body: ChangeReminder) {
    return this.own.change(work, id, version, body);
  }

  @Delete(':id')
  @Requires(Permission.ReminderManage)
  @Answers(204)
  async remove(@InWork() work: Work, @PathId() id: string) {
    await this.reminders.cancel(work, id);
  }

  @Post(':id/cancel')
  @Requires(Permission.ReminderManage)
  @Answers(200, ReminderAnswer)
  cancel(@InWork() work: Work, @PathId() id: string) {
    return this.reminders.cancel(work, id);
  }

  @Post(':id/retry')
  @Requires(Permission.ReminderManage)
  @Answers(200, ReminderAnswer)
  retry(@InWork() work: Work, @PathId() id: string) {
    return this.reminders.retry(work, id);
  }

  @Post(':id/acknowledge')
  @Requires(Permission.ReminderManage)
  @Answers(200, ReminderAnswer)
  acknowledge(@InWork() work: Work, @PathId() id: string) {
    return this.reminders.acknowledge(work, id);
  }
}

/** Somebody who is not out by the time agreed: who is alarmed, and who sees to it. */
@Controller('appointments/:id/overdue')
@ApiTags('appointments')
export class OverdueController {
  constructor(private readonly overdue: OverdueService) {}

  @Get()
  @Requires(Permission.AppointmentRead)
  @Answers(200, OverdueAnswer)
  ladder(@InWork() work: Work, @PathId() id: string) {
    return this.overdue.ladder(work, id);
  }

  @Post('acknowledge')
  @Requires(Permission.AppointmentLive)
  @Answers(200, OverdueAnswer)
  acknowledge(@InWork() work: Work, @PathId() id: string) {
    return this.overdue.acknowledge(work, id);
  }
}

@Controller('clients/:clientId/reminders')
@ApiTags('reminders')
export class ClientRemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly own: OwnRemindersService,
  ) {}

  @Post()
  @Requires(Permission.ReminderManage)
  @Answers(201, ReminderAnswer, { at: 'reminders' })
  create(@InWork() work: Work, @PathId('clientId') clientId: string, @Body() body: CreateReminder) {
    return this.own.create(work, clientId, body);
  }

  @Get()
  @Requires(Permission.ReminderRead)
  @AnswersPage(ReminderAnswer)
  list(@InWork() work: Work, @PathId('clientId') clientId: string, @Query() query: RemindersQuery) {
    return this.reminders.listOfClient(work, clientId, query);
  }
}

@Controller('reminder-plan')
@ApiTags('reminders')
export class ReminderPlanController {
  constructor(
    private readonly plans: PlanService,
    private readonly planWords: PlanWordsService,
  ) {}

  @Get()
  @Requires(Permission.PlanManage)
  @Answers(200, PlanAnswer)
  get(@InWork() work: Work) {
    return this.plans.get(work);
  }

  @Put()
  @Requires(Permission.PlanManage)
  @NeedsVersion()
  @Answers(200, PlanAnswer)
  put(@InWork() work: Work, @ExpectedVersion() version: number, @Body() body: PutPlan) {
    return this.plans.put(work, version, body);
  }

  @Get('words')
  @Requires(Permission.PlanManage)
  @Answers(200, PlanWords)
  words(@InWork() work: Work, @Query() query: PlanWordsQuery) {
    return this.planWords.words(work, query);
  }
}

/** The organisation's own words to clients, for each kind of appointment and language. */
@Controller('reminder-wordings')
@ApiTags('reminders')
export class OwnWordingsController {
  constructor(private readonly wordings: OwnWordingsService) {}

  @Get()
  @Requires(Permission.PlanManage)
  @Answers(200, WordingsAnswer)
  list(@InWork() work: Work) {
    return this.wordings.list(work);
  }

  @Post('preview')
  @Requires(Permission.PlanManage)
  @Answers(200, WordingAnswer, { description: 'As it would be said with these words; nothing is saved.' })
  preview(@InWork() work: Work, @Body() body: PutWording) {
    return this.wordings.preview(work, body);
  }

  @Put()
  @Requires(Permission.PlanManage)
  @NeedsVersion()
  @Answers(200, WordingAnswer)
  put(@InWork() work: Work, @ExpectedVersion() version: number, @Body() body: PutWording) {
    return this.wordings.put(work, version, body);
  }
}

/** What the application has to say to whoever is signed in; their own only. */
@Controller('notices')
@ApiTags('notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @Requires(Permission.Self)
  @AnswersPage(NoticeAnswer)
  list(@InWork() work: Work, @Query() query: NoticesQuery) {
    return this.notices.list(work, query);
  }

  @Post(':id/read')
  @Requires(Permission.Self)
  @Answers(200, NoticeAnswer)
  read(@InWork() work: Work, @PathId() id: string) {
    return this.notices.read(work, id);
  }
}
