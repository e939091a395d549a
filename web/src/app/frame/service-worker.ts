import { useEffect } from 'react';

/** Once the page itself is there. */
const startMs = 5_000;

/** Has the application's own files kept for when there is no line, in the browser of somebody who is signed in. */
export function useServiceWorker(): void {
  useEffect(() => {
    if (!import.meta.env.PROD) return;
    const start = () => void navigator.serviceWorker?.register('/service-worker.js').catch(() => undefined);
    const timer = setTimeout(start, startMs);
    return () => clearTimeout(timer);
  }, []);
}
