import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { PlacesModule } from '../places/places.module.js';
import { AccompanimentsController } from './accompaniments.controller.js';
import { AccompanimentsService } from './accompaniments.service.js';
import { AppointmentAccess } from './appointment-access.js';
import { AppointmentDayService } from './appointment-day.service.js';
import { AppointmentsController, ClientAppointmentsController } from './appointments.controller.js';
import { AppointmentsService } from './appointments.service.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarService } from './calendar/calendar.service.js';
import { DaySheetService } from './day-sheet.service.js';
import { VenueObservationsController } from './venue-observations.controller.js';
import { VenueObservationsService } from './venue-observations.service.js';

@Module({
  imports: [AuthModule, ClientsModule, PlacesModule],
  controllers: [
    ClientAppointmentsController,
    AppointmentsController,
    AccompanimentsController,
    VenueObservationsController,
    CalendarController,
  ],
  providers: [
    AccompanimentsService,
    AppointmentAccess,
    AppointmentDayService,
    AppointmentsService,
    CalendarService,
    DaySheetService,
    VenueObservationsService,
  ],
  exports: [AccompanimentsService, AppointmentAccess, AppointmentsService, DaySheetService],
})
export class AppointmentsModule {}
