import { rmSync } from 'node:fs';

export default async function () {
  const { postgres, redis, root } = globalThis.letterboxTest;
  redis?.child.kill('SIGTERM');
  await postgres.stop();
  rmSync(root, { recursive: true, force: true });
}
