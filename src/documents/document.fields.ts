import { Choice, Count, Reference, Text } from '../platform/http/fields.js';
import type { MediaType } from '../platform/files/media-type.js';

export const documentKinds = [
  'letter_scan',
  'g28',
  'identity',
  'tie_or_equity',
  'court_record',
  'packet',
  'handout',
  'other',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What people say of a document. */
export class DocumentFields {
  @Choice(documentKinds, {
    purpose: 'Says what the document is, so that it is found on the day.',
    keeps: 'case',
    required: true,
  })
  kind!: DocumentKind;

  @Text({
    purpose: 'Tells documents of one kind apart; the name that the file had is not kept.',
    keeps: 'case',
    sealed: true,
    max: 200,
  })
  title?: string | null;

  @Reference({ purpose: 'Says which letter this is a scan of.', keeps: 'case' })
  letterId?: string | null;
}

/** A document as kept: also what its content is. The content itself stands in pieces beside it. */
export class DocumentFileFields extends DocumentFields {
  @Text({ purpose: 'Says with what the document can be opened.', keeps: 'case', required: true, max: 40 })
  mediaType!: MediaType;

  @Count({
    purpose: 'Says how large the document is, in bytes.',
    keeps: 'case',
    required: true,
    min: 1,
    max: 52_428_800,
  })
  bytes!: number;

  @Count({ purpose: 'Shows whether pages are missing.', keeps: 'case', min: 1, max: 100_000 })
  pages?: number | null;

  /** Sealed: whoever has a file and the database could otherwise tell that the one is in the other. */
  @Text({
    purpose: 'Proves that the document is still what was kept: its SHA-256 in hex.',
    keeps: 'case',
    sealed: true,
    required: true,
    max: 64,
  })
  sha256!: string;
}
