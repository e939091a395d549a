import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** What PDFs are made with, loaded by the first of them: neither a start nor a worker waits for it. */
export const pdfkit = () => load('pdfkit') as typeof import('pdfkit');
export const fontkit = () => load('fontkit') as typeof import('fontkit');
