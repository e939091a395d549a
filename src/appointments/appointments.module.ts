import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { AccompanimentsController } from './accompaniments.controller.js';
import { AccompanimentsService } from './accompaniments.service.js';
import { AppointmentAccess } from './appointment-access.js';
import { AppointmentsController, ClientAppointmentsController } from './appointments.controller.js';
import { AppointmentsService } from './appointments.service.js';
import { DaySheetService } from './day-sheet.service.js';

@Module({
  imports: [AuthModule, ClientsModule],
  controllers: [ClientAppointmentsController, AppointmentsController, AccompanimentsController],
  providers: [AccompanimentsService, AppointmentAccess, AppointmentsService, DaySheetService],
  exports: [AccompanimentsService, AppointmentAccess, AppointmentsService],
})
export class AppointmentsModule {}
