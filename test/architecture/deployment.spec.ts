import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Configuration, secretsFromFiles } from '../../src/platform/config/configuration.js';
import { variables } from '../../src/platform/config/variables.js';
import { parseMasterKey } from '../../src/platform/crypto/master-keys.js';

interface Service {
  build?: string;
  image: string;
  user: string;
  read_only: boolean;
  restart: string;
  cap_drop: string[];
  cap_add?: string[];
  security_opt: string[];
  privileged?: boolean;
  environment: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  ports?: string[];
  networks: string[];
  command?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
}

interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, unknown>;
  secrets: Record<string, { file: string }>;
}

const text = readFileSync('docker-compose.yml', 'utf8');
const { services, networks, volumes, secrets } = parse(text, { merge: true }) as Compose;
const own = ['migrate', 'api', 'worker'];
const dockerfile = readFileSync('Dockerfile', 'utf8');
const finalStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

describe.each(Object.entries(services))('The service %s', (name, service) => {
  it('has no rights: an ordinary user, no capabilities, a read-only file system', () => {
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.privileged).toBeUndefined();
    expect(service.cap_add ?? []).toEqual(name === 'proxy' ? ['NET_BIND_SERVICE'] : []);
  });

  it('is asked how it is without a shell, or ends by itself', () => {
    if (service.restart === 'no') expect(service.healthcheck).toEqual({ disable: true });
    // The image's own check.
    else if (service.build) expect(service.healthcheck).toBeUndefined();
    else expect(service.healthcheck?.test?.[0]).toBe('CMD');
    expect(service.command?.[0] ?? '').not.toMatch(/^(ba)?sh$/);
  });

  it('gets secrets as files, each of which is declared, and used', () => {
    const mounted = service.secrets ?? [];
    for (const secret of mounted) expect(secrets).toHaveProperty(secret);
    for (const [variable, value] of Object.entries(service.environment ?? {})) {
      if (variable.endsWith('_FILE')) expect(mounted).toContain(String(value).replace(/^\/run\/secrets\//, ''));
      else expect(variable).not.toMatch(/PASSWORD|KEY|SECRET|(DATABASE|OWNER|REDIS|SMTP)_URL/);
    }
  });

  it('waits for what it needs to be well, and stands on networks and volumes that exist', () => {
    for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
      const ends = services[needed]!.restart === 'no';
      expect(condition).toBe(ends ? 'service_completed_successfully' : 'service_healthy');
    }
    for (const network of service.networks) expect(networks).toHaveProperty(network);
    for (const [source] of (service.volumes ?? []).map((volume) => volume.split(':'))) {
      if (source!.startsWith('./')) expect(statSync(source!).isFile()).toBe(true);
      else expect(volumes).toHaveProperty(source!);
    }
  });
});

describe('The compose file', () => {
  it('opens the proxy alone to the outside, and no way out for what holds the data', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports);
    expect(published.map(([name]) => name)).toEqual(['proxy']);
    for (const name of ['postgres', 'redis', 'api', 'migrate']) {
      for (const network of services[name]!.networks) expect([name, networks[network]!.internal]).toEqual([name, true]);
    }
    expect(services.proxy!.networks).not.toContain('inside');
  });

  it('leaves versions, ciphers and certificates of TLS to the proxy, whose defaults are TLS 1.2 and 1.3 with forward secrecy', () => {
    const proxy = readFileSync('deploy/Caddyfile', 'utf8');
    expect(services.proxy!.image).toMatch(/^caddy:2\./);
    expect(proxy).toMatch(/^\{\$SITE_ADDRESS\} \{$/m);
    expect(proxy).not.toMatch(/\btls\b|auto_https|http:\/\/|protocols/);
  });

  it('gives the login of the owner of the tables to nobody but the migration', () => {
    const holders = Object.entries(services).filter(([, service]) => service.secrets?.includes('database_owner_url'));
    expect(holders.map(([name]) => name)).toEqual(['migrate']);
  });

  it.each(own)('sets for %s only variables that the program reads', (name) => {
    for (const variable of Object.keys(services[name]!.environment)) {
      if (variable.endsWith('_FILE')) expect(secretsFromFiles).toContain(variable.slice(0, -'_FILE'.length));
      else expect(variables).toHaveProperty(variable);
    }
  });
});

describe('The secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'letterbox-secrets-'));
  const make = () => execFileSync(process.execPath, ['deploy/make-secrets.mjs', folder]).toString();
  const value = (name: string) => readFileSync(join(folder, name), 'utf8');
  let said: string;

  beforeAll(() => {
    rmSync(folder, { recursive: true });
    said = make();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are made as compose wants them, open to containers but not to others of the machine', () => {
    const files = Object.fromEntries(
      Object.entries(secrets).map(([name, { file }]) => [name, file.replace('./deploy/secrets/', '')]),
    );
    expect(Object.keys(files)).toEqual(Object.values(files));
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of Object.keys(files)) expect(statSync(join(folder, name)).mode & 0o004).toBe(0o004);
  });

  it('fit each other', () => {
    expect(new URL(value('database_url')).password).toBe(value('app_password'));
    expect(new URL(value('database_owner_url')).password).toBe(value('owner_password'));
    expect(value('redis_conf')).toBe(`requirepass ${new URL(value('redis_url')).password}\n`);
    expect(parseMasterKey(value('master_key'))).toHaveLength(32);
  });

  it('are kept when made again, and not shown', () => {
    const before = Object.keys(secrets).map(value);
    expect(make()).not.toContain('made ');
    expect(Object.keys(secrets).map(value)).toEqual(before);
    for (const secret of before.filter(Boolean)) expect(said).not.toContain(secret);
  });

  it.each(own)('are all that %s needs to read its settings', (name) => {
    const environment = Object.fromEntries(
      Object.entries(services[name]!.environment).map(([variable, text]) => [
        variable,
        text.replace('/run/secrets', folder).replace(/\$\{\w+:-(.*?)\}/g, '$1'),
      ]),
    );
    const configuration = Configuration.read(environment);
    expect(configuration.databaseUrl).toContain('@postgres:5432/letterbox');
    expect(configuration.redisUrl).toContain('@redis:6379');
    if (name === 'migrate') return;
    expect(configuration.publicUrl).toBe('https://localhost');
    expect([...configuration.roles]).toEqual([name]);
    expect(parseMasterKey(configuration.masterKey!)).toHaveLength(32);
  });
});

describe('The image', () => {
  it('runs as the user that compose says, without a shell, and is asked how it is by the program', () => {
    expect(/^USER (.*)$/m.exec(finalStage)?.[1]).toBe(services.api!.user);
    expect(finalStage).not.toMatch(/^RUN /m);
    expect(finalStage).toMatch(/^CMD \["node", .*"dist\/src\/main\.js"\]$/m);
    expect(finalStage).toMatch(/HEALTHCHECK .* CMD \["node", "dist\/src\/cli\/health\.js"\]$/m);
    for (const name of ['main', 'cli/health', 'cli/migrate']) accessSync(`src/${name}.ts`);
    expect(dockerfile).toContain('npm prune --omit=dev');
  });

  it('is built without what must not leave this machine', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    for (const name of ['.git', 'data', 'data-demo', 'deploy', 'node_modules', '.env']) expect(ignored).toContain(name);
  });

  it('finds the script of the roles executable: sourced, it would change the settings of the shell that calls it', () => {
    expect(services.postgres!.volumes).toContain(
      './deploy/postgres-roles.sh:/docker-entrypoint-initdb.d/postgres-roles.sh:ro',
    );
    accessSync('deploy/postgres-roles.sh', constants.X_OK);
  });
});
