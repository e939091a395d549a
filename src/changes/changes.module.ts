import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ChangesController } from './changes.controller.js';
import { ChangesService } from './changes.service.js';
import { StreamsService } from './streams.service.js';

/** What happens elsewhere appears on the pages that are open. */
@Module({ imports: [AuthModule], controllers: [ChangesController], providers: [ChangesService, StreamsService] })
export class ChangesModule {}
