import type PDFDocument from 'pdfkit';
import { installedFaces, openFont, type Face } from './packet.fonts.js';

export interface Style {
  size: number;
  bold?: boolean;
  color: string;
}

export interface Span {
  text: string;
  style: Style;
}

interface Run {
  text: string;
  face: Face;
  style: Style;
  /** Laid out as a whole: joined letters, right to left where the script runs so. */
  shaped: boolean;
}

export interface Line {
  runs: Run[];
  width: number;
  height: number;
}

type Document = InstanceType<typeof PDFDocument>;

const leading = 1.36;
/** From the top of a line to its baseline, in parts of the type size. */
const ascent = 1.03;

/** Breaks text into lines and draws them, each character in the first font that has it. */
export class Typesetter {
  private readonly faces = installedFaces();
  private readonly widths = new Map<string, number>();
  private readonly registered = new Set<string>();
  private readonly covered = new Map<string, boolean>();

  constructor(private readonly document: Document) {}

  /** Breaks at spaces, between ideographs, and inside a word only when it is wider than the line. */
  wrap(spans: readonly Span[], width: number): Line[] {
    const lines: Line[] = [];
    let current: Span[] = [];
    let used = 0;
    const flush = () => {
      lines.push(this.line(trimmedEnd(current)));
      current = [];
      used = 0;
    };
    for (const word of spans.flatMap(wordsOf)) {
      if (word.text === '\n') {
        flush();
        continue;
      }
      const bare = this.width({ ...word, text: word.text.trimEnd() });
      if (used + bare > width && current.length > 0) flush();
      for (const part of bare > width ? this.pieces(word, width) : [word]) {
        if (used + this.width({ ...part, text: part.text.trimEnd() }) > width && current.length > 0) flush();
        current.push(part);
        used += this.width(part);
      }
    }
    if (current.length > 0 || lines.length === 0) flush();
    return lines;
  }

  /** `y` is the top of the line. */
  draw(line: Line, x: number, y: number): void {
    const base = y + ascent * Math.max(...line.runs.map(({ style }) => style.size), 0);
    let at = x;
    for (const run of line.runs) {
      this.select(run);
      this.document
        .fillColor(run.style.color)
        .text(run.text, at, base, { lineBreak: false, baseline: 'alphabetic', ...features(run) });
      at += this.runWidth(run);
    }
  }

  private line(spans: readonly Span[]): Line {
    const runs = joined(spans).flatMap((span) => this.runs(span));
    const size = Math.max(...spans.map(({ style }) => style.size), 0);
    return { runs, width: runs.reduce((sum, run) => sum + this.runWidth(run), 0), height: size * leading };
  }

  private width(span: Span): number {
    return this.runs(span).reduce((sum, run) => sum + this.runWidth(run), 0);
  }

  private runWidth(run: Run): number {
    const key = `${run.style.bold ? 'b' : 'r'}${run.style.size}:${run.shaped ? 's' : ''}:${run.text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    this.select(run);
    const width = this.document.widthOfString(run.text, features(run));
    this.widths.set(key, width);
    return width;
  }

  private select({ face, style }: Run): void {
    const path = style.bold ? face.bold : face.regular;
    if (!this.registered.has(path)) {
      // pdfkit takes an opened font too, which its types do not say.
      this.document.registerFont(path, openFont(path) as unknown as PDFKit.Mixins.PDFFontSource);
      this.registered.add(path);
    }
    this.document.font(path).fontSize(style.size);
  }

  private pieces(word: Span, width: number): Span[] {
    const pieces: Span[] = [];
    let text = '';
    for (const character of word.text) {
      if (text !== '' && this.width({ ...word, text: text + character }) > width) {
        pieces.push({ ...word, text });
        text = '';
      }
      text += character;
    }
    return [...pieces, { ...word, text }];
  }

  /**
   * One run per font. Marks and spaces stay with their letters; digits and punctuation never join a run that is laid
   * out from right to left, which would turn a phone number around.
   */
  private runs({ text, style }: Span): Run[] {
    const runs: Run[] = [];
    for (const character of text) {
      const last = runs.at(-1);
      const stays = last && /[\p{M}\p{Cf}\s]/u.test(character) && this.has(last.face, character);
      const face = stays ? last.face : this.faceOf(character);
      const shaped = face.shaped && !/[\p{N}\p{P}]/u.test(character);
      if (last?.face === face && last.shaped === shaped) last.text += character;
      else runs.push({ text: character, face, style, shaped });
    }
    return runs.flatMap((run) => {
      const tail = run.shaped ? /\s+$/.exec(run.text)?.[0] : undefined;
      if (!tail) return [run];
      return [
        { ...run, text: run.text.slice(0, -tail.length) },
        { ...run, text: tail, shaped: false },
      ];
    });
  }

  /** The first font that has the character; without any, the first font's empty box. */
  private faceOf(character: string): Face {
    const face = this.faces.find((one) => this.has(one, character)) ?? this.faces[0];
    if (!face) throw new Error('The fonts of the packet are not installed.');
    return face;
  }

  private has(face: Face, character: string): boolean {
    const key = `${face.regular}:${character}`;
    const known = this.covered.get(key);
    if (known !== undefined) return known;
    const has = openFont(face.regular).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    this.covered.set(key, has);
    return has;
  }
}

/** Any feature makes pdfkit lay the run out as a whole, which joined and right-to-left scripts need. */
function features(run: Run): { features?: PDFKit.Mixins.OpenTypeFeatures[] } {
  return run.shaped ? { features: ['kern'] } : {};
}

/** A phone number is one word, so that it is read in one piece. */
function wordsOf({ text, style }: Span): Span[] {
  const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
  const words = text.replaceAll('\r', '').match(/\n|\(\d{3}\) \S+[^\S\n]*|\S+[^\S\n]*|[^\S\n]+/gu) ?? [];
  return words
    .flatMap((word) => (ideograph.test(word) ? [...word] : [word]))
    .map((word) => ({ text: word.replaceAll('\t', ' '), style }));
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last?.style === span.style) last.text += span.text;
    else result.push({ ...span });
  }
  return result;
}

function trimmedEnd(spans: Span[]): Span[] {
  const last = spans.at(-1);
  return last ? [...spans.slice(0, -1), { ...last, text: last.text.trimEnd() }] : spans;
}
