import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { link, rename, rm, stat, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../../startup-error.js';
import { type DataDirectory, explained, readIfThere } from './data-directory.js';
import { type Machine, startOf, thisMachine } from './process-identity.js';

interface Holder {
  token: string;
  pid: number;
  started: string;
  machine: Machine;
  since: string;
  address?: string;
  stopping?: boolean;
}

const HEARTBEAT_MS = 1_500;
/** A holder that was just killed needs a moment to be gone; one that says it is stopping gets as long as a clean stop may take. */
const PATIENCE_MS = 1_000;
const PATIENCE_WITH_STOPPING_MS = 60_000;

/**
 * One process at a time in a data directory. The lock is a file that names its holder by process number *and* start, so
 * a number given away again frees it; it appears by `link`, which is atomic and refuses to replace. A holder on another
 * machine or in another container cannot be looked up: it shows that it lives by touching the file.
 */
export class DataDirectoryLock {
  private readonly heartbeat: NodeJS.Timeout;
  private released = false;

  private constructor(
    private readonly directory: DataDirectory,
    private holder: Holder,
  ) {
    this.heartbeat = setInterval(() => void this.touch(), HEARTBEAT_MS).unref();
    process.on('exit', this.releaseNow);
  }

  /** Throws StartupError, naming the holder, if a live process uses the directory. */
  static async take(directory: DataDirectory): Promise<DataDirectoryLock> {
    const mine: Holder = {
      token: randomUUID(),
      pid: process.pid,
      started: startOf(process.pid) ?? '',
      machine: thisMachine(),
      since: new Date().toISOString(),
    };
    const began = Date.now();
    for (;;) {
      if (await claim(directory, mine)) return new DataDirectoryLock(directory, mine);
      const found = await readIfThere(directory.lock);
      if (found === undefined) continue;
      const holder = parse(found);
      if (!holder || !(await isAlive(holder, directory))) {
        await setAside(directory, found);
        continue;
      }
      if (Date.now() - began > (holder.stopping ? PATIENCE_WITH_STOPPING_MS : PATIENCE_MS))
        throw inUse(directory, holder);
      await sleep(100);
    }
  }

  /** Says where this process can be reached; a second start repeats it to its user. */
  async announce(address: string): Promise<void> {
    await this.rewrite({ ...this.holder, address });
  }

  /** Tells a second start that waiting is worth its while. */
  async announceStop(): Promise<void> {
    // On a full disk the stop goes on all the same.
    await this.rewrite({ ...this.holder, stopping: true }).catch(() => undefined);
  }

  /** Frees the directory, if it is still ours. Safe to call twice. */
  readonly releaseNow = (): void => {
    this.released = true;
    clearInterval(this.heartbeat);
    process.removeListener('exit', this.releaseNow);
    try {
      if (parse(readFileSync(this.directory.lock, 'utf8'))?.token === this.holder.token) rmSync(this.directory.lock);
    } catch {
      // Gone already: nothing to free.
    }
  };

  private async rewrite(holder: Holder): Promise<void> {
    if (this.released) return;
    this.holder = holder;
    await this.directory.writePrivately(this.directory.lock, JSON.stringify(holder));
  }

  private async touch(): Promise<void> {
    const now = new Date();
    await utimes(this.directory.lock, now, now).catch(() => undefined);
  }
}

async function claim(directory: DataDirectory, mine: Holder): Promise<boolean> {
  const draft = `${directory.lock}.${mine.token}`;
  await directory.writePrivately(draft, JSON.stringify(mine));
  try {
    await link(draft, directory.lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw explained(error, directory.path);
  } finally {
    await rm(draft, { force: true });
  }
}

async function isAlive(holder: Holder, directory: DataDirectory): Promise<boolean> {
  const here = thisMachine();
  const { host, boot, processNamespace } = holder.machine;
  if (host === here.host && boot !== here.boot) return false;
  if (host !== here.host || processNamespace !== here.processNamespace) return beats(directory);
  const started = startOf(holder.pid);
  if (started === undefined) return false;
  return started === '' || holder.started === '' || started === holder.started;
}

async function beats(directory: DataDirectory): Promise<boolean> {
  const touched = () =>
    stat(directory.lock)
      .then((found) => found.mtimeMs)
      .catch(() => undefined);
  const before = await touched();
  await sleep(HEARTBEAT_MS * 3);
  return before !== (await touched());
}

/**
 * Removes a lock whose holder is dead. Two starts may judge the same dead lock, and the slower one must not remove the
 * lock that the faster one has taken since: `rename` hands the file to one of them, who looks again at what it got.
 */
async function setAside(directory: DataDirectory, judged: string): Promise<void> {
  const aside = `${directory.lock}.${randomUUID()}`;
  try {
    await rename(directory.lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw explained(error, directory.path);
  }
  if ((await readIfThere(aside)) !== judged) await link(aside, directory.lock).catch(() => undefined);
  await rm(aside, { force: true });
}

function parse(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder;
    return typeof holder.pid === 'number' && typeof holder.machine.host === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
}

function inUse(directory: DataDirectory, { pid, machine, since, address }: Holder): StartupError {
  const place = machine.host === thisMachine().host ? '' : ` on ${machine.host}`;
  const at = address ? ` at ${address}` : '';
  return new StartupError(
    `${directory.path} is in use by Letterbox process ${pid}${place}${at}, running since ${since}; use that one, stop it first, or set DATA_DIR to another folder.`,
  );
}
