import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { PlacesModule } from '../places/places.module.js';
import { CustodyEventsController, CustodyEventsOfClientController } from './custody.controller.js';
import { CustodyService } from './custody.service.js';

@Module({
  imports: [AuthModule, ClientsModule, PlacesModule],
  controllers: [CustodyEventsOfClientController, CustodyEventsController],
  providers: [CustodyService],
  exports: [CustodyService],
})
export class CustodyModule {}
