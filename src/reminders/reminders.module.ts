import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { Alarms } from './alarms.js';
import { DerivationService } from './derivation.service.js';
import { MessagesService } from './messages.service.js';
import { NoticesService } from './notices.service.js';
import { OwnRemindersService } from './own-reminders.service.js';
import { PlanService } from './plan.service.js';
import {
  ClientRemindersController,
  NoticesController,
  ReminderPlanController,
  RemindersController,
} from './reminders.controller.js';
import { RemindersListener } from './reminders.listener.js';
import { RemindersService } from './reminders.service.js';
import { SendingService } from './sending.service.js';
import { SweepService } from './sweep.service.js';

/** What is owed to whom, when: derived from appointments and prints, sent when it is due. */
@Module({
  imports: [AuthModule, ClientsModule],
  controllers: [RemindersController, ClientRemindersController, ReminderPlanController, NoticesController],
  providers: [
    Alarms,
    DerivationService,
    MessagesService,
    NoticesService,
    OwnRemindersService,
    PlanService,
    RemindersListener,
    RemindersService,
    SendingService,
    SweepService,
  ],
  exports: [RemindersService],
})
export class RemindersModule {}
