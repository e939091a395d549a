import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import type { Font } from 'fontkit';
import { fontkit } from '../platform/files/pdf-libraries.js';

/** A family of the packet in its two weights. */
export interface Face {
  regular: string;
  bold: string;
  /** Laid out as one run: joined letters, and words from right to left. */
  shaped: boolean;
}

/** In order of preference. Noto Sans has Latin with all accents, Cyrillic, Greek, Vietnamese and Devanagari. */
const files: { regular: string; bold: string; shaped?: boolean; optional?: boolean }[] = [
  {
    regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  },
  {
    regular: '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
    shaped: true,
  },
  {
    regular: '@expo-google-fonts/noto-sans-bengali/400Regular/NotoSansBengali_400Regular.ttf',
    bold: '@expo-google-fonts/noto-sans-bengali/700Bold/NotoSansBengali_700Bold.ttf',
    shaped: true,
  },
  // Too large to ship; used where the office has installed it.
  {
    regular: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff',
    bold: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff',
    optional: true,
  },
];

const locate = createRequire(import.meta.url);
const opened = new Map<string, Font>();

/** The families that are installed, with paths for {@link openFont}. */
export function installedFaces(): Face[] {
  return files.flatMap(({ regular, bold, shaped = false, optional }) => {
    try {
      return [{ regular: locate.resolve(regular), bold: locate.resolve(bold), shaped }];
    } catch (error) {
      if (optional) return [];
      throw error;
    }
  });
}

/** Parsed once per process: large fonts take seconds to open. */
export function openFont(path: string): Font {
  const font = opened.get(path) ?? fontkit().create(unpacked(readFileSync(path)));
  opened.set(path, font);
  return font;
}

/** A WOFF file as the plain font it wraps: fontkit would inflate whole tables again for every glyph. */
function unpacked(file: Buffer): Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') return file;
  const count = file.readUInt16BE(12);
  const header = Buffer.alloc(12 + 16 * count);
  file.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  const parts: Uint8Array[] = [header];
  let offset = header.length;
  for (let at = 0; at < count; at += 1) {
    const entry = file.subarray(44 + 20 * at, 64 + 20 * at);
    const [start, packed, size] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
    const bytes = file.subarray(start, start + packed);
    const table = packed < size ? inflateSync(bytes) : bytes;
    const record = header.subarray(12 + 16 * at, 28 + 16 * at);
    entry.copy(record, 0, 0, 4);
    entry.copy(record, 4, 16, 20);
    record.writeUInt32BE(offset, 8);
    record.writeUInt32BE(size, 12);
    parts.push(table, Buffer.alloc((4 - (size % 4)) % 4));
    offset += size + ((4 - (size % 4)) % 4);
  }
  return Buffer.concat(parts);
}
