import type { Report } from '../report.js';
import { type BookWords, pageWords } from './book.words.js';
import { pointsOf } from './marks.js';
import { drawn } from './picture.js';
import { accent, ink, inside, muted, openPdf, page } from './pdf.js';
import { drawSvg } from './svg-in-pdf.js';
import { drawTable, tableHeight } from './table-in-pdf.js';

/** What stands on the cover. */
export interface Cover {
  organization: string;
  /** In words. */
  period: string;
  /** What else narrows the figures, as sentences without end: "County: Bronx". */
  filters: readonly string[];
  on: string;
  /** Counts below it are hidden; absent in a book for the office itself. */
  k?: number;
  /** Titles of reports that could not be made safe and are not in it. */
  left?: readonly string[];
}

/**
 * The report book: cover, methods and limits, then for each report its question, picture, table and remarks. The same
 * figures give the same bytes. `compress: false` leaves the pages readable to tests.
 */
export async function bookOf(
  reports: readonly Report[],
  cover: Cover,
  words: BookWords,
  options: { compress?: boolean } = {},
): Promise<Buffer> {
  const { document, finished } = openPdf({ title: words.title, language: words.language, on: cover.on, ...options });
  const book = new Book(document, words);
  const lines = book.front(reports, cover);
  const starts: Start[] = [];
  for (const report of reports) {
    await book.report(report);
    starts.push({ title: report.title, page: book.began });
  }
  book.pageNumbers(
    lines,
    starts.map(({ page }) => page),
  );
  edges(document, words, cover, starts);
  document.end();
  return finished;
}

/** On which page, counted from 1, a report begins. */
interface Start {
  title: string;
  page: number;
}

/** Made smaller than this, the words in a picture can no longer be read. */
const leastScale = 0.8;
/** Where page numbers stand in the contents. */
const contentsWidth = 360;

class Book {
  /** The page, counted from 1, on which the last report began. */
  began = 1;

  constructor(
    private readonly document: PDFKit.PDFDocument,
    private readonly words: BookWords,
  ) {}

  /** @returns how far down each report stands in the contents, for its page number */
  front(reports: readonly Report[], { organization, period, filters, on, k, left = [] }: Cover): number[] {
    const { document, words } = this;
    document.rect(page.margin, 90, 64, 5).fill(accent);
    document.font('bold').fontSize(30).fillColor(ink).text(words.title, page.margin, 112, { width: inside });
    document.moveDown(0.4).font('regular').fontSize(15).fillColor(accent).text(organization);
    document.moveDown(0.6).fontSize(12).fillColor(ink).text(period);
    filters.forEach((filter) => document.text(filter));
    document.text(words.asOf(on));
    document
      .moveDown(1.2)
      .font('bold')
      .fontSize(11)
      .fillColor(k === undefined ? '#a61b1b' : accent);
    document.text(k === undefined ? words.internal : words.public(k), { width: 400 });
    document.moveDown(1.6);
    this.heading(words.contents, 13);
    const lines = reports.map(({ title }, at) => {
      const { y } = document;
      this.line(`${at + 1}.  ${title}`);
      return y;
    });
    if (left.length > 0) {
      document.moveDown(0.8);
      this.paragraph(words.left(left));
    }
    document.addPage();
    this.heading(words.howTo, 17);
    for (const { heading, texts } of words.methods(k)) {
      document.moveDown(0.5);
      this.heading(heading, 12);
      texts.forEach((text) => this.paragraph(text));
    }
    return lines;
  }

  pageNumbers(lines: readonly number[], pages: readonly number[]): void {
    this.document.switchToPage(0);
    this.document.font('regular').fontSize(10).fillColor(muted);
    lines.forEach((y, at) =>
      this.document.text(String(pages[at]!), page.margin, y, { width: contentsWidth, align: 'right' }),
    );
  }

  async report(report: Report): Promise<void> {
    const { document, words } = this;
    document.addPage();
    this.began = document.bufferedPageRange().count;
    this.heading(report.title, 17);
    document.font('regular').fontSize(11).fillColor(muted).text(report.question);
    document.moveDown(0.8);
    // Nothing but zeros is no picture, unless they are shares.
    const hasPoints =
      report.chart !== null &&
      pointsOf(report, report.chart).some(({ value, high }) => value !== 0 || (high ?? 0) !== 0);
    const picture = hasPoints ? await drawn(report, words.language, false) : undefined;
    const table = report.rows.length === 0 ? 30 : tableHeight(document, report, words);
    const texts = this.textsHeight(report);
    if (picture) {
      const scale = inside / Number(picture.getAttribute('width'));
      const high = Number(picture.getAttribute('height')) * scale;
      // Made smaller, within reason, where all then fits on one page; else the table has the next one to itself.
      const most = page.bottom - document.y - texts - 20;
      const room = most - table;
      const fits = Math.min(1, (room / high >= leastScale ? room : most) / high);
      // Texts in it move where the next one would stand.
      const top = document.y;
      drawSvg(document, picture, page.margin, top, scale * fits);
      document.y = top + high * fits + 10;
    }
    // What is to be known stands before a table that leaves no room for it, never on a page of its own.
    const before = document.y + table + texts > page.bottom && document.y + texts <= page.bottom;
    if (before) this.texts(report);
    if (report.rows.length === 0) this.paragraph(words.nothing);
    else drawTable(document, report, words);
    document.x = page.margin;
    document.moveDown(0.8);
    if (!before) this.texts(report);
  }

  /** Remarks on the figures, and how they are made. */
  private sections({ notes, methods }: Report): (readonly [heading: string, texts: readonly string[]])[] {
    const { words } = this;
    return [[words.notes, notes] as const, [words.made, methods] as const].filter(([, texts]) => texts.length > 0);
  }

  private textsHeight(report: Report): number {
    return this.sections(report).reduce((so, [, texts]) => so + this.sectionHeight(texts), 10);
  }

  private sectionHeight(texts: readonly string[]): number {
    this.document.font('regular').fontSize(10);
    return texts.reduce((so, text) => so + this.document.heightOfString(text, { width: inside, lineGap: 1.5 }) + 6, 26);
  }

  private texts(report: Report): void {
    const { document } = this;
    for (const [heading, texts] of this.sections(report)) {
      this.heading(heading, 11);
      texts.forEach((text) => this.paragraph(text));
      document.moveDown(0.4);
    }
  }

  private heading(text: string, size: number): void {
    this.document
      .font('bold')
      .fontSize(size)
      .fillColor(accent)
      .text(text, page.margin, this.document.y, { width: inside });
    this.document.moveDown(0.25);
  }

  private paragraph(text: string): void {
    this.document
      .font('regular')
      .fontSize(10)
      .fillColor(ink)
      .text(text, page.margin, this.document.y, { width: inside, lineGap: 1.5 });
    this.document.moveDown(0.35);
  }

  private line(text: string): void {
    this.document
      .font('regular')
      .fontSize(10)
      .fillColor(ink)
      .text(text, page.margin, this.document.y, { width: inside });
  }
}

/** Which report it is, number of each page, and whether the book may be passed on. */
function edges(document: PDFKit.PDFDocument, words: BookWords, { k }: Cover, starts: readonly Start[]): void {
  const { count } = document.bufferedPageRange();
  for (let at = 1; at < count; at += 1) {
    document.switchToPage(at);
    // Below the margin pdfkit would begin a new page.
    document.page.margins.bottom = 0;
    document.font('regular').fontSize(8).fillColor(muted);
    document.text(k === undefined ? words.internalShort : words.publicShort, page.margin, 748, {
      width: inside,
      lineBreak: false,
    });
    const number = pageWords(words, at + 1, count);
    // On its first page it has its heading.
    const report = starts.findLast(({ page: begins }) => begins <= at);
    const isGoingOn = report && !starts.some(({ page: begins }) => begins === at + 1);
    document.text(isGoingOn ? `${report.title}  ·  ${number}` : number, page.margin, 748, {
      width: inside,
      align: 'right',
      lineBreak: false,
    });
  }
}
