import { Configuration } from '../platform/config/configuration.js';
import { Heart } from '../platform/health/heart.js';

/**
 * `node dist/src/cli/health.js`, in the environment of a process: ends with 0 when that process does its work and with 1,
 * saying why, when it does not. For the health checks of containers, which need no shell for it.
 */
const { roles, host, port, heartbeat } = Configuration.read(process.env);

async function apiTrouble(): Promise<string | undefined> {
  const here = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const url = `http://${here.includes(':') ? `[${here}]` : here}:${port}/api/health/ready`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(4000) });
    if (answer.ok) return undefined;
    const { parts } = (await answer.json()) as { parts?: Record<string, string> };
    // Reminders go out from a worker; an API that could be better without one would not be by being started again.
    const down = Object.keys(parts ?? {}).filter((part) => parts![part] !== 'ok' && part !== 'reminders');
    return parts && down.length === 0 ? undefined : `The API answers that these are down: ${down.join(', ')}.`;
  } catch (error) {
    return `The API does not answer (${(error as Error).name}).`;
  }
}

async function workerTrouble(): Promise<string | undefined> {
  if (!heartbeat) return 'Set HEARTBEAT: a worker without it cannot be looked at.';
  return (await Heart.beats(heartbeat)) ? undefined : 'The worker has not touched its heartbeat lately.';
}

const looksAtWorker = roles.has('worker') && (heartbeat !== undefined || !roles.has('api'));
const trouble =
  (roles.has('api') ? await apiTrouble() : undefined) ?? (looksAtWorker ? await workerTrouble() : undefined);
if (trouble) console.error(trouble);
process.exit(trouble ? 1 : 0);
