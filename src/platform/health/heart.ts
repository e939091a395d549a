import { stat, writeFile } from 'node:fs/promises';
import { StartupError } from '../startup-error.js';

const everyMs = 10_000;
/** Six beats may be missed, as on a machine that is short of breath. */
const patienceMs = 60_000;

/** Shows through a file's time that a process without an address does its work. */
export class Heart {
  private constructor(private readonly timer: NodeJS.Timeout) {}

  /**
   * Touches the file now, and from then on whenever what the work needs has answered.
   * @throws StartupError when the file cannot be written
   */
  static async start(file: string, answers: () => Promise<unknown>): Promise<Heart> {
    const beat = () => writeFile(file, '');
    await beat().catch((error: NodeJS.ErrnoException) => {
      throw new StartupError(`HEARTBEAT names a file that cannot be written: ${file} (${error.code}).`);
    });
    let asking = false;
    const timer = setInterval(() => {
      if (asking) return;
      asking = true;
      answers()
        .then(beat)
        .catch(() => undefined)
        .finally(() => (asking = false));
    }, everyMs);
    return new Heart(timer.unref());
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Whether the file was touched lately. */
  static async beats(file: string): Promise<boolean> {
    const touched = await stat(file).catch(() => undefined);
    return touched !== undefined && Date.now() - touched.mtimeMs < patienceMs;
  }
}
