import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, pino } from 'pino';

export type Log = ReturnType<typeof makeLog>;

/**
 * Structured log lines on standard output (or another destination, in tests). Callers hand over names of things, counts
 * and ids of requests; never a name of a person, a number, a token, a body, or the text of a database error.
 */
export function makeLog(level: string, destination: DestinationStream = pino.destination(1)) {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
}

/** Nest's own lines (module start and the like) through the same log; only warnings and errors are worth a line. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: Log) {}

  log(message: unknown, context?: unknown): void {
    this.write('debug', message, context);
  }

  private write(level: 'info' | 'warn' | 'error' | 'debug', message: unknown, context?: unknown): void {
    const part = typeof context === 'string' ? context : undefined;
    this.lines[level]({
      ...(part ? { part } : {}),
      ...(typeof message === 'object' && message !== null ? message : { message: String(message) }),
    });
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message instanceof Error ? { kind: message.name } : message, rest.at(-1));
  }

  warn(message: unknown, context?: unknown): void {
    this.write('warn', message, context);
  }

  debug(message: unknown, context?: unknown): void {
    this.write('debug', message, context);
  }

  verbose(): void {}
}
