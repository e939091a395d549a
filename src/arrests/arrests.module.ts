import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { ArrestsController, ArrestsOfClientController } from './arrests.controller.js';
import { ArrestsService } from './arrests.service.js';

@Module({
  imports: [AuthModule, ClientsModule],
  controllers: [ArrestsOfClientController, ArrestsController],
  providers: [ArrestsService],
  exports: [ArrestsService],
})
export class ArrestsModule {}
