import { exifOf, orientationIn } from './orientation.js';
import { fewEnough, Unreadable } from './unreadable.js';

const [endOfImage, startOfScan] = [0xd9, 0xda];
const exifMark = Buffer.from('Exif\0\0');

/** What the picture itself is made of: frames, tables, scans, restart intervals. */
const isOfPicture = (marker: number) => (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xda && marker <= 0xdf);

/**
 * A JPEG (ITU-T T.81) with the segments that a decoder needs, byte for byte, and no other: Exif, XMP, IPTC, comments,
 * small pictures and whatever stands behind the end are gone. The way up is kept.
 * @throws Unreadable, RangeError
 */
export function cleanJpeg(content: Buffer): Buffer {
  let header: Buffer[] = [];
  const picture: Buffer[] = [];
  let orientation: number | undefined;
  let scans = 0;
  let at = 2;
  while (at < content.length) {
    while (content[at] === 0xff && content[at + 1] === 0xff) at += 1;
    const marker = content.readUInt16BE(at) - 0xff00;
    if (marker === endOfImage) break;
    let end = at + 2 + content.readUInt16BE(at + 2);
    const standsAlone = marker >= 0xd0 && marker <= 0xd8;
    if (marker < 0xc0 || standsAlone || end > content.length) throw new Unreadable();
    const data = content.subarray(at + 4, end);
    if (marker === startOfScan) {
      scans += 1;
      end = endOfScan(content, end);
    }
    if (isOfPicture(marker)) picture.push(content.subarray(at, end));
    else if (marker === 0xe0 && startsWith(data, 'JFIF\0')) header = [segment(0xe0, withoutThumbnail(data))];
    else if (marker === 0xe1 && startsWith(data, 'Exif\0\0')) orientation ??= orientationIn(data.subarray(6));
    else if (marker === 0xe2 && startsWith(data, 'ICC_PROFILE\0')) picture.push(content.subarray(at, end));
    // Says how the colours are coded; nothing is said behind its twelve bytes.
    else if (marker === 0xee && startsWith(data, 'Adobe')) picture.push(segment(0xee, data.subarray(0, 12)));
    fewEnough(picture);
    at = end;
  }
  if (scans === 0) throw new Unreadable();
  if (orientation && orientation > 1) header.push(segment(0xe1, Buffer.concat([exifMark, exifOf(orientation)])));
  return Buffer.concat([Buffer.from('ffd8', 'hex'), ...header, ...picture, Buffer.from('ffd9', 'hex')]);
}

const startsWith = (data: Buffer, text: string) => data.toString('latin1', 0, text.length) === text;

const withoutThumbnail = (jfif: Buffer) => Buffer.concat([jfif.subarray(0, 12), Buffer.alloc(2)]);

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** Where the coded data ends: at a marker that is neither a stuffed byte nor a restart. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = from; at + 1 < content.length; at += 1) {
    if (content[at] !== 0xff) continue;
    const next = content[at + 1]!;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return content.length;
}
