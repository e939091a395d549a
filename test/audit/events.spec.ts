import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { events, mustBeListed } from '../../src/audit/events.js';
import { recordNouns, referenceNouns } from '../../src/audit/nouns.js';
import type { Work } from '../../src/platform/database/work.js';

const names = Object.keys(events) as (keyof typeof events)[];

const sourceOf = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sourceOf(path);
      return entry.name.endsWith('.ts') && path !== join('src', 'audit', 'events.ts') ? readFileSync(path, 'utf8') : '';
    })
    .join('\n');

describe('The events of the audit', () => {
  it('are a closed list: another name, and a detail that is not of the event, do not compile', () => {
    const written = (work: Work) => {
      work.audit({ event: 'client.read' });
      // @ts-expect-error no such event
      work.audit({ event: 'client.stolen' });
      // @ts-expect-error a report has no ids
      work.audit({ event: 'patterns.read', details: { ids: [] } });
    };
    expect(written).toBeInstanceOf(Function);
  });

  it('are refused when they are written all the same, and so is a detail that is not listed', () => {
    expect(() => mustBeListed('client.stolen', undefined)).toThrow('knows no event client.stolen');
    expect(() => mustBeListed('client.read', { legalName: 'x' })).toThrow('keeps no detail legalName of client.read');
    expect(() => mustBeListed('client.listed', { ids: [], searched: undefined })).not.toThrow();
  });

  it('are each written somewhere in the program', () => {
    const source = sourceOf('src');
    const kinds: readonly string[] = [...recordNouns, ...referenceNouns];
    const unwritten = names.filter((name) => {
      const [noun, what] = name.split('.') as [string, string];
      const composed = source.includes(`\`${noun}.\${`) && source.includes(`'${what}'`);
      return !source.includes(`'${name}'`) && !composed && !kinds.includes(noun);
    });
    expect(unwritten).toEqual([]);
  });

  it('stand in docs/audit.md with what they mean and which details they carry', () => {
    const page = readFileSync('docs/audit.md', 'utf8').replace(/\s+/g, ' ');
    const missing = names
      .map((name) => {
        const { means, details } = events[name];
        return `- \`${name}\`: ${means}${details.length > 0 ? ` Details: ${details.join(', ')}.` : ''} `;
      })
      .filter((line) => !`${page} `.includes(line));
    expect(missing).toEqual([]);
    const listed = [...page.matchAll(/ - `([a-z_]+\.[a-z_]+)`:/g)].map(([, name]) => name);
    expect(listed.filter((name) => !names.includes(name as never))).toEqual([]);
  });

  it('have names that fit the column and can be asked for', () => {
    expect(names.filter((name) => !/^[a-z_]{1,29}\.[a-z_]{1,30}$/.test(name))).toEqual([]);
  });
});
