import { exifOf, orientationIn } from './orientation.js';
import { fewEnough, Unreadable } from './unreadable.js';

const ofPicture = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ICCP']);
const [hasExif, hasXmp] = [0x08, 0x04];
const frameHeaderBytes = 16;

/**
 * A WebP (RFC 9649) with the chunks that make the picture, their data byte for byte, and no other. The way up is kept.
 * @throws Unreadable, RangeError
 */
export function cleanWebp(content: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  let header: Buffer | undefined;
  for (const { type, data } of chunksOf(content, 12, 8 + content.readUInt32LE(4))) {
    if (type === 'VP8X') kept.push((header = chunk(type, data)));
    else if (ofPicture.has(type)) kept.push(chunk(type, data));
    else if (type === 'ANMF') kept.push(chunk(type, cleanFrame(data)));
    // Some writers put the mark of a JPEG before it.
    else if (type === 'EXIF')
      orientation = orientationIn(data.subarray(data.toString('latin1', 0, 4) === 'Exif' ? 6 : 0));
  }
  if (kept.length === 0) throw new Unreadable();
  if (header) {
    header[8]! &= ~(hasExif | hasXmp);
    if (orientation > 1) {
      header[8]! |= hasExif;
      kept.push(chunk('EXIF', exifOf(orientation)));
    }
  }
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...kept]));
}

/** A picture of several, which has chunks of its own behind its header. */
function cleanFrame(data: Buffer): Buffer {
  const kept = chunksOf(data, frameHeaderBytes, data.length).filter(({ type }) => ofPicture.has(type));
  return Buffer.concat([data.subarray(0, frameHeaderBytes), ...kept.map(({ type, data: own }) => chunk(type, own))]);
}

function chunksOf(content: Buffer, from: number, to: number): { type: string; data: Buffer }[] {
  const chunks = [];
  if (to > content.length) throw new Unreadable();
  for (let at = from; at + 8 <= to;) {
    const end = at + 8 + content.readUInt32LE(at + 4);
    if (end > to) throw new Unreadable();
    chunks.push({ type: content.toString('latin1', at, at + 4), data: content.subarray(at + 8, end) });
    fewEnough(chunks);
    // Chunks begin at even places.
    at = end + (end % 2);
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}
