import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Anchor, AnchorFile, anchorOf, anchorsIn, anchorText } from '../audit/anchors.js';
import { SealingService } from '../audit/sealing.service.js';
import { type Verdict, VerificationService } from '../audit/verification.service.js';
import { Works } from '../platform/database/works.js';
import { StartupError } from '../platform/startup-error.js';
import { type Beside, besideServer, say } from './beside.js';

/**
 * `npm run audit -- verify [--organization <id>] [--expect <anchor or file of anchors>]...` looks whether the audit is as
 * it was sealed, and ends with 1 where it is not. `seal` seals at once what a worker would seal within a minute, and prints
 * the anchors. `accept` takes the audit as it stands for what the data directory's anchors are to say, after a backup was
 * put back.
 */
const usage = `npm run audit -- verify [--organization <id>] [--expect <anchor or file>]
npm run audit -- seal [--organization <id>]
npm run audit -- accept [--organization <id>]`;

interface Asked {
  organizations: string[];
  expected: Anchor[];
}

const commands: Record<string, (beside: Beside, asked: Asked) => Promise<number>> = { verify, seal, accept };

async function verify({ app, configuration }: Beside, { organizations, expected }: Asked): Promise<number> {
  const kept = await new AnchorFile(configuration.dataDir).read();
  const anchors = [...expected, ...kept.values()];
  const verdicts: Verdict[] = [];
  for (const id of organizations) {
    const verdict = await app.get(VerificationService).verify(
      id,
      anchors.filter(({ organizationId }) => organizationId === id),
    );
    verdicts.push(verdict);
    tell(verdict);
  }
  const known = new Set(await app.get(Works).organizationIds());
  const lost = [...new Set(anchors.map(({ organizationId }) => organizationId).filter((id) => !known.has(id)))];
  for (const id of lost) say(`Organisation ${id}: there is an anchor of its audit, but no such organisation any more.`);
  return lost.length > 0 || verdicts.some(({ trouble }) => trouble) ? 1 : 0;
}

function tell({ organizationId, trouble, batches, lines, newest, unsealed }: Verdict): void {
  if (trouble) {
    say(`Organisation ${organizationId}: THE AUDIT DOES NOT FIT ITS SEALS. ${trouble}`);
    say(`  ${batches} batches with ${lines} lines before that fit.`);
    return;
  }
  say(`Organisation ${organizationId}: the audit fits its seals (${batches} batches, ${lines} lines).`);
  if (unsealed.oldest)
    say(
      `  ${unsealed.lines} newer lines are not sealed yet, the oldest of ${unsealed.oldest.toISOString()}. A worker seals every minute.`,
    );
  if (newest)
    say(`  Sealed ${newest.sealedAt.toISOString()}. Anchor to keep elsewhere: ${anchorText(anchorOf(newest))}`);
}

async function seal({ app }: Beside, { organizations }: Asked): Promise<number> {
  for (const id of organizations) {
    const seals = await app.get(SealingService).seal(id);
    const lines = seals.reduce((sum, one) => sum + one.lines, 0);
    const newest = await app.get(VerificationService).newestOf(id);
    say(`Organisation ${id}: ${lines} lines sealed.${newest ? ` ${anchorText(anchorOf(newest))}` : ''}`);
  }
  return 0;
}

async function accept({ app, configuration }: Beside, { organizations }: Asked): Promise<number> {
  const file = new AnchorFile(configuration.dataDir);
  const anchors = await file.read();
  for (const id of organizations) {
    const verdict = await app.get(VerificationService).verify(id, []);
    tell(verdict);
    if (verdict.trouble) return 1;
    if (verdict.newest) anchors.set(id, anchorOf(verdict.newest));
    else anchors.delete(id);
  }
  await file.write(anchors);
  say('The anchors in the data directory are those of the audit as it stands.');
  return 0;
}

function expectedIn(given: string[]): Anchor[] {
  return given.flatMap((one) => {
    const anchors = anchorsIn(existsSync(one) ? readFileSync(one, 'utf8') : one);
    if (anchors.length === 0)
      throw new StartupError(`--expect wants an anchor (letterbox-audit:1:...) or a file with some, one a line.`);
    return anchors;
  });
}

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { organization: { type: 'string' }, expect: { type: 'string', multiple: true } },
    });
  } catch {
    return undefined;
  }
}

const given = asked();
const command = commands[given?.positionals[0] ?? ''];
if (!given || !command) {
  say(usage);
  process.exitCode = 2;
} else {
  await besideServer(async (beside) => {
    const { organization, expect } = given.values;
    const all = await beside.app.get(Works).organizationIds();
    if (organization && !all.includes(organization))
      throw new StartupError(`There is no organisation ${organization} in this database.`);
    return command(beside, { organizations: organization ? [organization] : all, expected: expectedIn(expect ?? []) });
  });
}
