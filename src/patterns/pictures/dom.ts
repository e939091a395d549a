/** The little of the DOM that pictures are made with; the server has no such types of its own. */
export interface SvgElement {
  readonly localName: string;
  readonly outerHTML: string;
  readonly childNodes: Iterable<SvgElement>;
  readonly children: Iterable<SvgElement>;
  textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<SvgElement>;
  append(...elements: SvgElement[]): void;
  remove(): void;
}

export interface SvgDocument {
  createElementNS(space: string, name: string): SvgElement;
}
