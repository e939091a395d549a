import { createServer } from 'node:net';
import { StartupError } from '../startup-error.js';

/** @throws StartupError when something else listens there already, before anything is made or started */
export function refuseTakenPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason: Record<string, string> = {
        EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop that program, or choose another port: PORT=3001 npm start`,
        EACCES: `Port ${port} may not be opened by this account. Choose a port above 1023: PORT=3000 npm start`,
        EADDRNOTAVAIL: `This machine has no address ${host}. Set HOST to one that it has, such as 127.0.0.1.`,
        ENOTFOUND: `HOST ${host} is no address of this machine. Set HOST to one that it has, such as 127.0.0.1.`,
      };
      reject(new StartupError(reason[error.code ?? ''] ?? `Cannot listen on ${host}:${port} (${error.code}).`));
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}
