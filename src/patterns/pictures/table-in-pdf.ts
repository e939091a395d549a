import type { Report, ReportColumn, ReportRow } from '../report.js';
import type { BookWords } from './book.words.js';
import { readable, written } from './words.js';

const left = 54;
const inside = 504;
const bottom = 720;
const padding = 4;

const size = 8.5;
const first = 128;
/** More figures beside each other leave no room for their headings. */
const figuresAtOnce = 6;

/** The table of a report; a wide one in parts below each other, each with what its rows are about. */
export function drawTable(document: PDFKit.PDFDocument, report: Report, words: BookWords): void {
  const [about, ...figures] = readable(report);
  const parts = Math.max(1, Math.ceil(figures.length / figuresAtOnce));
  const inPart = Math.ceil(figures.length / parts);
  for (let part = 0; part < parts; part += 1) {
    if (part > 0) document.y += 14;
    drawPart(document, report, words, [about!, ...figures.slice(part * inPart, (part + 1) * inPart)]);
  }
}

/** Headings on each page, figures under each other, totals last. */
function drawPart(document: PDFKit.PDFDocument, report: Report, words: BookWords, columns: ReportColumn[]): void {
  const other = (inside - first) / Math.max(1, columns.length - 1);
  const width = (at: number) => (at === 0 ? first : other);
  const rows = [
    ...report.rows.map((row) => ({ row, total: false })),
    ...(report.totals ? [{ row: report.totals, total: true }] : []),
  ];

  const heightOf = (texts: string[], bold: boolean) => {
    document.font(bold ? 'bold' : 'regular').fontSize(size);
    return (
      Math.max(...texts.map((text, at) => document.heightOfString(text, { width: width(at) - padding }))) + padding
    );
  };
  const line = (texts: string[], bold: boolean, y: number) => {
    document
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor('#1b1f22');
    let x = left;
    texts.forEach((text, at) => {
      document.text(text, x, y + padding / 2, { width: width(at) - padding, align: at === 0 ? 'left' : 'right' });
      x += width(at);
    });
  };
  const rule = (y: number, strong: boolean) =>
    document
      .moveTo(left, y)
      .lineTo(left + inside, y)
      .lineWidth(strong ? 0.8 : 0.3)
      .stroke(strong ? '#1d4d63' : '#c3d0d6');
  const cells = (row: ReportRow, total: boolean) =>
    columns.map((column, at) => (total && at === 0 ? words.all : written(row[column.name], column)));
  const headings = columns.map(({ label }: ReportColumn) => label);

  let y = document.y;
  const head = () => {
    const high = heightOf(headings, true);
    line(headings, true, y);
    y += high;
    rule(y, true);
  };
  if (y + 60 > bottom) {
    document.addPage();
    y = document.y;
  }
  head();
  for (const { row, total } of rows) {
    const texts = cells(row, total);
    const high = heightOf(texts, total);
    if (y + high > bottom) {
      document.addPage();
      y = document.y;
      head();
    }
    if (total) rule(y, true);
    line(texts, total, y);
    y += high;
    if (!total) rule(y, false);
  }
  document.y = y;
}
