import type { SvgElement } from './dom.js';

/** What an element hands on to those within it. */
interface Look {
  fill: string;
  stroke: string;
  width: number;
  opacity: number;
  size: number;
  anchor: string;
  bold: boolean;
  dash?: number[] | undefined;
}

const plain: Look = { fill: '#1b1f22', stroke: 'none', width: 1, opacity: 1, size: 12, anchor: 'start', bold: false };

/** Draws the elements that pictures are made of: groups, rectangles, lines, circles, paths and texts. */
export function drawSvg(document: PDFKit.PDFDocument, svg: SvgElement, x: number, y: number, scale: number): void {
  document.save().translate(x, y).scale(scale);
  draw(document, svg, plain);
  document.restore();
}

function draw(document: PDFKit.PDFDocument, element: SvgElement, inherited: Look): void {
  if (element.localName === 'title' || element.localName === 'desc') return;
  const look = lookOf(element, inherited);
  document.save();
  for (const [, kind, numbers] of (element.getAttribute('transform') ?? '').matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b = 0] = numbers!.split(/[ ,]+/).map(Number);
    if (kind === 'translate') document.translate(a, b);
    else if (kind === 'rotate') document.rotate(a);
  }
  const at = (name: string) => Number(element.getAttribute(name) ?? 0);
  switch (element.localName) {
    case 'rect':
      paint(document.rect(at('x'), at('y'), at('width'), at('height')), look);
      break;
    case 'circle':
      paint(document.circle(at('cx'), at('cy'), at('r')), look);
      break;
    case 'line':
      paint(document.moveTo(at('x1'), at('y1')).lineTo(at('x2'), at('y2')), { ...look, fill: 'none' });
      break;
    case 'path':
      paint(document.path(element.getAttribute('d') ?? ''), look);
      break;
    case 'text':
      write(document, element, look);
      break;
    default:
      for (const child of element.children) draw(document, child, look);
  }
  document.restore();
}

function lookOf(element: SvgElement, from: Look): Look {
  const own = (name: string) => element.getAttribute(name);
  const color = (name: 'fill' | 'stroke') => {
    const value = own(name);
    return value === null ? from[name] : value === 'currentColor' ? plain.fill : value;
  };
  const dash = own('stroke-dasharray');
  return {
    fill: color('fill'),
    stroke: color('stroke'),
    width: Number(own('stroke-width') ?? from.width),
    opacity: from.opacity * Number(own('fill-opacity') ?? 1) * Number(own('stroke-opacity') ?? 1),
    size: Number.parseFloat(own('font-size') ?? String(from.size)),
    anchor: own('text-anchor') ?? from.anchor,
    bold: own('font-weight') === 'bold' || from.bold,
    dash: dash === null ? from.dash : dash === 'none' ? undefined : dash.split(',').map(Number),
  };
}

function paint(shape: PDFKit.PDFDocument, { fill, stroke, width, opacity, dash }: Look): void {
  shape.opacity(opacity).lineWidth(width);
  if (dash) shape.dash(dash[0]!, { space: dash[1] ?? dash[0]! });
  if (fill !== 'none' && stroke !== 'none') shape.fillAndStroke(fill, stroke);
  else if (fill !== 'none') shape.fill(fill);
  else if (stroke !== 'none') shape.stroke(stroke);
}

/** Plot moves a text by parts of its size, down to stand on the line and aside. */
function write(document: PDFKit.PDFDocument, element: SvgElement, { fill, size, anchor, bold }: Look): void {
  const text = element.textContent ?? '';
  if (text === '') return;
  const moved = (name: string) => Number(element.getAttribute(name) ?? 0);
  const down =
    Number.parseFloat(element.getAttribute('dy') ?? element.getAttribute('y')?.match(/^(.*)em$/)?.[1] ?? '0') * size;
  const y = (element.getAttribute('y') ?? '').endsWith('em') ? 0 : moved('y');
  document
    .font(bold ? 'bold' : 'regular')
    .fontSize(size)
    .fillColor(fill);
  const wide = document.widthOfString(text);
  const x = moved('x') - (anchor === 'middle' ? wide / 2 : anchor === 'end' ? wide : 0);
  document.text(text, x, y + down, { lineBreak: false, baseline: 'alphabetic' });
}
