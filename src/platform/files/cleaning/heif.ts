import { fewEnough, Unreadable } from './unreadable.js';

/** Coded pictures, and what is put together of them; everything else in such a file is told beside the picture. */
const pictures = new Set(['hvc1', 'hev1', 'lhv1', 'av01', 'avc1', 'grid', 'iovl', 'iden', 'tmap']);
const ofItems = new Set(['hdlr', 'pitm', 'iinf', 'iref', 'iprp', 'iloc', 'idat', 'dinf', 'grpl']);
/** How to decode, colour, cut and turn. */
const properties = new Set(
  'hvcC lhvC av1C avcC ispe pixi colr pasp auxC clli mdcv cclv amve reve ndwt irot imir clap rloc lsel a1op a1lx tols oinf'.split(
    ' ',
  ),
);

interface Box {
  type: string;
  start: number;
  body: number;
  end: number;
}

/** A stretch of bytes. */
type Range = [from: number, to: number];

/**
 * A HEIC or HEIF picture (ISO/IEC 23008-12) of the same length, in which every byte that belongs to no picture is
 * zero: Exif with the place, XMP, what cameras put beside. Nothing moves, so that no offset has to be written anew.
 * The way up is a property of the picture here, and stays.
 * @throws Unreadable, RangeError
 */
export function cleanHeif(content: Buffer): Buffer {
  const out = Buffer.from(content);
  const all = boxesIn(content, 0, content.length);
  for (const box of all) if (!['ftyp', 'meta', 'mdat'].includes(box.type)) wipe(out, box);
  const meta = only(all, 'meta');
  const items = boxesIn(content, meta.body + 4, meta.end);
  for (const box of items) if (!ofItems.has(box.type)) wipe(out, box);
  cleanProperties(content, out, only(items, 'iprp'));
  const kept = blankNames(content, out, only(items, 'iinf'));
  const primary = only(items, 'pitm');
  if (!kept.has(new Numbers(content, primary.body + 4, primary.end).next(content[primary.body] ? 4 : 2)))
    throw new Unreadable();
  const idat = items.find(({ type }) => type === 'idat');
  const data = [...all.filter(({ type }) => type === 'mdat'), ...(idat ? [idat] : [])];
  for (const { body, end } of data) out.fill(0, body, end);
  let left = content.length;
  for (const [from, to] of rangesOf(content, only(items, 'iloc'), kept, idat)) {
    left -= to - from;
    if (left < 0 || !data.some(({ body, end }) => from >= body && to <= end)) throw new Unreadable();
    content.copy(out, from, from, to);
  }
  return out;
}

function cleanProperties(content: Buffer, out: Buffer, iprp: Box): void {
  for (const box of boxesIn(content, iprp.body, iprp.end)) {
    if (box.type === 'ipco') {
      for (const property of boxesIn(content, box.body, box.end))
        if (!properties.has(property.type)) wipe(out, property);
    } else if (box.type !== 'ipma') wipe(out, box);
  }
}

/** Takes the names that items have away. @returns ids of those that are pictures */
function blankNames(content: Buffer, out: Buffer, iinf: Box): Set<number> {
  const kept = new Set<number>();
  for (const { type, body, end } of boxesIn(content, iinf.body + (content[iinf.body] ? 8 : 6), iinf.end)) {
    const version = content[body]!;
    if (type !== 'infe' || version < 2) throw new Unreadable();
    const idBytes = version === 2 ? 2 : 4;
    const kindAt = body + 4 + idBytes + 2;
    if (pictures.has(content.toString('latin1', kindAt, kindAt + 4))) kept.add(content.readUIntBE(body + 4, idBytes));
    for (let at = kindAt + 4; at < end; at += 1) if (out[at] !== 0) out[at] = 0x20;
  }
  return kept;
}

/** Where the data of items is. */
function rangesOf(content: Buffer, iloc: Box, kept: Set<number>, idat: Box | undefined): Range[] {
  const version = content[iloc.body]!;
  const numbers = new Numbers(content, iloc.body + 4, iloc.end);
  const [first, second] = [numbers.next(1), numbers.next(1)];
  const [offsetBytes, lengthBytes, baseBytes] = [first >> 4, first & 15, second >> 4];
  const indexBytes = version > 0 ? second & 15 : 0;
  // To the end of the file, says a length of no bytes; and many of them would cost much time and no place.
  if (version > 2 || lengthBytes === 0) throw new Unreadable();
  const ranges: Range[] = [];
  for (let items = numbers.next(version < 2 ? 2 : 4); items > 0; items -= 1) {
    const id = numbers.next(version < 2 ? 2 : 4);
    const method = version > 0 ? numbers.next(2) & 15 : 0;
    const source = numbers.next(2);
    const base = numbers.next(baseBytes);
    for (let extents = numbers.next(2); extents > 0; extents -= 1) {
      numbers.next(indexBytes);
      const from = base + numbers.next(offsetBytes) + (method === 1 ? (idat?.body ?? 0) : 0);
      const length = numbers.next(lengthBytes);
      if (!kept.has(id)) continue;
      if (source !== 0 || method > 1 || length === 0) throw new Unreadable();
      ranges.push([from, from + length]);
    }
  }
  return ranges;
}

/** Numbers of changing width, one after the other, within a box. */
class Numbers {
  constructor(
    private readonly content: Buffer,
    private at: number,
    private readonly end: number,
  ) {}

  /** 0 of no bytes. */
  next(bytes: number): number {
    if (![0, 1, 2, 4, 8].includes(bytes) || this.at + bytes > this.end) throw new Unreadable();
    const from = this.at;
    this.at += bytes;
    if (bytes === 8) return Number(this.content.readBigUInt64BE(from));
    return bytes ? this.content.readUIntBE(from, bytes) : 0;
  }
}

function boxesIn(content: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let start = from; start < to; start = boxes.at(-1)!.end) {
    const size = content.readUInt32BE(start);
    const type = content.toString('latin1', start + 4, start + 8);
    const body = start + (size === 1 ? 16 : 8);
    const end = size === 0 ? to : start + (size === 1 ? Number(content.readBigUInt64BE(start + 8)) : size);
    if (end < body || end > to) throw new Unreadable();
    boxes.push({ type, start, body, end });
    fewEnough(boxes);
  }
  return boxes;
}

function only(boxes: Box[], type: string): Box {
  const [found, another] = boxes.filter((box) => box.type === type);
  if (!found || another) throw new Unreadable();
  return found;
}

/** What is left is room that readers pass over. */
function wipe(out: Buffer, { start, body, end }: Box): void {
  out.write('free', start + 4, 'latin1');
  out.fill(0, body, end);
}
