import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const DIST = join(import.meta.dirname, '../../dist/src');

/** A folder of its own and the processes of the built program that run in it; all of it goes away at the end. */
export class Workshop {
  private readonly started: LetterboxProcess[] = [];

  private constructor(readonly path: string) {}

  static async open(): Promise<Workshop> {
    return new Workshop(await mkdtemp(join(tmpdir(), 'letterbox-run-')));
  }

  /** Starts the program with this environment and nothing of ours; its current folder is the workshop's. */
  start(environment: Record<string, string>): LetterboxProcess {
    return this.run('main.js', [], environment);
  }

  /** Starts one of the program's commands, such as `cli/keys.js`. */
  run(script: string, words: string[], environment: Record<string, string>): LetterboxProcess {
    const env = { PATH: process.env.PATH, LOG_LEVEL: 'warn', REQUIRE_SECOND_FACTOR: 'false', ...environment };
    const child = spawn(process.execPath, [join(DIST, script), ...words], {
      cwd: this.path,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const process_ = new LetterboxProcess(child);
    this.started.push(process_);
    return process_;
  }

  /** Ends what still runs, also the database servers of killed processes in data directories below the workshop. */
  async close(...dataDirs: string[]): Promise<void> {
    for (const { child, isRunning } of this.started) if (isRunning) child.kill('SIGKILL');
    await Promise.all(this.started.map(({ ended }) => ended));
    for (const dataDir of dataDirs) {
      const pid = await postgresPid(dataDir);
      if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGKILL');
    }
    await rm(this.path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

export class LetterboxProcess {
  stdout = '';
  stderr = '';
  /** The exit code, or null after a signal that it did not handle. */
  readonly ended: Promise<number | null>;
  private over = false;

  constructor(readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = new Promise((resolve) =>
      child.on('close', (code) => {
        this.over = true;
        resolve(code);
      }),
    );
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Waits until a whole line on standard output matches; answers the first group of it. */
  async prints(pattern: RegExp): Promise<string> {
    for (;;) {
      const lines = this.stdout.split('\n').slice(0, -1);
      const match = lines.map((line) => pattern.exec(line)).find(Boolean);
      if (match) return match[1] ?? '';
      if (this.over) throw new Error(`Ended without printing ${pattern}:\n${this.stdout}${this.stderr}`);
      await sleep(10);
    }
  }

  /** Waits until it serves, or works. */
  async ready(): Promise<this> {
    await this.prints(/^Letterbox is ready at|^The worker is ready/);
    return this;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** What the API answered; a test knows what it asked for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answered = any;

export interface Answer {
  status: number;
  body: Answered;
  headers: Headers;
}

/** Somebody who asks the API of one process, signed in or not. */
export class Caller {
  constructor(
    private readonly port: number,
    readonly cookie?: string,
  ) {}

  /** The same person at another process. */
  at(port: number): Caller {
    return new Caller(port, this.cookie);
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('POST', path, body, headers);
  }

  put(path: string, version: number, body: object): Promise<Answer> {
    return this.ask('PUT', path, body, { 'if-match': `"${version}"` });
  }

  private async ask(method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${this.port}/api${path}`, {
      method,
      headers: {
        // A connection per request, so that none outlives its process.
        connection: 'close',
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...more,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers };
  }

  /** Signs in and answers the one who is. */
  async signIn(email: string, password: string): Promise<Caller> {
    const { status, headers } = await this.post('/auth/login', { email, password });
    if (status !== 200) throw new Error(`Sign-in answered ${status}.`);
    return new Caller(this.port, headers.get('set-cookie')!.split(';')[0]);
  }

  /** An administrator makes a user, who signs in here. */
  async colleague(role: string): Promise<Caller & { id: string }> {
    const email = `${role}-${Math.random().toString(36).slice(2)}@example.org`;
    const password = 'correct horse battery staple';
    const { status, body } = await this.post('/users', { displayName: `A ${role}`, email, role, password });
    if (status !== 201) throw new Error(`Making a user answered ${status}.`);
    return Object.assign(await new Caller(this.port).signIn(email, password), { id: body.id as string });
  }
}

/** One whole page about somebody with this name: file, arrest, print, letter, appointment. */
export function anIntake(legalName: string, placeId: string, appointment: object = {}): object {
  return {
    client: { legalName, county: 'bronx' },
    arrest: { arrestedOn: '2018-02-12', agency: 'nypd', chargeLevel: 'misdemeanor_a' },
    fingerprintEvent: { takenOn: '2018-02-12', reason: 'arrest', agency: 'nypd' },
    letter: {
      receivedOn: '2018-02-28',
      letterDatedOn: '2018-02-26',
      evidenceGrade: 'seen_original',
      reportingPlaceId: placeId,
      reportAt: '2018-03-08T14:00:00Z',
    },
    appointment,
  };
}

/** The number of the database server that runs, or ran, on this data directory. */
export async function postgresPid(dataDir: string): Promise<number | undefined> {
  const text = await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number(text.split('\n')[0]);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
