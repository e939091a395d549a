import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { LooksController } from './access.controller.js';
import { LooksService } from './looks.service.js';

/** Who looks into case files, and whether they had reason to. */
@Module({ imports: [AuthModule, ClientsModule], controllers: [LooksController], providers: [LooksService] })
export class AccessModule {}
