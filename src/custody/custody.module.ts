import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/appointments.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { PlacesModule } from '../places/places.module.js';
import {
  CustodyDraftController,
  CustodyEventsController,
  CustodyEventsOfClientController,
} from './custody.controller.js';
import { CustodyService } from './custody.service.js';

@Module({
  imports: [AppointmentsModule, AuthModule, ClientsModule, PlacesModule],
  controllers: [CustodyEventsOfClientController, CustodyDraftController, CustodyEventsController],
  providers: [CustodyService],
  exports: [CustodyService],
})
export class CustodyModule {}
