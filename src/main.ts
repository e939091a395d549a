import { migrations } from '../migrations/index.js';
import { Configuration } from './platform/config/configuration.js';
import { givenMasterKeys, masterKeysIn } from './platform/crypto/master-key-file.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/database/embedded/embedded-postgres.js';
import { isSealed, preflight } from './platform/database/preflight.js';
import { refuseTakenPort } from './platform/http/port.js';
import { StartupError } from './platform/startup-error.js';
import type { DatabaseUrls, Serving } from './serving.js';

/** Lines for the person at the terminal; log lines go to the same place as JSON once the server runs. */
const say = (line: string) => process.stdout.write(`${line}\n`);
const sinceStart = () => `${(performance.now() / 1000).toFixed(1)} s`;

let embedded: EmbeddedPostgres | undefined;
let serving: Serving | undefined;
let stopping: Promise<void> | undefined;

/** Stops in order: the worker finishes its job, requests drain, connections close, the embedded database shuts down. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    await embedded?.announceStop();
    await serving?.stop();
    await embedded?.stop();
  })();
  return stopping;
}

function stopOn(signal: NodeJS.Signals): void {
  process.on(signal, () => {
    if (!stopping) say('Stopping ...');
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

/** The embedded server died under us: nothing can be saved any more, so say so and end; the next start recovers. */
function endWithoutDatabase(): void {
  if (stopping) return;
  process.stderr.write('The embedded database has ended unexpectedly. Start again; what was answered is saved.\n');
  void stop().finally(() => process.exit(1));
}

async function start(): Promise<void> {
  const configuration = Configuration.read(process.env);
  const givenKeys = givenMasterKeys(configuration);
  const { roles, host, port, dataDir, publicUrl } = configuration;
  if (roles.has('api')) await refuseTakenPort(host, port);
  stopOn('SIGINT');
  stopOn('SIGTERM');

  const given = await givenDatabase(configuration);
  // The rest of the program takes longer to load than PostgreSQL to start.
  const rest = import('./serving.js');
  rest.catch(() => undefined);
  if (!given) {
    embedded = await startEmbeddedPostgres({ dataDir, log: say });
    void embedded.ended.then(endWithoutDatabase);
  }
  const urls = given ?? embedded!;
  const masterKeys = givenKeys ?? masterKeysIn(dataDir, await isSealed(urls), say);
  const { Serving } = await rest;
  if (stopping) return;
  serving = new Serving(configuration, masterKeys, say);
  const news = await serving.start(urls);
  if (stopping) return;
  await embedded?.announce(publicUrl);
  if (news) say(news);
  say(
    roles.has('api')
      ? `Letterbox is ready at ${publicUrl} (${sinceStart()}). Stop it with Ctrl-C.`
      : `The worker is ready (${sinceStart()}).`,
  );
}

/** The database that the environment names, if it does, once it is known to be fit. */
async function givenDatabase(configuration: Configuration): Promise<DatabaseUrls | undefined> {
  const { databaseUrl: appUrl, databaseOwnerUrl: ownerUrl = appUrl, databaseAllowBypass: allowBypass } = configuration;
  if (!appUrl || !ownerUrl) return undefined;
  await preflight({ appUrl, ownerUrl, allowBypass, migrations });
  return { appUrl, ownerUrl };
}

start().catch(async (error: unknown) => {
  // What fails because it is told to stop half-way is no news.
  if (stopping) return;
  process.stderr.write(`${error instanceof StartupError ? error.message : (error as Error).stack}\n`);
  await stop().catch(() => undefined);
  process.exit(1);
});
