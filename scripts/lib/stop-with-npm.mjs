import { readFileSync } from 'node:fs';
import { constants } from 'node:os';

const SHELLS = new Set(['sh', 'dash', 'bash', 'ash', 'busybox', 'zsh', 'ksh']);

/**
 * Started by npm, we end when npm is gone: it runs us through a shell that passes no signal on, so that one sent to npm
 * ends npm and the shell at most. Started in any other way we outlive our parent, as under nohup.
 */
export function stopWithNpm(everyMs = 250) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const line = lineage();
  let told = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      told = true;
      // With nobody else to hear it, a signal means what it means without us.
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
  }
  const watch = setInterval(() => {
    if (lineage() === line) return;
    clearInterval(watch);
    // A signal to the whole group reached us as well as npm: a second one could cut the clean end short.
    if (!told) process.kill(process.pid, 'SIGTERM');
  }, everyMs);
  watch.unref();
}

/** The numbers of the processes between us and npm, npm's last. Some shells put npm's child in their own place. */
function lineage() {
  const parent = process.ppid;
  // The name stands in parentheses, the parent two fields after it. Without /proc we look no further than our parent.
  const [, name, grandparent] = /\((.*)\) \S (\d+)/.exec(readQuietly(`/proc/${parent}/stat`)) ?? [];
  return SHELLS.has(name) ? `${parent} ${grandparent}` : `${parent}`;
}

function readQuietly(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
