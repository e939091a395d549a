import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { FingerprintsModule } from '../fingerprints/fingerprints.module.js';
import { PlacesModule } from '../places/places.module.js';
import { LettersController, LettersOfClientController } from './letters.controller.js';
import { LettersService } from './letters.service.js';

@Module({
  imports: [AuthModule, ClientsModule, PlacesModule, FingerprintsModule],
  controllers: [LettersOfClientController, LettersController],
  providers: [LettersService],
  exports: [LettersService],
})
export class LettersModule {}
