import { describe, expect, it } from 'vitest';
import { matching } from './matching.js';

const entries = [
  { title: 'Retention', words: 'destroy delete keep' },
  { title: 'Organización', words: 'oficina' },
  { title: 'Keep the screen dark' },
];
const titles = (typed: string) => matching(typed, entries).map(({ title }) => title);

describe('What is found in the palette', () => {
  it('begins with what was typed, in any order, with or without accents', () => {
    expect(titles('dark scr')).toEqual(['Keep the screen dark']);
    expect(titles('ORGANIZACION')).toEqual(['Organización']);
    expect(titles('etention')).toEqual([]);
  });

  it('is what is called so before what only has that word', () => {
    expect(titles('keep')).toEqual(['Keep the screen dark', 'Retention']);
  });

  it('is nothing while nothing was typed', () => {
    expect(titles(' - ')).toEqual([]);
  });
});
