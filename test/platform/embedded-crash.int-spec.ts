import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gone, isAlive, query, serverPid, Workshop } from './embedded-process.js';

describe('an embedded PostgreSQL whose process is interrupted', () => {
  let workshop: Workshop;
  let dataDir: string;

  beforeAll(async () => {
    workshop = await Workshop.open();
    dataDir = workshop.dataDir();
  });

  afterAll(() => workshop.close());

  it('is taken over with its data after the process was killed outright', async () => {
    const killed = workshop.start({ dataDir, durable: true });
    const { ownerUrl } = await killed.ready();
    await query(ownerUrl, 'CREATE TABLE letter AS SELECT 1 AS id');
    const left = await serverPid(dataDir);
    await killed.end('SIGKILL');
    expect(isAlive(left)).toBe(true);

    const next = workshop.start({ dataDir });
    const urls = await next.ready();
    expect(next.output).toContain(`an earlier run left behind (process ${left})`);
    await gone(left);
    expect(await query(urls.ownerUrl, 'SELECT id FROM letter')).toEqual([{ id: 1 }]);
    expect(await next.end('SIGTERM')).toBe(0);
  });

  it('recovers its data after the process and the server were both killed', async () => {
    const killed = workshop.start({ dataDir, durable: true });
    const { ownerUrl } = await killed.ready();
    await query(ownerUrl, 'CREATE TABLE recovered AS SELECT 1 AS id');
    const server = await serverPid(dataDir);
    await killed.end('SIGKILL');
    process.kill(server ?? 0, 'SIGKILL');
    await gone(server);

    const next = workshop.start({ dataDir });
    const urls = await next.ready();
    expect(await query(urls.ownerUrl, 'SELECT id FROM recovered')).toEqual([{ id: 1 }]);
    expect(await next.end('SIGTERM')).toBe(0);
  });

  it('leaves a process alone that got the number of the dead server', async () => {
    const killed = workshop.start({ dataDir });
    await killed.ready();
    const server = await serverPid(dataDir);
    await killed.end('SIGKILL');
    process.kill(server ?? 0, 'SIGKILL');
    await gone(server);
    const bystander = workshop.start({ dataDir: workshop.dataDir('bystander') });
    await bystander.ready();
    const file = join(dataDir, 'postgres/postmaster.pid');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(bystander.pid)));

    const next = workshop.start({ dataDir });
    await next.ready();
    expect(isAlive(bystander.pid)).toBe(true);
    expect(await next.end('SIGTERM')).toBe(0);
    expect(await bystander.end('SIGTERM')).toBe(0);
  });

  it('is made anew after the process was killed while making it', async () => {
    const dataDir = workshop.dataDir();
    const killed = workshop.start({ dataDir });
    await killed.prints('Making the database');
    await killed.end('SIGKILL');
    const left = await readdir(dataDir);
    expect(left).not.toContain('postgres');

    const next = workshop.start({ dataDir });
    const { appUrl } = await next.ready();
    await expect(query(appUrl, 'SELECT 1')).resolves.toHaveLength(1);
    expect((await readdir(dataDir)).filter((name) => name.startsWith('postgres.new-'))).toEqual([]);
    expect(await next.end('SIGTERM')).toBe(0);
    await expectTidy(workshop, dataDir);
  });

  it('keeps, out of the way, what stands in its place without being a cluster', async () => {
    const dataDir = workshop.dataDir();
    await mkdir(join(dataDir, 'postgres/base'), { recursive: true });
    await writeFile(join(dataDir, 'postgres/base/note'), 'mine');
    const started = workshop.start({ dataDir });
    await started.ready();
    const [aside = ''] = (await readdir(dataDir)).filter((name) => name.startsWith('postgres.incomplete-'));
    expect(await readFile(join(dataDir, aside, 'base/note'), 'utf8')).toBe('mine');
    expect(await started.end('SIGTERM')).toBe(0);
  });

  it('ends when the process ends without stopping it', async () => {
    const started = workshop.start({ dataDir });
    await started.ready();
    const server = await serverPid(dataDir);
    expect(await started.end('SIGUSR2')).toBe(3);
    await gone(server);
    await expectTidy(workshop, dataDir);
  });

  it("outlives a terminal's Ctrl-C until the process itself stops it", async () => {
    const started = workshop.start({ dataDir, deafToInterrupts: true });
    const { appUrl } = await started.ready();
    // A terminal sends the signal to every process of the group, as this does.
    process.kill(-started.pid, 'SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect(query(appUrl, 'SELECT 1')).resolves.toHaveLength(1);
    expect(await started.end('SIGTERM')).toBe(0);
  });

  it('leaves nothing in the temporary folder, whether it starts or fails to', async () => {
    const started = workshop.start({ dataDir });
    await started.ready();
    expect(await started.end('SIGTERM')).toBe(0);
    const refused = workshop.start({ dataDir, port: 1 });
    expect(await refused.ended).toBe(1);
    expect(refused.output).toContain('port 1 on 127.0.0.1');
    await expectTidy(workshop, dataDir);
  });
});

async function expectTidy(workshop: Workshop, dataDir: string): Promise<void> {
  expect(await readdir(workshop.tmp)).toEqual([]);
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres-passwords.json', 'postgres.log']);
  await expect(stat(join(dataDir, 'postgres/postmaster.pid'))).rejects.toThrow('ENOENT');
}
