import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const pictureEndings = ['jpg', 'png', 'webp', 'heic', 'heif'] as const;
export type PictureEnding = (typeof pictureEndings)[number];

const isHeif = (ending: PictureEnding) => ending === 'heic' || ending === 'heif';

/**
 * Photographs of 16 by 16 dots, lying on their side, with Exif (place, time and device) and XMP as an encoder writes
 * them. Telephones write a second picture or a film behind the end of one: so is something here.
 */
export function aPhotograph(ending: PictureEnding): Buffer {
  const photograph = readFileSync(join(import.meta.dirname, `pictures/with-place.${isHeif(ending) ? 'heif' : ending}`));
  photograph.write(ending === 'heic' ? 'heic' : '', 8, 'latin1');
  return Buffer.concat([photograph, Buffer.from(`${isHeif(ending) ? '\0\0\0\x1ampvd' : ''}behind the picture`)]);
}

/** What must not be in the file any more: the latitude as degrees, minutes and hundredths of seconds, and texts. */
export const secretsIn = (ending: PictureEnding): (string | Buffer)[] => [
  Buffer.from('28000000010000002c000000010000003815000064000000', 'hex'),
  'Phone of Rosa',
  '2018:02:26',
  'behind the picture',
  ...(ending === 'png' ? [] : ['Rosa of the XMP']),
];

/** What must be in it as before: the coded picture, and which way up it is. */
export function pictureIn(ending: PictureEnding, file: Buffer): Buffer[] {
  const from = (text: string, bytes: (at: number) => number) => {
    const at = file.indexOf(text, 0, 'latin1');
    return file.subarray(at, at + bytes(at));
  };
  const onItsSide = Buffer.from('011200030000000100060000', 'hex');
  if (ending === 'jpg') return [from('\xff\xda', (at) => file.indexOf('\xff\xd9', at, 'latin1') - at), onItsSide];
  if (ending === 'png') return [from('IDAT', (at) => file.readUInt32BE(at - 4) + 8), onItsSide];
  if (ending === 'webp') return [from('VP8 ', (at) => file.readUInt32LE(at + 4) + 8), onItsSide];
  return [from('mdat', (at) => file.indexOf('Exif\0\0II') - 4 - at), from('irot', () => 5)];
}
