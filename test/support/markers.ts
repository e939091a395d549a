/**
 * The ways in which a text could stand in bytes: in clear and in UTF-16, in either case, in hex, and in base64 at each of
 * its three alignments; digits also backwards and in groups.
 */
export function ways(marker: string): { way: string; bytes: Buffer }[] {
  const texts = new Map<string, string>([
    ['in clear', marker],
    ['in lower case', marker.toLowerCase()],
    ['in upper case', marker.toUpperCase()],
  ]);
  if (/^\d+$/.test(marker)) {
    texts.set('backwards', [...marker].reverse().join(''));
    texts.set('without its country', marker.slice(1));
  }
  if (/^\d{4}-\d\d-\d\d$/.test(marker)) texts.set('without hyphens', marker.replaceAll('-', ''));
  const found = new Map<string, { way: string; bytes: Buffer }>();
  const add = (way: string, bytes: Buffer) => {
    const key = bytes.toString('latin1');
    if (!found.has(key)) found.set(key, { way, bytes });
  };
  for (const [name, text] of texts) {
    const bytes = Buffer.from(text);
    add(name, bytes);
    add(`${name}, UTF-16`, Buffer.from(text, 'utf16le'));
    add(`${name}, hex`, Buffer.from(bytes.toString('hex')));
    add(`${name}, HEX`, Buffer.from(bytes.toString('hex').toUpperCase()));
    for (const at of [0, 1, 2]) {
      // The letters at either end depend on what stands beside; those between do not.
      const whole = Buffer.concat([Buffer.alloc(at), bytes])
        .toString('base64url')
        .slice(at === 0 ? 0 : at + 1, -1);
      const length = whole.length - (whole.length > 8 ? 1 : 0);
      add(`${name}, base64 at ${at}`, Buffer.from(whole.slice(0, length)));
    }
  }
  return [...found.values()];
}

/** Finds any of many texts in many bytes in one walk over them. */
export class Finder {
  private readonly beginnings = new Uint8Array(1 << 24);
  private readonly byBeginning = new Map<number, { name: string; bytes: Buffer }[]>();

  constructor(readonly needles: { name: string; bytes: Buffer }[]) {
    for (const needle of needles) {
      const beginning = needle.bytes.readUIntBE(0, 3);
      this.beginnings[beginning] = 1;
      this.byBeginning.set(beginning, [...(this.byBeginning.get(beginning) ?? []), needle]);
    }
  }

  /** Names of those that are there. */
  foundIn(bytes: Buffer): string[] {
    const found = new Set<string>();
    let last = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      last = ((last << 8) | bytes[at]!) & 0xffffff;
      if (at < 2 || this.beginnings[last] === 0) continue;
      for (const { name, bytes: wanted } of this.byBeginning.get(last)!)
        if (bytes.compare(wanted, 0, wanted.length, at - 2, Math.min(at - 2 + wanted.length, bytes.length)) === 0)
          found.add(name);
    }
    return [...found];
  }
}
