import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Clinic, TestApplication } from '../support/application.js';
import { aClient, type Answered } from '../support/factories.js';

let app: TestApplication;
let clinic: Clinic;
let other: Clinic;
let wanted: { id: string; code: string };

const person = {
  legalName: 'María Guadalupe Ñuñez-O’Brien',
  preferredName: 'Lupita',
  aliases: 'Guadalupe Sandoval; Mari Shevchenko',
  phone: '+17185550142',
  aNumber: '012345678',
};

beforeAll(async () => {
  app = await TestApplication.start();
  clinic = await app.clinic('Bronx Test');
  other = await app.clinic();
  wanted = (await clinic.as.attorney.post('/api/clients', aClient(person))).body as typeof wanted;
  for (const legalName of ['Marta Quiroga', 'Jorge Balomi', 'Guadalupe Paz'])
    await clinic.as.attorney.post('/api/clients', aClient({ legalName, phone: '+17185550199', aNumber: '112345678' }));
});
afterAll(() => app.stop());

const idsOf = async (who: Clinic, q: string): Promise<string[]> => {
  const { status, body } = await who.as.attorney.get(`/api/clients?q=${encodeURIComponent(q)}`);
  expect([q, status]).toEqual([q, 200]);
  return (body.items as Answered[]).map(({ id }) => id as string);
};

describe('A search', () => {
  it.each([
    ['the name as it is written', 'María Guadalupe Ñuñez-O’Brien'],
    ['one word of it', 'Ñuñez'],
    ['without accents', 'maria nunez'],
    ['in capitals', 'MARIA ÑUÑEZ'],
    ['with accents written apart', 'Mari\u0301a'.normalize('NFD')],
    ['with the words in another order', 'nunez guadalupe maria'],
    ['with a comma', 'Nuñez, María'],
    ['by the sound of it', 'Marya Nunyez'],
    ['by the sound of a name of another alphabet', 'Mary Schevchenco'],
    ['the name the person goes by', 'lupita'],
    ['an alias', 'Sandoval'],
    ['words of an alias and of the name together', 'maria sandoval'],
    ['the phone as it is stored', '+17185550142'],
    ['the phone as people write it', '(718) 555-0142'],
    ['the phone with dots', '718.555.0142'],
    ['the phone with its country', '1 718 555 0142'],
    ['the A-number with its letter', 'A012345678'],
    ['the A-number in groups', 'A 012-345-678'],
    ['the A-number without its zero', '12345678'],
  ])('finds a person, and nobody else, by %s', async (_, q) => {
    expect(await idsOf(clinic, q)).toEqual([wanted.id]);
  });

  it('finds a person by the code of the case, however it is written', async () => {
    expect(await idsOf(clinic, ` ${wanted.code.toLowerCase()} `)).toEqual([wanted.id]);
  });

  it.each([
    ['a part of a word', 'guada'],
    ['a part of the phone', '5550142'],
    ['words of two people', 'lupita quiroga'],
    ['an A-number with another digit', '012345679'],
    ['nothing but signs', '-- ??'],
  ])('finds nobody by %s', async (_, q) => {
    expect(await idsOf(clinic, q)).toEqual([]);
  });

  it('finds all who share a word, and the one whom a second word tells apart', async () => {
    expect(await idsOf(clinic, 'guadalupe')).toHaveLength(2);
    expect(await idsOf(clinic, 'guadalupe paz')).toHaveLength(1);
  });

  it('finds a person no more under an alias that was taken away', async () => {
    const { body } = await clinic.as.attorney.post('/api/clients', aClient({ aliases: 'Zenobia Taken' }));
    expect(await idsOf(clinic, 'zenobia')).toEqual([body.id]);
    await clinic.as.attorney.patch(`/api/clients/${body.id}`, 1, { aliases: null });
    expect(await idsOf(clinic, 'zenobia')).toEqual([]);
  });
});

describe('The index that is searched', () => {
  const tokensOf = (who: Clinic, id: string) =>
    who.inWork((work) =>
      work.sql<{ kind: string; token: string }>(
        `SELECT kind, encode(token, 'hex') AS token FROM search_tokens WHERE client_id = $1 ORDER BY kind, token`,
        [id],
      ),
    );

  it('knows equal people of two organisations by different tokens, and finds each in their own alone', async () => {
    const { body: twin } = await other.as.attorney.post('/api/clients', aClient(person));
    const [ours, theirs] = [await tokensOf(clinic, wanted.id), await tokensOf(other, twin.id as string)];
    expect(theirs.map(({ kind }) => kind)).toEqual(ours.map(({ kind }) => kind));
    expect(new Set(ours.map(({ kind }) => kind))).toEqual(new Set(['a_number', 'name', 'phone', 'sound']));
    const tokens = new Set(ours.map(({ token }) => token));
    expect(theirs.filter(({ token }) => tokens.has(token))).toEqual([]);
    expect(await idsOf(other, 'maria nunez')).toEqual([twin.id]);
    expect(await idsOf(clinic, 'maria nunez')).toEqual([wanted.id]);
  });

  it('tells a phone from an A-number of the same digits', async () => {
    const { body } = await clinic.as.attorney.post('/api/clients', aClient({ aNumber: '718555019' }));
    const { body: caller } = await clinic.as.attorney.post('/api/clients', aClient({ phone: '+718555019' }));
    const [a, b] = [await tokensOf(clinic, body.id as string), await tokensOf(clinic, caller.id as string)];
    const token = (rows: typeof a, wantedKind: string) => rows.find(({ kind }) => kind === wantedKind)!.token;
    expect(token(a, 'a_number')).not.toBe(token(b, 'phone'));
    expect((await idsOf(clinic, '718555019')).sort()).toEqual([body.id, caller.id].sort());
  });
});
