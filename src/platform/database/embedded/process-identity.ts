import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where process numbers mean the same thing: one boot of one machine and, on Linux, one process namespace. */
export interface Machine {
  host: string;
  boot: string;
  processNamespace: string;
}

/** The machine this process runs on. */
export function thisMachine(): Machine {
  return {
    host: hostname(),
    boot: quietly(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    processNamespace: quietly(() => readlinkSync('/proc/self/ns/pid')),
  };
}

/**
 * When the process with this number started: `undefined` if there is none (a zombie counts as none), `''` if it lives
 * but its start is unknown. A number together with its start names a process even after the number was given away again.
 */
export function startOf(pid: number): string | undefined {
  if (!isSignallable(pid)) return undefined;
  if (process.platform === 'linux') return startOnLinux(pid);
  if (process.platform === 'win32') return '';
  return quietly(() => execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim());
}

function isSignallable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startOnLinux(pid: number): string | undefined {
  const stat = quietly(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (stat === '') return '';
  // The second field, the name, may itself hold blanks and parentheses: count from the last one.
  const [state = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return 'ZX'.includes(state) ? undefined : (rest[18] ?? '');
}

function quietly(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
