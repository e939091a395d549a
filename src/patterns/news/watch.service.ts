import { Injectable, Logger } from '@nestjs/common';
import { Works } from '../../platform/database/works.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { PatternLedgerService } from '../pattern-ledger.service.js';
import { MonthlyBookService } from '../pictures/monthly-book.service.js';
import { NewsService } from './news.service.js';

const everyMs = 3_600_000;

/** Each hour: makes ledgers anew whose columns mean something else since an update, then looks for what is new and whether a month is over. */
@Injectable()
export class WatchService {
  private readonly logger = new Logger('patterns');

  constructor(
    jobs: Jobs,
    private readonly works: Works,
    private readonly ledger: PatternLedgerService,
    private readonly news: NewsService,
    private readonly book: MonthlyBookService,
  ) {
    jobs.handle('patterns.watch', () => this.watchAll());
    jobs.every('patterns.watch', everyMs);
  }

  /** One organisation's trouble does not keep the others waiting. @throws Error when there was any */
  async watchAll(): Promise<void> {
    let failures = 0;
    for (const organizationId of await this.works.organizationIds()) {
      try {
        await this.works.run(organizationId, (work) => this.ledger.keepUp(work));
        await this.works.run(organizationId, (work) => this.news.watch(work));
        await this.works.run(organizationId, (work) => this.book.tell(work));
      } catch (error) {
        failures += 1;
        this.logger.error({ message: 'watching failed', organizationId, kind: (error as Error).name });
      }
    }
    if (failures > 0) throw new Error(`Watching failed for ${failures} organisation(s).`);
  }
}
