import { Works } from '../platform/database/works.js';
import { NewsService } from '../patterns/news/news.service.js';
import { PatternLedgerService } from '../patterns/pattern-ledger.service.js';
import { type Beside, besideServer, say } from './beside.js';

/**
 * `npm run patterns -- rebuild` makes the pattern ledger of every organisation anew from the records that are there;
 * `npm run patterns -- watch` looks for what is new at once, not at the next hour.
 */
const usage = 'npm run patterns -- rebuild | watch';

async function forEach(
  { app }: Beside,
  act: (organizationId: string, works: Works) => Promise<string>,
): Promise<number> {
  const works = app.get(Works);
  for (const organizationId of await works.organizationIds())
    say(`Organisation ${organizationId}: ${await act(organizationId, works)}`);
  return 0;
}

const commands: Record<string, (beside: Beside) => Promise<number>> = {
  rebuild: (beside) =>
    forEach(beside, async (id, works) => {
      await works.run(id, (work) => beside.app.get(PatternLedgerService).rebuild(work));
      return 'the pattern ledger was made anew.';
    }),
  watch: (beside) =>
    forEach(beside, async (id, works) => {
      const found = await works.run(id, (work) => beside.app.get(NewsService).watch(work));
      return `${found} new thing(s) in the figures of this week.`;
    }),
};

const command = process.argv.length === 3 ? commands[process.argv[2]!] : undefined;
if (command) await besideServer(command);
else {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 1;
}
