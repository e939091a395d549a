import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Works } from '../platform/database/works.js';
import { TextStopsService } from './text-stops.service.js';

/**
 * Numbers that said STOP where this organisation could not hear it: before it was made, or to the carrier of another.
 * Asked of every other organisation by its own index just before a text message goes out, so that nothing is kept
 * that shows two of them to know one number. The one that asks learns no more than the carrier would have told it:
 * that the number wants no texts.
 */
@Injectable()
export class StopsElsewhereService {
  private readonly logger = new Logger('reminders');

  constructor(
    private readonly works: Works,
    private readonly stops: TextStopsService,
    private readonly clock: Clock,
  ) {}

  /** Those of the numbers that want no more text messages. */
  async among(organizationId: string, numbers: string[]): Promise<Set<string>> {
    const stopped = new Set<string>();
    if (numbers.length === 0) return stopped;
    for (const other of await this.works.organizationIds()) {
      if (other === organizationId || !this.stops.mayHaveStops(other, this.clock.now())) continue;
      try {
        const found = await this.works.run(other, (work) => this.stops.stoppedAmong(work, numbers));
        for (const number of found) stopped.add(number);
      } catch (error) {
        // The trouble of one organisation, as with its keys, must not keep the messages of all others from going out.
        this.logger.error({
          message: 'stops could not be asked for',
          organizationId: other,
          kind: (error as Error).name,
        });
      }
    }
    return stopped;
  }
}
