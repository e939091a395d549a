import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { basename } from 'node:path';

/** A step failed in a way that its own output explains; `message` says which step. */
export class StepFailed extends Error {
  isExpected = true;

  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a program in a folder, showing what it writes. Throws StepFailed if it fails. Told to end meanwhile, by a terminal or
 * a supervisor, it passes that on once, waits for the program and then gives up with the exit code for that signal.
 */
export async function run(program, args, folder, failure) {
  let told;
  const child = spawn(program, args, { cwd: folder, stdio: 'inherit', shell: program.endsWith('.cmd') });
  const pass = (signal) => {
    if (told) return;
    told = signal;
    child.kill('SIGTERM');
  };
  process.on('SIGINT', pass).on('SIGTERM', pass);
  try {
    const [code, signal] = await new Promise((resolve, reject) => {
      child.on('error', reject).on('close', (...end) => resolve(end));
    });
    if (told) throw new StepFailed('Stopped before Letterbox was ready.', 128 + constants.signals[told]);
    if (code !== 0)
      throw new StepFailed(`${failure}: "${[basename(program), ...args].join(' ')}" ended with ${signal ?? code}.`, 1);
  } catch (error) {
    if (error instanceof StepFailed) throw error;
    throw new StepFailed(`${failure}: ${error.message}.`, 1);
  } finally {
    process.removeListener('SIGINT', pass).removeListener('SIGTERM', pass);
  }
}

/** The program and arguments that run npm: the one that started us, if one did. */
export function npm(...args) {
  const running = process.env.npm_execpath;
  if (running && basename(running).startsWith('npm-cli')) return [process.execPath, [running, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}
