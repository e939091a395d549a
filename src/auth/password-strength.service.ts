import { Injectable, Logger } from '@nestjs/common';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { Problem } from '../platform/http/problem.js';

/** What zxcvbn says of a password: 0 (guessed at once) to 4, and why. */
interface Judgement {
  score: number;
  warning: string | null;
}

/** What an attacker who knows the person tries first. */
export interface Known {
  displayName?: string | null | undefined;
  email?: string | null | undefined;
  organizationName?: string | null | undefined;
}

/** Of passwords that people choose for themselves: safe from guessing offline for a long while (zxcvbn's 3 of 4). */
const ownLeast = 3;
/** Of passwords that an administrator gives somebody: at least in no list of common or breached ones. */
const givenLeast = 2;
/** The estimate grows faster than the length; what begins strong is strong. */
const longestLooked = 64;
const patienceMs = 8_000;
const idleMs = 20_000;

const library = createRequire(import.meta.url);
const packages = ['core', 'language-common', 'language-en', 'language-es-es'].map((name) =>
  library.resolve(`@zxcvbn-ts/${name}`),
);

/** Runs in a thread of its own; plain JavaScript, since a thread knows no TypeScript. */
const thread = `
const { parentPort, workerData } = require('node:worker_threads');
const [core, common, english, spanish] = workerData.map((path) => require(path));
const zxcvbn = new core.ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary, ...spanish.dictionary },
  graphs: common.adjacencyGraphs,
  translations: english.translations,
});
parentPort.on('message', ({ id, password, known }) => {
  const { score, feedback } = zxcvbn.check(password, known);
  parentPort.postMessage({ id, score, warning: feedback.warning });
});
`;

/**
 * Tells weak and breached passwords from others without asking anybody outside (NIST SP 800-63B-4, 3.1.1.2; OWASP ASVS
 * 6.2). The lists take some 100 MB and an estimate up to seconds, so they live in a thread that is begun when a password
 * is set and ended {@link idleMs} after the last: no other request waits, and the memory comes back.
 */
@Injectable()
export class PasswordStrength {
  private readonly logger = new Logger('passwords');
  private readonly waiting = new Map<number, (judgement: Judgement | undefined) => void>();
  private worker: Worker | undefined;
  private timer: NodeJS.Timeout | undefined;
  private count = 0;

  /** @throws Problem 422 on `field` when a password somebody chose is easy to guess */
  async mustBeStrong(field: string, password: string, known: Known = {}): Promise<void> {
    await this.atLeast(ownLeast, field, password, known);
  }

  /** @throws Problem 422 on `field` when a password an administrator gave stands in the lists */
  async mustNotBeCommon(field: string, password: string, known: Known = {}): Promise<void> {
    await this.atLeast(givenLeast, field, password, known);
  }

  private async atLeast(least: number, field: string, password: string, known: Known): Promise<void> {
    const judgement = await this.judge(password, known);
    if (!judgement || judgement.score >= least) return;
    throw Problem.invalidField(
      field,
      'password.weak',
      `This password is easy to guess. ${judgement.warning ? `${judgement.warning} ` : ''}Choose one that tells nothing of you; a sentence of four or more unusual words is best.`,
    );
  }

  /** @returns undefined when no judgement came in time: a broken list must lock nobody out of setting a password */
  private judge(password: string, known: Known): Promise<Judgement | undefined> {
    const id = (this.count += 1);
    return new Promise((resolve) => {
      const patience = setTimeout(() => this.give(id, undefined), patienceMs).unref();
      this.waiting.set(id, (judgement) => {
        clearTimeout(patience);
        if (!judgement) this.logger.warn('A password was not judged in time and was taken.');
        resolve(judgement);
      });
      this.running().postMessage({ id, password: password.slice(0, longestLooked), known: wordsOf(known) });
    });
  }

  private give(id: number, judgement: Judgement | undefined): void {
    this.waiting.get(id)?.(judgement);
    this.waiting.delete(id);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(), idleMs).unref();
    // Whoever keeps the thread busy that long keeps it for everybody.
    if (!judgement) this.end();
  }

  private running(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(thread, { eval: true, workerData: packages });
    worker.unref();
    worker.on('message', ({ id, ...judgement }: Judgement & { id: number }) => this.give(id, judgement));
    worker.on('error', () => this.end());
    return (this.worker = worker);
  }

  private end(): void {
    clearTimeout(this.timer);
    void this.worker?.terminate();
    this.worker = undefined;
    for (const [id, answer] of this.waiting) {
      this.waiting.delete(id);
      answer(undefined);
    }
  }

  onModuleDestroy(): void {
    this.end();
  }
}

/** The parts too: people make passwords of a first name and a year. */
const wordsOf = ({ displayName, email, organizationName }: Known): string[] =>
  [displayName, email, organizationName, 'letterbox']
    .filter((text): text is string => Boolean(text))
    .flatMap((text) => [text, ...text.split(/[\s@.,_-]+/)])
    .filter((word) => word.length > 2);
