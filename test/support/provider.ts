import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Heard {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Reply = { status: number; body?: object; headers?: Record<string, string> } | 'silence' | 'hang up';

/** A provider of text messages on this machine: hears requests, answers as it is told to. */
export class Provider {
  readonly heard: Heard[] = [];
  /** For the next requests, one each; then as `usually`. */
  readonly replies: Reply[] = [];
  usually: (heard: Heard) => Reply = () => ({ status: 200, body: {} });
  /** Awaited between what is heard and what is answered. */
  before: () => Promise<void> = () => Promise.resolve();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Provider> {
    const server = createServer();
    const provider = new Provider(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const heard = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
        provider.heard.push(heard);
        const reply = provider.replies.shift() ?? provider.usually(heard);
        void provider.before().then(() => {
          if (reply === 'silence') return;
          if (reply === 'hang up') return void request.socket.destroy();
          response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
          response.end(JSON.stringify(reply.body ?? {}));
        });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  forget(): void {
    this.heard.length = 0;
    this.replies.length = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
