import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { LettersModule } from '../letters/letters.module.js';
import { DocumentsController, DocumentsOfClientController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';

@Module({
  imports: [ClientsModule, LettersModule],
  controllers: [DocumentsOfClientController, DocumentsController],
  providers: [DocumentsService],
  exports: [DocumentsService],
})
export class DocumentsModule {}
