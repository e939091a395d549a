import { describe, expect, it } from '@jest/globals';
import { forAudience } from '../../src/summaries/for-audience.js';
import { renderPacket } from '../../src/summaries/packet.pdf.js';
import { momentInWords } from '../../src/summaries/summary.dates.js';
import { wordingIn } from '../../src/summaries/summary.texts.js';
import {
  audiences,
  sections,
  type Audience,
  type CaseFacts,
  type Language,
} from '../../src/summaries/summary.types.js';
import { lagDays, noticeDays } from '../../src/summaries/timeline.js';
import { fullFacts, overflowingFacts, sparseFacts } from './facts.js';
import { readPacket } from './pdf-text.js';

const printed = async (facts: CaseFacts, audience: Audience, language?: Language) =>
  readPacket(await renderPacket(forAudience(facts, audience, language), { compress: false }));

const everyone = [
  'PREFERREDMARK',
  'PLACEMARK',
  'STREETMARK',
  'ENTRANCEMARK',
  'ROOMMARK',
  'OFFICIALMARK',
  'ATTORNEYMARK',
  'ORGANISATIONMARK',
  'PREPARERMARK',
  'COMPANIONMARK',
  'ASKEDMARK',
  'CAREGIVERMARK',
  'TOLDMARK',
];
const staffOnly = ['CAREGIVERTIEMARK', 'TOLDTIEMARK', 'MEDICALMARK', 'SCHOOLMARK'];
const attorneyOnly = [
  'LEGALNAMEMARK',
  'ALIASMARK',
  'BIRTHCOUNTRYMARK',
  'VERBATIMMARK',
  'PRECINCTMARK',
  'STATUTEMARK',
  'CHARGEMARK',
  'FACILITYMARK',
];
const nobody = ['UNTOLDMARK', 'UNTOLDTIEMARK', 'UNASKEDMARK', 'UNASKEDTIEMARK', 'REFUSEDMARK'];
const seenBy: Record<Audience, string[]> = {
  client: everyone,
  accompanier: [...everyone, ...staffOnly],
  attorney: [...everyone, ...staffOnly, ...attorneyOnly],
};

const marksIn = (text: string) => [...new Set(text.match(/[A-Z]+MARK\b/g) ?? [])].sort();

describe('who sees what', () => {
  it('has a marker in this test for each that is planted in the facts', () => {
    expect(marksIn(JSON.stringify(fullFacts()))).toEqual([...seenBy.attorney, ...nobody].sort());
  });

  it.each(audiences)('hands the %s these facts and no others', (audience) => {
    expect(marksIn(JSON.stringify(forAudience(fullFacts(), audience)))).toEqual([...seenBy[audience]].sort());
  });

  it.each(audiences)('prints for the %s these facts and no others', async (audience) => {
    expect(marksIn((await printed(fullFacts(), audience)).text)).toEqual([...seenBy[audience]].sort());
  });

  it.each(audiences)('gives the %s no section that the table does not list', (audience) => {
    const about = ['code', 'audience', 'language', 'preparedAt', 'zone', 'preparedBy', 'organisation'];
    const given = Object.keys(forAudience(fullFacts(), audience)).filter((key) => !about.includes(key));
    const inTheTimeline = ['allegations'];
    expect(given.sort()).toEqual(sections[audience].filter((one) => !inTheTimeline.includes(one)).sort());
  });

  it.each(['client', 'accompanier'] as const)(
    'tells the %s neither A-number, birth, region, arrest, court nor custody',
    async (audience) => {
      const seen = [JSON.stringify(forAudience(fullFacts(), audience)), (await printed(fullFacts(), audience)).text];
      for (const text of seen) {
        expect(text).not.toMatch(/98765432|098-765-432|1977|Dominican/);
        expect(text).not.toMatch(/misdemeanor|felony|arrest|criminal|convict|NYPD|MTA|precinct|dismissal/i);
        expect(text).not.toMatch(/guardianship|Family court|licensing|bond|VAWA|family petition|2015|2016/i);
      }
    },
  );

  it('says nothing of status, history or relations in the copy that the client carries', async () => {
    const { text } = await printed({ ...fullFacts(), client: { ...fullFacts().client, language: 'en' } }, 'client');
    expect(text).not.toMatch(/proceedings|removal order|Fingerprints|citizen|spouse|sister/i);
  });

  it('tells the accompanier of fingerprints only that those before the letter were taken, and when', () => {
    const lines = forAudience(fullFacts(), 'accompanier').timeline?.entries.map(({ on, text }) => `${on} ${text}`);
    expect(lines).toEqual([
      '2017-09-05 Immigration check-in: new date given',
      '2018-02-12 Fingerprints taken',
      '2018-02-26 Date on the letter',
      '2018-03-01 Got the letter',
      '2018-03-08 Immigration appointment (call-in letter)',
    ]);
  });

  it('tells the attorney arrest, charge, outcome and trigger', () => {
    const timeline = forAudience(fullFacts(), 'attorney').timeline;
    const lines = timeline?.entries.map(({ text }) => text).join('\n');
    expect(lines).toContain('Arrest (NYPD, precinct PRECINCTMARK): STATUTEMARK CHARGEMARK, A misdemeanor');
    expect(lines).toContain('Criminal case: adjourned in contemplation of dismissal');
    expect(lines).toContain('Fingerprints taken by MTA police at an arrest');
    expect(lines).toContain('Fingerprints taken by licensing vendor for a civil reason: guardianship');
    expect(timeline?.spans).toContain('Likely set off by fingerprints at an arrest (probable).');
  });

  it('puts the posture into one line with the day it was known', () => {
    expect(forAudience(fullFacts(), 'accompanier').posture).toBe(
      'As known on 3 Mar 2018: not in proceedings; no removal order; no order of supervision.',
    );
  });

  it('does not write down what was withheld', () => {
    const facts = fullFacts();
    const client = {
      ...facts.client,
      proceedings: 'withheld',
      priorRemovalOrder: 'withheld',
      convictions: 'withheld',
    } as const;
    const summary = forAudience({ ...facts, client: { ...client, orderOfSupervision: null } }, 'attorney');
    expect(summary).not.toHaveProperty('posture');
    expect(summary).not.toHaveProperty('convictions');
  });

  it('leaves out sections of which nothing is known', () => {
    const summary = forAudience(sparseFacts(), 'attorney');
    for (const section of ['attorney', 'posture', 'convictions', 'relief', 'familyPlan', 'letterText']) {
      expect(summary).not.toHaveProperty(section);
    }
    expect(summary.person).toEqual({ name: 'José Peña' });
  });
});

describe('derived figures', () => {
  const dates = { receivedOn: '2018-03-01', letterDatedOn: '2018-02-26', postmarkedOn: '2018-02-28' };
  const print = { takenOn: '2018-02-12' };

  it('counts the lag from the fingerprints to the date of the letter, else its postmark, else its arrival', () => {
    expect(lagDays(dates, print)).toBe(14);
    expect(lagDays({ ...dates, letterDatedOn: null }, print)).toBe(16);
    expect(lagDays({ receivedOn: dates.receivedOn }, print)).toBe(17);
  });

  it('counts the notice by the calendar of the place', () => {
    expect(noticeDays(dates, '2018-03-08T14:00:00Z', 'America/New_York')).toBe(7);
    expect(noticeDays(dates, '2018-03-09T03:30:00Z', 'America/New_York')).toBe(7);
  });

  it('counts calendar days when the clocks change in between', () => {
    expect(noticeDays({ receivedOn: '2018-03-10' }, '2018-03-12T13:00:00Z', 'America/New_York')).toBe(2);
  });

  it('puts both into the timeline, in figures and in words', () => {
    const timeline = forAudience(fullFacts(), 'accompanier').timeline;
    expect(timeline).toMatchObject({ lagDays: 14, noticeDays: 7 });
    expect(timeline?.spans).toEqual([
      '14 days from fingerprints to letter.',
      '7 days from letter in hand to appointment.',
    ]);
  });

  it('says "about" when a date is not exact', () => {
    const facts = fullFacts();
    const fingerprints = facts.fingerprints.map((one) => ({ ...one, takenOnPrecision: 'week' as const }));
    expect(forAudience({ ...facts, fingerprints }, 'accompanier').timeline?.spans[0]).toMatch(/^About 14 days/);
  });

  it('has no lag without fingerprints that are tied to the letter', () => {
    expect(forAudience(sparseFacts(), 'attorney').timeline).not.toHaveProperty('lagDays');
  });
});

describe('language', () => {
  it("follows the client in the client's copy, and is English for staff", () => {
    expect(audiences.map((audience) => forAudience(fullFacts(), audience).language)).toEqual(['es', 'en', 'en']);
  });

  it('is English where a language is not written yet', () => {
    const facts = fullFacts();
    expect(forAudience({ ...facts, client: { ...facts.client, language: 'ru' } }, 'client').language).toBe('en');
  });

  it('tells the time of the place', () => {
    const at = ['2018-03-08T14:00:00Z', 'America/New_York'] as const;
    expect(momentInWords(...at, wordingIn('en'))).toBe('Thu 8 Mar 2018, 09:00 (New York)');
    expect(momentInWords(...at, wordingIn('es'))).toBe('jue 8 mar 2018, 09:00 (Nueva York)');
  });

  it('keeps rights and steps in both languages in the same number', () => {
    const facts = fullFacts();
    const english = forAudience({ ...facts, client: { ...facts.client, language: 'en' } }, 'client');
    const spanish = forAudience(facts, 'client');
    expect(spanish.rights).toHaveLength(english.rights?.length ?? 0);
    expect(spanish.ifDetained).toHaveLength(english.ifDetained?.length ?? 0);
  });
});

describe('who goes along and reads Spanish', () => {
  const facts = fullFacts();

  it('gets the same sections and the same steps, in Spanish', () => {
    const [english, spanish] = (['en', 'es'] as const).map((language) => forAudience(facts, 'accompanier', language));
    expect(Object.keys(spanish!)).toEqual(Object.keys(english!));
    for (const list of ['whatToBring', 'whatNotToBring', 'rights', 'ifDetained', 'ties'] as const)
      expect(spanish![list]).toHaveLength(english![list]!.length);
    expect(spanish!.ifDetained![0]).toMatch(/^Llame enseguida al abogado: ATTORNEYMARK/);
    expect(spanish!.posture).toMatch(/^Según se sabía el 3 mar 2018: sin proceso de deportación; /);
    expect(spanish!.timeline).toMatchObject({
      spans: ['14 días de las huellas a la carta.', '7 días de la llegada de la carta a la cita.'],
    });
    expect(spanish!.timeline!.entries.map(({ text }) => text)).toEqual([
      'Presentación ante inmigración: nueva fecha',
      'Toma de huellas',
      'Fecha de la carta',
      'Llegada de la carta',
      'Cita de inmigración (carta)',
    ]);
  });

  it('is told no more than in English, and reads nothing in English', async () => {
    const { text } = await printed(facts, 'accompanier', 'es');
    expect(marksIn(text)).toEqual([...seenBy.accompanier].sort());
    expect(text).not.toMatch(/arrest|delito|penal|fianza|98765432|1977|Dominican/i);
    // What somebody wrote into the file stays as it was written.
    expect(text.replace('use the door on the side street', '')).not.toMatch(
      /\b(the|and|of|with|not|is|call|person|letter)\b/,
    );
  });

  it('has it on two pages, with every step, even when everything is there and long', async () => {
    const { pages, text } = await printed(overflowingFacts(), 'accompanier', 'es');
    expect(pages).toBe(2);
    const { rights, ifDetained } = forAudience(overflowingFacts(), 'accompanier', 'es');
    for (const sentence of [...rights!, ...ifDetained!]) expect(text).toContain(sentence);
  });
});

describe('the printed packet', () => {
  it.each(audiences)('fits on two pages for the %s even when everything is there and long', async (audience) => {
    const { pages, text } = await printed(overflowingFacts(), audience);
    expect(pages).toBe(2);
    for (const step of forAudience(overflowingFacts(), audience).ifDetained ?? []) expect(text).toContain(step);
    for (const right of forAudience(overflowingFacts(), audience).rights ?? []) expect(text).toContain(right);
    expect(text).toContain('(718) 555-0100');
  });

  it('gives up the earliest of the timeline first, and says so', async () => {
    const { earlierAppointments } = overflowingFacts();
    const { pages, text } = await printed({ ...fullFacts(), earlierAppointments }, 'attorney');
    expect(pages).toBe(2);
    expect(text).toContain('Earlier entries left out.');
    expect(text).not.toContain('2012');
    expect(text).toContain('Got the call-in letter (G-56)');
    expect(text).toContain('SCHOOLMARK, 2:40 pm, side door');
  });

  it('says of each list how many people it left out', async () => {
    const { text } = await printed(overflowingFacts(), 'accompanier');
    expect(text.match(/and \d+ more in the case file/g)).toHaveLength(3);
  });

  it('warns of danger on the first page', async () => {
    for (const audience of audiences) {
      const { text } = await printed(overflowingFacts(), audience);
      const [warning, secondPage] = [/If detained|Si le detienen/, /page 2 of|página 2 de/].map((one) =>
        text.search(one),
      );
      expect(warning).toBeGreaterThan(0);
      expect(warning).toBeLessThan(secondPage ?? 0);
    }
  });

  it('carries case code, page and the request to destroy it on each page', async () => {
    const { text } = await printed(fullFacts(), 'accompanier');
    for (const page of [1, 2]) expect(text).toContain(`page ${page} of 2`);
    expect(text.match(/BX-7KQ4M/g)).toHaveLength(2);
    expect(text.match(/Confidential - return or destroy after the appointment/g)).toHaveLength(2);
  });

  it.each(audiences)('names nobody outside of the pages for the %s', async (audience) => {
    const { outside } = await printed(fullFacts(), audience);
    const readable = outside.replaceAll('\0', '');
    expect(marksIn(readable)).toEqual([]);
    expect(readable).not.toMatch(/\bICE\b|Immigration|Peña|98765432/);
    expect(readable).toContain('Summary BX-7KQ4M');
  });

  it('is the same file for the same summary, whatever was printed in between', async () => {
    const summary = forAudience(fullFacts(), 'attorney');
    const first = await renderPacket(summary);
    await renderPacket(forAudience(overflowingFacts(), 'client'));
    expect((await renderPacket(summary)).equals(first)).toBe(true);
  });

  it('is a tagged document in its language', async () => {
    const { outside } = await printed(fullFacts(), 'client');
    expect(outside).toMatch(/^%PDF-1\.7/);
    expect(outside).toContain('/Lang (es)');
    expect(outside).toContain('/Marked true');
    expect(outside).toContain('/DisplayDocTitle true');
  });

  it('prints names in Cyrillic, Arabic and Bengali', async () => {
    const facts = fullFacts();
    const client = {
      ...facts.client,
      language: 'ru',
      preferredName: 'Гуля Абдурахманова',
      caregivers: [{ name: 'محمد', phone: '+13475550142' }, { name: 'রহমান' }],
    };
    const { text } = await printed({ ...facts, client }, 'client');
    expect(text).toContain('Гуля Абдурахманова');
    expect(text).toContain('রহমান');
    expect([...text].filter((one) => 'محمد'.includes(one)).length).toBeGreaterThanOrEqual(8);
  });

  it('never turns a number around that stands beside words from right to left', async () => {
    const facts = fullFacts();
    const client = { ...facts.client, preferredName: 'محمد, (347) 555-0142; محمد 24' };
    expect((await printed({ ...facts, client }, 'client')).text).toMatch(/, \(347\) 555-0142; .*24 /);
  });

  it('is a page and not an error when hardly anything is known', async () => {
    const { appointment: _none, ...facts } = sparseFacts();
    expect((await printed({ ...facts, letters: [] }, 'client')).text).toContain('No appointment on file');
  });
});
