import './app/controls.css';
import './app/styles.css';
import { notArrived } from './app/not-arrived.js';
import { turn } from './lib/turn.js';

/**
 * Reads each of the files that were sent for with the page in a turn of its own, and begins: read in one, they would keep
 * a slow phone from answering a finger for half a second.
 */
async function arrive(): Promise<void> {
  for (const { href } of document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload]')) {
    await import(/* @vite-ignore */ href);
    await turn();
  }
  const { start } = await import('./app/start.js');
  await start();
}

new Worker(new URL('./lib/dates-ahead.ts', import.meta.url), { type: 'module' });
arrive().catch((error: unknown) => {
  console.error(error);
  notArrived();
});
