import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

type Answer = `${number} ${string}` | 'hang up' | 'silence';

/** As much of a mail server as takes messages; answers RCPT and the end of DATA as told. */
export class MailServer {
  readonly received: string[] = [];
  /** `half`: the connection ends in the middle of a message. A message that is not answered is taken over all the same. */
  answers: { rcpt?: Answer; data?: Answer; half?: boolean } = {};
  private readonly server: Server = createServer((socket) => this.serve(socket));
  private readonly sockets = new Set<Socket>();

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}?ignoreTLS=true`;
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    let data: string | undefined;
    let line = '';
    const say = (text: string) => socket.write(`${text}\r\n`);
    say('220 test');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      line += String(chunk);
      for (let end = line.indexOf('\r\n'); end >= 0; end = line.indexOf('\r\n')) {
        const command = line.slice(0, end);
        line = line.slice(end + 2);
        if (data !== undefined) {
          if (command !== '.') data += `${command}\n`;
          else {
            this.end(socket, data, this.answers.data ?? '250 taken over');
            data = undefined;
          }
        } else if (/^DATA/i.test(command)) {
          data = '';
          if (this.answers.half) socket.resetAndDestroy();
          else say('354 go on');
        } else if (/^STARTTLS/i.test(command)) say('502 not here');
        else if (/^RCPT/i.test(command)) say(this.answers.rcpt ?? '250 ok');
        else if (/^QUIT/i.test(command)) socket.end('221 bye\r\n');
        else say('250 ok');
      }
    });
  }

  private end(socket: Socket, message: string, answer: Answer): void {
    if (!/^[45]/.test(answer)) this.received.push(message);
    if (answer === 'hang up') socket.resetAndDestroy();
    else if (answer !== 'silence') socket.write(`${answer}\r\n`);
  }
}
