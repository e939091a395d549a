/** A provider of text messages that fails in every way that providers do, by the dice of the trial. */
import { createServer } from 'node:http';

const stallMs = 2500;

export async function startProvider({ dice, deliversOnce }) {
  /** How often each message reached its person. */
  const delivered = new Map();
  const figures = { accepted: 0, refused: 0, unanswered: 0, answeredLate: 0, knownAlready: 0 };
  const server = createServer((request, response) => {
    let id = '';
    request.on('data', (chunk) => (id += chunk));
    request.on('end', () => {
      const die = dice();
      if (die < 0.05) {
        figures.refused += 1;
        response.writeHead(503).end();
        return;
      }
      if (deliversOnce && delivered.has(id)) figures.knownAlready += 1;
      else {
        figures.accepted += 1;
        delivered.set(id, (delivered.get(id) ?? 0) + 1);
      }
      if (die < 0.08) {
        figures.unanswered += 1;
        response.destroy();
      } else if (die < 0.1) {
        figures.answeredLate += 1;
        setTimeout(() => response.end('taken'), stallMs).unref();
      } else response.end('taken');
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    delivered,
    figures,
    stop: () => server.closeAllConnections() ?? server.close(),
  };
}
