import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startError } from '../../src/platform/database/connection.js';
import { freePort } from '../../src/platform/database/embedded/free-port.js';
import { StartupError } from '../../src/platform/startup-error.js';
import { builtWeb } from '../../src/web-files.js';

const thrownBy = async (act: () => unknown): Promise<unknown> => {
  try {
    await act();
  } catch (error) {
    return error;
  }
  throw new Error('It went well.');
};

describe('At the start', () => {
  it('says that the database does not answer where it does not', async () => {
    const url = `postgres://somebody@localhost:${await freePort()}/letterbox`;
    const error = await thrownBy(() => new pg.Client({ connectionString: url }).connect());
    expect(startError(url, error)).toBeInstanceOf(StartupError);
    expect((startError(url, error) as Error).message).toMatch(/does not answer \(ECONNREFUSED\)/);
  });

  it('does not blame the database for a file that is missing', async () => {
    const error = await thrownBy(() => readFileSync(join(tmpdir(), 'there-is-no-such-file')));
    expect(startError('postgres://somebody@localhost/letterbox', error)).toBe(error);
  });

  it('takes a web application of an older or interrupted build for none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'letterbox-test-'));
    try {
      writeFileSync(join(folder, 'index.html'), '');
      expect(builtWeb([folder])).toBe('');
      writeFileSync(join(folder, 'ahead.json'), '{}');
      expect(builtWeb([folder])).toBe(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
