import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { startWords } from '../i18n/index.js';
import { forgetReadable } from '../lib/sealed-storage.js';
import { repeatAfterStepUp } from '../lib/step-up.js';
import { turn } from '../lib/turn.js';
import { App } from './app.js';
import { fetchAhead, router } from './router.js';

/** Draws the page that the address names, once it, and the words that it speaks in, are there. */
export async function start(): Promise<void> {
  forgetReadable();
  repeatAfterStepUp();
  const words = startWords(fetchAhead());
  await turn();
  // What the page needs is fetched at the same time as the words, and no page is drawn before both are there.
  await Promise.all([words, router.load()]);
  await turn();
  // In slices, so that a slow phone can answer a finger between two of them.
  startTransition(() => createRoot(document.getElementById('root')!).render(<App />));
}
