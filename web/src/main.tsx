import './app/controls.css';
import './app/styles.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { repeatAfterStepUp } from './lib/step-up.js';
import { startWords } from './i18n/index.js';

repeatAfterStepUp();
await startWords();
createRoot(document.getElementById('root')!).render(<App />);
