import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Configuration } from '../config/configuration.js';
import { StartupError } from '../startup-error.js';
import { MasterKeys, parseMasterKey } from './master-keys.js';

/**
 * `master.key` of a data directory: one key a line, in base64. Usually one; while the master key is being changed the new
 * one and, below it, the former one. Written whole or not at all, and on the disk before anything is wrapped with it.
 */
export class MasterKeyFile {
  readonly path: string;

  constructor(dataDir: string) {
    this.path = join(dataDir, 'master.key');
  }

  static newKey(): Buffer {
    return randomBytes(32);
  }

  /** `undefined` where there is no file. @throws StartupError when it is damaged or closed to us */
  read(): Buffer[] | undefined {
    try {
      const lines = readFileSync(this.path, 'utf8').trim().split(/\s+/);
      return lines.map((line) => parseMasterKey(line));
    } catch (error) {
      if (error instanceof StartupError)
        throw new StartupError(`${this.path} is damaged: it must hold 32 bytes in base64. Restore it from your copy.`);
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new StartupError(`${this.path} cannot be read: give this account access to it.`);
    }
  }

  /** Makes the file with a new key (mode 0600). @throws StartupError also where there is one already */
  make(): Buffer {
    const key = MasterKeyFile.newKey();
    this.place([key], (draft) => linkSync(draft, this.path));
    return key;
  }

  /** Puts these keys in place of what the file holds. @throws StartupError */
  replace(keys: Buffer[]): void {
    this.place(keys, (draft) => {
      // A command run as root leaves the file to whom it belongs.
      const { uid, gid } = statSync(this.path);
      if (process.getuid?.() === 0) chownSync(draft, uid, gid);
      renameSync(draft, this.path);
    });
  }

  private place(keys: Buffer[], put: (draft: string) => void): void {
    const folder = dirname(this.path);
    const draft = `${this.path}.${randomBytes(6).toString('hex')}`;
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const text = keys.map((key) => `${key.toString('base64')}\n`).join('');
      writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true });
      put(draft);
      settle(folder);
    } catch {
      throw new StartupError(
        `${this.path} cannot be written: make the folder writable for this account or set DATA_DIR.`,
      );
    } finally {
      rmSync(draft, { force: true });
    }
  }
}

function settle(folder: string): void {
  // Windows cannot sync a folder.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The master keys that the environment gives, if it does. @throws StartupError when one is malformed */
export function givenMasterKeys({
  masterKey,
  masterKeyPrevious,
}: Pick<Configuration, 'masterKey' | 'masterKeyPrevious'>): MasterKeys | undefined {
  if (masterKey === undefined) return undefined;
  const previous = masterKeyPrevious === undefined ? [] : [parseMasterKey(masterKeyPrevious, 'MASTER_KEY_PREVIOUS')];
  return new MasterKeys([parseMasterKey(masterKey), ...previous]);
}

/**
 * The master keys kept in the data directory, where one is made at the first start.
 * @param isSealed whether the database was sealed with a key already: then none is made
 * @throws StartupError
 */
export function masterKeysIn(dataDir: string, isSealed: boolean, log: (line: string) => void): MasterKeys {
  const file = new MasterKeyFile(dataDir);
  const readAgain = () => file.read() ?? [];
  const found = file.read();
  if (found) return new MasterKeys(found, readAgain);
  if (isSealed)
    throw new StartupError(
      `${file.path} is missing, and without it what is in the database cannot be read. Put back your copy of it, or give MASTER_KEY_FILE; nothing was changed.`,
    );
  const key = file.make();
  log(
    `Made the master key ${file.path}. Keep a copy of it away from this machine: without it sealed data cannot be read.`,
  );
  return new MasterKeys([key], readAgain);
}
