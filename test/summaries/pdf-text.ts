/** Reads back what a packet printed without compression shows: its pages, their text, and all the rest of the file. */
export function readPacket(file: Buffer): { pages: number; text: string; outside: string } {
  const { source, contents, fonts } = opened(file);
  return {
    pages: contents.length,
    text: contents.map((content) => textOf(content, fonts)).join('\n'),
    outside: contents.reduce((rest, content) => rest.replace(content, ''), source),
  };
}

/** Something that is written on a page, in points. */
export interface Run {
  size: number;
  text: string;
}

/** What is written on each page of a file printed without compression, in the order in which it was drawn. */
export function readPages(file: Buffer): Run[][] {
  const { contents, fonts } = opened(file);
  return contents.map((content) => runsOf(content, fonts));
}

function opened(file: Buffer) {
  const source = file.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id, body]) => [id, body ?? '']),
  );
  const streamOf = (id: string | undefined) => /stream\n([\s\S]*?)\nendstream/.exec(objects.get(id) ?? '')?.[1] ?? '';
  const fonts = new Map<string, string[]>();
  for (const [, name, id] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
    if (name && unicode) fonts.set(name, glyphsOf(streamOf(unicode)));
  }
  const contents = [...source.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id]) => streamOf(id));
  return { source, contents, fonts };
}

function glyphsOf(map: string): string[] {
  return [...map.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[(.*)\]/g)].flatMap(([, list]) =>
    [...(list ?? '').matchAll(/<([0-9a-f ]*)>/g)].map(([, units]) =>
      String.fromCharCode(...(units ?? '').split(' ').map((unit) => parseInt(unit, 16))),
    ),
  );
}

/** Text of one content stream, with a space between runs. */
const textOf = (content: string, fonts: ReadonlyMap<string, string[]>): string =>
  runsOf(content, fonts)
    .map(({ text }) => `${text} `)
    .join('')
    .replaceAll(/\s+/g, ' ');

function runsOf(content: string, fonts: ReadonlyMap<string, string[]>): Run[] {
  let glyphs: string[] = [];
  let size = 0;
  const runs: Run[] = [];
  for (const [, font, points, shown] of content.matchAll(/\/(F\d+) ([\d.]+) Tf|\[(.*)\] TJ/g)) {
    if (font) [glyphs, size] = [fonts.get(font) ?? [], Number(points)];
    else {
      const text = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, hex]) => decoded(hex ?? '', glyphs)).join('');
      runs.push({ size, text });
    }
  }
  return runs;
}

function decoded(hex: string, glyphs: readonly string[]): string {
  return (hex.match(/.{4}/g) ?? []).map((glyph) => glyphs[parseInt(glyph, 16)] ?? '').join('');
}
