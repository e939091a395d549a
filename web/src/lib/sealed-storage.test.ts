import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  dropSealed,
  endLeaving,
  forgetReadable,
  forgetSealed,
  isAnyKept,
  keepSealed,
  namesKept,
  openSealed,
} from './sealed-storage.js';

/** The browser's own database, where keys are; what is put into it comes out as a copy, as there. */
const keys = vi.hoisted(() => new Map<string, unknown>());
vi.mock('idb-keyval', () => ({
  createStore: () => undefined,
  get: (key: string) => Promise.resolve(structuredClone(keys.get(key))),
  set: (key: string, value: unknown) => Promise.resolve(void keys.set(key, value)),
  update: (key: string, change: (before: unknown) => unknown) =>
    Promise.resolve(void keys.set(key, change(keys.get(key)))),
  del: (key: string) => Promise.resolve(void keys.delete(key)),
}));

function aStorage(): Storage {
  const methods = {
    getItem: (name: string) => (items[name] as string | undefined) ?? null,
    setItem: (name: string, value: string) => void (items[name] = value),
    removeItem: (name: string) => void delete items[name],
  };
  const items = Object.create(methods) as Record<string, unknown>;
  return items as unknown as Storage;
}

const caseId = '0b9e3f3a-6f0e-4b57-9c55-2f9e2c1f8d10';
const userId = '5d1c1c3e-51a0-4a43-9f0a-3f5a7f3f6a11';
const custody = { kind: 'draft', userId, name: `custody ${caseId}` } as const;
const taps = { kind: 'taps', userId, name: userId } as const;
const everything = () => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]);

beforeEach(() => {
  keys.clear();
  vi.stubGlobal('sessionStorage', aStorage());
  vi.stubGlobal('localStorage', aStorage());
});

describe('What is kept in the browser', () => {
  it('says neither of what it is nor whose, and nothing that can be made from an id that one knows', async () => {
    await keepSealed(custody, { notes: 'Held at night' });
    await keepSealed(taps, ['out_safe']);
    expect(Object.keys(sessionStorage)).toEqual([expect.stringMatching(/^draft [A-Za-z0-9+/]{43}=$/)]);
    expect(Object.keys(localStorage)).toEqual([expect.stringMatching(/^taps [A-Za-z0-9+/]{43}=$/)]);
    for (const told of ['custody', caseId, userId, 'Held', 'out_safe']) expect(everything()).not.toContain(told);
    const [before] = Object.keys(sessionStorage);
    await forgetSealed('draft');
    await keepSealed(custody, { notes: 'Held at night' });
    expect(Object.keys(sessionStorage)).not.toEqual([before]);
  });

  it('opens for its person under its name, and for nobody else', async () => {
    await keepSealed(custody, { notes: 'mine' });
    expect(await openSealed(custody)).toEqual({ notes: 'mine' });
    expect(await openSealed({ ...custody, name: 'custody other' })).toBeUndefined();
    expect(await openSealed({ ...custody, userId: 'other' })).toBeUndefined();
    expect(await namesKept('draft', userId)).toEqual([custody.name]);
    expect(await namesKept('draft', 'other')).toEqual([]);
    expect(await openSealed(custody)).toEqual({ notes: 'mine' });
  });

  it('does not open under the name of something else, and is thrown away', async () => {
    await keepSealed(custody, { notes: 'mine' });
    await keepSealed({ ...custody, name: 'arrest' }, {});
    const [mine, other] = Object.keys(sessionStorage) as [string, string];
    sessionStorage.setItem(other, sessionStorage.getItem(mine)!);
    expect(await openSealed({ ...custody, name: 'arrest' })).toBeUndefined();
    expect(Object.keys(sessionStorage)).toEqual([mine]);
  });

  it('stays away once it is thrown away, also what was still being sealed', async () => {
    void keepSealed(custody, 1);
    await dropSealed(custody);
    expect(isAnyKept('draft')).toBe(false);
    void keepSealed(custody, 2);
    await forgetSealed('draft');
    expect(isAnyKept('draft')).toBe(false);
    expect(keys.size).toBe(0);
  });

  it('is one item, also where it is kept twice before there are keys', async () => {
    await Promise.all([keepSealed(custody, 1), keepSealed(custody, 2), keepSealed(taps, 3)]);
    expect(await openSealed(custody)).toBe(2);
    expect(Object.keys(sessionStorage)).toHaveLength(1);
  });

  it('opens again after the server had the browser clear everything', async () => {
    await keepSealed(custody, { notes: 'mine' });
    await endLeaving(() => {
      keys.clear();
      for (const item of Object.keys(sessionStorage)) sessionStorage.removeItem(item);
      return Promise.resolve();
    });
    expect(await openSealed(custody)).toEqual({ notes: 'mine' });
  });

  it('leaves nothing lying that an older version kept under names that can be read', async () => {
    await keepSealed(custody, 1);
    sessionStorage.setItem(`draft custody ${caseId}`, 'sealed');
    localStorage.setItem('day today', 'sealed');
    localStorage.setItem('language', 'es');
    forgetReadable();
    expect(Object.keys(localStorage)).toEqual(['language']);
    expect(await openSealed(custody)).toBe(1);
    expect(Object.keys(sessionStorage)).toHaveLength(1);
  });

  it('takes over the taps that an older version kept, and their key: nobody else knows of them', async () => {
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    keys.set('taps', key);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${userId}\n${userId}`) },
      key,
      new TextEncoder().encode('["detained"]'),
    );
    const bytes = [...iv, ...new Uint8Array(sealed)];
    localStorage.setItem(`taps ${userId}`, btoa(String.fromCharCode(...bytes)));
    forgetReadable();
    expect(await openSealed(taps)).toEqual(['detained']);
    expect(Object.keys(localStorage)).toEqual([expect.stringMatching(/^taps [A-Za-z0-9+/]{43}=$/)]);
    expect(await openSealed(taps)).toEqual(['detained']);
  });
});
