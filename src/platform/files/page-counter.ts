import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

const library = createRequire(import.meta.url).resolve('@cantoo/pdf-lib');
const patienceMs = 10_000;

/** Runs in a thread of its own; plain JavaScript, since a thread knows no TypeScript. */
const thread = `
const { parentPort, workerData } = require('node:worker_threads');
const { PDFDocument } = require(workerData.library);
PDFDocument.load(workerData.content, { ignoreEncryption: true, updateMetadata: false }).then(
  (document) => parentPort.postMessage(document.getPageCount()),
  () => parentPort.postMessage(null),
);
`;

let last: Promise<unknown> = Promise.resolve();

/**
 * Pages of a PDF. It comes from strangers: it is read in a thread with little memory and time, one at a time, so that a file
 * made to swell harms nobody else.
 * @returns null where they cannot be counted, as in a file that is encrypted or broken
 */
export function pagesOf(content: Buffer): Promise<number | null> {
  const counted = last.then(() => countIn(content));
  last = counted;
  return counted;
}

function countIn(content: Buffer): Promise<number | null> {
  return new Promise((resolve) => {
    const worker = new Worker(thread, {
      eval: true,
      workerData: { library, content },
      resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 },
    });
    const end = (pages: unknown) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(typeof pages === 'number' && pages > 0 && pages < 100_000 ? pages : null);
    };
    const timer = setTimeout(() => end(null), patienceMs).unref();
    worker.once('message', end);
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
  });
}
