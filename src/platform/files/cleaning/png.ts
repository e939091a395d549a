import { crc32 } from 'node:zlib';
import { exifOf, orientationIn } from './orientation.js';
import { fewEnough, Unreadable } from './unreadable.js';

/** Pixels, colours, sizes and moving pictures; every other chunk is text, time, place or somebody's own. */
const ofPicture = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD hIST pHYs sPLT cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);
const signatureBytes = 8;

/**
 * A PNG (W3C, third edition) with the chunks that make the picture, byte for byte, and no other; what stands behind
 * the end is gone. The way up is kept.
 * @throws Unreadable, RangeError
 */
export function cleanPng(content: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  let type = '';
  for (let at = signatureBytes; type !== 'IEND';) {
    const end = at + 12 + content.readUInt32BE(at);
    type = content.toString('latin1', at + 4, at + 8);
    if (end > content.length || (kept.length === 0 && type !== 'IHDR')) throw new Unreadable();
    if (ofPicture.has(type)) kept.push(content.subarray(at, end));
    else if (type === 'eXIf') orientation = orientationIn(content.subarray(at + 8, end - 4));
    // One that a reader must know, and this one does not.
    else if (/^[A-Z]/.test(type)) throw new Unreadable();
    fewEnough(kept);
    at = end;
  }
  const [header, ...rest] = kept as [Buffer, ...Buffer[]];
  const exif = orientation > 1 ? [chunk('eXIf', exifOf(orientation))] : [];
  return Buffer.concat([content.subarray(0, signatureBytes), header, ...exif, ...rest]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}
