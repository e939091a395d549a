import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A face of the packet: which bytes, and whether it can draw a character. */
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
const bytes = new Map<string, Buffer>();

/** The faces that are installed, as keys for {@link fontBytes}. */
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

export function fontBytes(path: string): Buffer {
  const known = bytes.get(path) ?? readFileSync(path);
  bytes.set(path, known);
  return known;
}
