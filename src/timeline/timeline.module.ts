import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/appointments.module.js';
import { ArrestsModule } from '../arrests/arrests.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { CustodyModule } from '../custody/custody.module.js';
import { FingerprintsModule } from '../fingerprints/fingerprints.module.js';
import { LettersModule } from '../letters/letters.module.js';
import { HoldingsService } from './holdings.service.js';
import { TimelineController } from './timeline.controller.js';
import { TimelineService } from './timeline.service.js';
import { WholeFileService } from './whole-file.service.js';

@Module({
  imports: [
    AuthModule,
    ClientsModule,
    ArrestsModule,
    FingerprintsModule,
    LettersModule,
    AppointmentsModule,
    CustodyModule,
  ],
  controllers: [TimelineController],
  providers: [TimelineService, HoldingsService, WholeFileService],
  exports: [TimelineService],
})
export class TimelineModule {}
