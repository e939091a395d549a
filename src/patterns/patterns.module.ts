import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { OrganizationsModule } from '../organizations/organizations.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { NewsController } from './news/news.controller.js';
import { NewsService } from './news/news.service.js';
import { WatchService } from './news/watch.service.js';
import { PatternLedgerService } from './pattern-ledger.service.js';
import { PatternsController } from './patterns.controller.js';
import { PatternsService } from './patterns.service.js';
import { MonthlyBookService } from './pictures/monthly-book.service.js';
import { PicturesController } from './pictures/pictures.controller.js';
import { PicturesService } from './pictures/pictures.service.js';
import { ReleasableReportsService } from './release/releasable-reports.service.js';
import { ReleasesController } from './release/releases.controller.js';
import { ReleasesService } from './release/releases.service.js';
import { ReportsService } from './reports/reports.service.js';

@Module({
  imports: [AuthModule, OrganizationsModule, RemindersModule],
  controllers: [ReleasesController, NewsController, PicturesController, PatternsController],
  providers: [
    PatternLedgerService,
    PatternsService,
    ReportsService,
    ReleasableReportsService,
    ReleasesService,
    PicturesService,
    NewsService,
    MonthlyBookService,
    WatchService,
  ],
  exports: [PatternLedgerService, ReportsService],
})
export class PatternsModule {}
