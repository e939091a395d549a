import './app/controls.css';
import './app/styles.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { fetchAhead, router } from './app/router.js';
import { startWords } from './i18n/index.js';
import { repeatAfterStepUp } from './lib/step-up.js';

repeatAfterStepUp();
// What the page needs is fetched at the same time as the words, and no page is drawn before both are there.
await Promise.all([startWords(fetchAhead()), router.load()]);
// In slices, so that a slow phone can answer a finger between two of them.
startTransition(() => createRoot(document.getElementById('root')!).render(<App />));
