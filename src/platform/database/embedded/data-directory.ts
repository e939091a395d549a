import { randomUUID } from 'node:crypto';
import { chown, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StartupError } from '../../startup-error.js';

/** The folder that holds all that this installation keeps. */
export class DataDirectory {
  readonly cluster: string;
  readonly passwords: string;
  readonly serverLog: string;
  readonly lock: string;

  private constructor(readonly path: string) {
    this.cluster = join(path, 'postgres');
    this.passwords = join(path, 'postgres-passwords.json');
    this.serverLog = join(path, 'postgres.log');
    this.lock = join(path, 'letterbox.lock');
  }

  /** Makes the folder (readable by its owner alone) if it is absent. Throws StartupError if it cannot be made or is no folder. */
  static async open(path: string): Promise<DataDirectory> {
    try {
      await mkdir(path, { recursive: true, mode: 0o700 });
      return new DataDirectory(await realpath(path));
    } catch (error) {
      throw explained(error, resolve(path));
    }
  }

  /** Writes a file that only the folder's owner may read, whole or not at all. */
  async writePrivately(path: string, text: string): Promise<void> {
    const draft = `${path}.${randomUUID()}`;
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await this.giveToOwner(draft);
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw explained(error, this.path);
    }
  }

  /** Started once as root in somebody's folder, what we leave there must stay theirs to read. */
  async giveToOwner(path: string): Promise<void> {
    if (process.getuid?.() !== 0) return;
    const { uid, gid } = await stat(this.path);
    await chown(path, uid, gid);
  }
}

/** The file's text, or `undefined` if there is no such file. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw explained(error, path);
  }
}

/** The StartupError for what the file system refused, or the error itself where we know nothing better to say. */
export function explained(error: unknown, path: string): unknown {
  const advice = ADVICE[(error as NodeJS.ErrnoException).code ?? ''];
  return advice ? new StartupError(advice(path), { cause: error }) : error;
}

const forbidden = (path: string) =>
  `${path} cannot be read or written by the account that runs Letterbox; give the folder to that account or set DATA_DIR to another one.`;
const noFolder = (path: string) =>
  `${path} cannot be a folder because a file stands in its way; set DATA_DIR to another folder.`;

const ADVICE: Record<string, (path: string) => string> = {
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: (path) => `${path} lies on a read-only file system; set DATA_DIR to a folder that can be written.`,
  ENOSPC: (path) => `The disk that holds ${path} is full; free some space or set DATA_DIR to a folder on another disk.`,
  EDQUOT: (path) => `The disk quota for ${path} is used up; free some space or set DATA_DIR to another folder.`,
  ENOENT: (path) => `${path} cannot be made; set DATA_DIR to a folder on a disk that is mounted and can be written.`,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
};
