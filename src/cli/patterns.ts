import { Works } from '../platform/database/works.js';
import { PatternLedgerService } from '../patterns/pattern-ledger.service.js';
import { besideServer, say } from './beside.js';

/** `npm run patterns -- rebuild` makes the pattern ledger of every organisation anew from the records that are there. */
const usage = 'npm run patterns -- rebuild';

if (process.argv[2] !== 'rebuild' || process.argv.length > 3) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 1;
} else {
  await besideServer(async ({ app }) => {
    const works = app.get(Works);
    for (const organizationId of await works.organizationIds()) {
      await works.run(organizationId, (work) => app.get(PatternLedgerService).rebuild(work));
      say(`Organisation ${organizationId}: the pattern ledger was made anew.`);
    }
    return 0;
  });
}
