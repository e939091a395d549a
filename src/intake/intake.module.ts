import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/appointments.module.js';
import { ArrestsModule } from '../arrests/arrests.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { FingerprintsModule } from '../fingerprints/fingerprints.module.js';
import { LettersModule } from '../letters/letters.module.js';
import { IntakeController } from './intake.controller.js';
import { IntakeService } from './intake.service.js';

@Module({
  imports: [ClientsModule, ArrestsModule, FingerprintsModule, LettersModule, AppointmentsModule],
  controllers: [IntakeController],
  providers: [IntakeService],
  exports: [IntakeService],
})
export class IntakeModule {}
