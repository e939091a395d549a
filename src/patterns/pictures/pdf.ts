import { createRequire } from 'node:module';
import { pdfkit } from '../../platform/files/pdf-libraries.js';

/** Letter size, in points. */
export const page = { width: 612, height: 792, margin: 54, bottom: 728 };
export const inside = page.width - 2 * page.margin;
export const ink = '#1b1f22';
export const muted = '#56606a';
export const accent = '#1d4d63';

const locate = createRequire(import.meta.url);
const fonts = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
};

/**
 * An empty document with the fonts `regular` and `bold`, and its bytes once it is ended. Nothing in it says when it was
 * made but `on`, so that the same content gives the same bytes. `compress: false` leaves the pages readable to tests.
 */
export function openPdf(about: { title: string; language: string; on: string; compress?: boolean }): {
  document: PDFKit.PDFDocument;
  finished: Promise<Buffer>;
} {
  const document = new (pdfkit())({
    size: 'LETTER',
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: page.height - page.bottom },
    bufferPages: true,
    compress: about.compress ?? true,
    pdfVersion: '1.7',
    lang: about.language,
    displayTitle: true,
    info: {
      Title: about.title,
      Author: 'Letterbox',
      Creator: 'Letterbox',
      Producer: 'Letterbox',
      CreationDate: new Date(`${about.on}T12:00:00Z`),
    },
  });
  for (const [name, path] of Object.entries(fonts)) document.registerFont(name, locate.resolve(path));
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve, reject) =>
    document.on('end', () => resolve(Buffer.concat(chunks))).on('error', reject),
  );
  return { document, finished };
}
