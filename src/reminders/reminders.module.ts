import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/appointments.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { Alarms } from './alarms.js';
import { DerivationService } from './derivation.service.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { MessagesService } from './messages.service.js';
import { NoticesService } from './notices.service.js';
import { OutcomesService } from './outcomes.service.js';
import { OverdueService } from './overdue.service.js';
import { OwnRemindersService } from './own-reminders.service.js';
import { OwnWordingsService } from './own-wordings.service.js';
import { PlanService } from './plan.service.js';
import { PlanWordsService } from './plan-words.service.js';
import {
  ClientRemindersController,
  NoticesController,
  OverdueController,
  OwnWordingsController,
  ReminderPlanController,
  RemindersController,
} from './reminders.controller.js';
import { ReminderMetrics } from './reminder-metrics.js';
import { ReceiptsService } from './receipts.service.js';
import { RedactionService } from './redaction.service.js';
import { RemindersListener } from './reminders.listener.js';
import { RemindersService } from './reminders.service.js';
import { SendingService } from './sending.service.js';
import { StaffMessagesService } from './staff-messages.service.js';
import { SweepService } from './sweep.service.js';
import { TextAnswersService } from './text-answers.service.js';
import { StopsElsewhereService } from './stops-elsewhere.service.js';
import { TextStopsService } from './text-stops.service.js';
import { GatewayWebhooksController, TwilioWebhooksController } from './webhooks.controller.js';

/** What is owed to whom, when: derived from appointments and prints, sent when it is due. */
@Module({
  imports: [AppointmentsModule, AuthModule, ClientsModule, OrganizationsModule],
  controllers: [
    RemindersController,
    ClientRemindersController,
    ReminderPlanController,
    OwnWordingsController,
    NoticesController,
    OverdueController,
    TwilioWebhooksController,
    GatewayWebhooksController,
  ],
  providers: [
    Alarms,
    DerivationService,
    MessagesService,
    NoticesService,
    OutcomesService,
    OverdueService,
    OwnRemindersService,
    OwnWordingsService,
    PlanService,
    PlanWordsService,
    ReminderMetrics,
    ReceiptsService,
    RedactionService,
    RemindersListener,
    RemindersService,
    SendingService,
    StaffMessagesService,
    SweepService,
    TextAnswersService,
    TextStopsService,
    StopsElsewhereService,
  ],
  exports: [NoticesService, OverdueService, RemindersService, StaffMessagesService],
})
export class RemindersModule {}
