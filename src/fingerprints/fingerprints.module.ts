import { Module } from '@nestjs/common';
import { ArrestsModule } from '../arrests/arrests.module.js';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { FingerprintEventsController, FingerprintEventsOfClientController } from './fingerprints.controller.js';
import { FingerprintsService } from './fingerprints.service.js';

@Module({
  imports: [AuthModule, ClientsModule, ArrestsModule],
  controllers: [FingerprintEventsOfClientController, FingerprintEventsController],
  providers: [FingerprintsService],
  exports: [FingerprintsService],
})
export class FingerprintsModule {}
