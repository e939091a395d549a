import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere } from './data-directory.js';
import { startOf } from './process-identity.js';

/** What a server writes about itself into its cluster. */
export interface Postmaster {
  pid: number;
  port: number;
  /** `starting`, `ready`, `stopping`; empty before the first of them. */
  status: string;
}

/** Path of the file in which a server, alive or dead, left its particulars. */
export const postmasterFile = (folder: string): string => join(folder, 'postmaster.pid');

/** Reads the file; `undefined` if there is none or it is still being written. */
export async function readPostmaster(folder: string): Promise<Postmaster | undefined> {
  const lines = (await readIfThere(postmasterFile(folder)))?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
}

/**
 * Whether the process with this number lives and serves this very cluster. A server works in its cluster's folder, so on
 * Linux its working directory proves it; elsewhere its command line must name the folder.
 */
export async function serves(pid: number, folder: string): Promise<boolean> {
  if (startOf(pid) === undefined) return false;
  if (process.platform === 'linux') {
    const [there, here] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => undefined), stat(folder)]);
    return there !== undefined && there.dev === here.dev && there.ino === here.ino;
  }
  if (process.platform === 'win32') return true;
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(folder);
  } catch {
    return false;
  }
}
