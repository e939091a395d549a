import type { MediaType } from '../media-type.js';
import { cleanHeif } from './heif.js';
import { cleanJpeg } from './jpeg.js';
import { cleanPng } from './png.js';
import { Unreadable } from './unreadable.js';
import { cleanWebp } from './webp.js';

const cleaners: Partial<Record<MediaType, (content: Buffer) => Buffer>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/heic': cleanHeif,
  'image/heif': cleanHeif,
};

/**
 * A picture without what the camera or a program wrote beside it: place, time, device, names, earlier versions. The
 * picture itself stays bit for bit, as it may be evidence; which way up it is shown stays too. Packages for Node
 * leave the place in WebP and HEIC, take the way up away, or read the picture anew.
 * @returns a PDF as it was; undefined for a picture that cannot be read, and so not be cleaned
 */
export function cleaned(content: Buffer, mediaType: MediaType): Buffer | undefined {
  const clean = cleaners[mediaType];
  try {
    return clean ? clean(content) : content;
  } catch (error) {
    // By name: what Node itself throws is of another realm under the tests.
    if (error instanceof Unreadable || (error as Error).name === 'RangeError') return undefined;
    throw error;
  }
}
