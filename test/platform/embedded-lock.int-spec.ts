import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { query, Workshop } from './embedded-process.js';

interface Lock {
  pid: number;
  started: string;
  machine: { host: string; boot: string; processNamespace: string };
}

describe('the lock on a data directory', () => {
  let workshop: Workshop;
  let dataDir: string;

  beforeAll(async () => {
    workshop = await Workshop.open();
    dataDir = workshop.dataDir();
  });

  afterAll(() => workshop.close());

  const lockFile = () => join(dataDir, 'letterbox.lock');
  const readLock = async () => JSON.parse(await readFile(lockFile(), 'utf8')) as Lock;
  const writeLock = (lock: Lock) => writeFile(lockFile(), JSON.stringify(lock));

  /** Leaves the directory as a killed process does, with its lock and its server still there. */
  const leaveBehind = async () => {
    const killed = workshop.start({ dataDir });
    await killed.ready();
    await killed.end('SIGKILL');
  };

  it('refuses a second process, says in one line who holds it, and harms nothing', async () => {
    const first = workshop.start({ dataDir, address: 'http://127.0.0.1:3000' });
    const { appUrl } = await first.ready();
    const second = workshop.start({ dataDir });
    expect(await second.ended).toBe(1);
    expect(second.output.trim().split('\n')).toHaveLength(1);
    expect(second.output).toMatch(
      new RegExp(
        `REFUSED ${dataDir} is in use by Letterbox process ${first.pid} at http://127.0.0.1:3000, running since`,
      ),
    );
    await expect(query(appUrl, 'SELECT 1')).resolves.toHaveLength(1);
    expect(await first.end('SIGTERM')).toBe(0);
    await expect(stat(lockFile())).rejects.toThrow('ENOENT');
  });

  it('lets one of several simultaneous first starts through', async () => {
    const dataDir = workshop.dataDir();
    const all = Array.from({ length: 4 }, () => workshop.start({ dataDir }));
    const winner = await Promise.any(all.map(async (started) => (await started.ready(), started)));
    for (const loser of all.filter((started) => started !== winner)) {
      expect(await loser.ended).toBe(1);
      expect(loser.output).toContain(`REFUSED ${dataDir} is in use by Letterbox process ${winner.pid}`);
    }
    expect(await winner.end('SIGTERM')).toBe(0);
  });

  it('lets one of several through that find the lock of a dead process', async () => {
    await leaveBehind();
    const all = Array.from({ length: 4 }, () => workshop.start({ dataDir }));
    const winner = await Promise.any(all.map(async (started) => (await started.ready(), started)));
    for (const loser of all.filter((started) => started !== winner)) expect(await loser.ended).toBe(1);
    expect(await winner.end('SIGTERM')).toBe(0);
  });

  it('is free when its process is dead and another one has got its number', async () => {
    await leaveBehind();
    const lock = await readLock();
    await writeLock({ ...lock, pid: process.pid });
    const next = workshop.start({ dataDir });
    await next.ready();
    expect(await next.end('SIGTERM')).toBe(0);
  });

  it('is free when it was cut short by a power failure', async () => {
    await leaveBehind();
    await writeFile(lockFile(), '');
    const next = workshop.start({ dataDir });
    await next.ready();
    expect(await next.end('SIGTERM')).toBe(0);
  });

  it('holds against another machine for as long as its holder gives signs of life', async () => {
    const first = workshop.start({ dataDir });
    await first.ready();
    const lock = await readLock();
    const elsewhere = { ...lock, pid: 1, machine: { ...lock.machine, host: `not-${hostname()}` } };
    await writeLock(elsewhere);
    const second = workshop.start({ dataDir });
    expect(await second.ended).toBe(1);
    expect(second.output).toContain(`process 1 on not-${hostname()}`);

    await first.end('SIGKILL');
    await writeLock(elsewhere);
    const third = workshop.start({ dataDir });
    await third.ready();
    expect(await third.end('SIGTERM')).toBe(0);
  });

  it('waits for a process that is stopping', async () => {
    const first = workshop.start({ dataDir });
    await first.ready();
    first.child.kill('SIGTERM');
    const second = workshop.start({ dataDir });
    await second.ready();
    expect(await first.ended).toBe(0);
    expect(await second.end('SIGTERM')).toBe(0);
  });
});
