import { createHash } from 'node:crypto';
import type { CaseFile } from '../clients/case-file.js';
import { place, SealBroken } from '../platform/crypto/sealing.js';
import type { Work } from '../platform/database/work.js';
import type { CaseDocument } from './document.entity.js';

/** Pieces go to the database and come from it one at a time, so that no more than one is there twice or thrice. */
export const pieceBytes = 1_048_576;

const piecesIn = (bytes: number) => Math.ceil(bytes / pieceBytes);

/** How many there are is part of each seal: none can be left out, put elsewhere or added. */
const placeOf = (documentId: string, at: number, bytes: number) =>
  place('document_pieces', 'content', `${documentId}/${at}/${piecesIn(bytes)}`);

/** Seals the content of a document and stores it in pieces. */
export async function storeContent(work: Work, file: CaseFile, documentId: string, content: Buffer): Promise<void> {
  for (let at = 0; at < piecesIn(content.length); at += 1) {
    const piece = content.subarray(at * pieceBytes, (at + 1) * pieceBytes);
    await work.execute(
      `INSERT INTO document_pieces (organization_id, document_id, place, client_id, content) VALUES ($1, $2, $3, $4, $5)`,
      [work.organizationId, documentId, at, file.id, file.sealedBytes(placeOf(documentId, at, content.length), piece)],
    );
  }
}

/** Whether there is anything of it. */
export async function hasContent(work: Work, documentId: string): Promise<boolean> {
  const rows = await work.sql('SELECT 1 FROM document_pieces WHERE organization_id = $1 AND document_id = $2 LIMIT 1', [
    work.organizationId,
    documentId,
  ]);
  return rows.length > 0;
}

/** The content of a document, whole and as it was kept. @throws SealBroken */
export async function contentOf(
  work: Work,
  file: CaseFile,
  { id, bytes, sha256 }: Pick<CaseDocument, 'id' | 'bytes' | 'sha256'>,
): Promise<Buffer> {
  const content = Buffer.alloc(bytes);
  let filled = 0;
  for (let at = 0; at < piecesIn(bytes); at += 1) {
    const [row] = await work.sql<{ content: Buffer }>(
      `SELECT content FROM document_pieces WHERE organization_id = $1 AND document_id = $2 AND place = $3`,
      [work.organizationId, id, at],
    );
    const where = placeOf(id, at, bytes);
    if (!row) throw new SealBroken(where);
    filled += file.openedBytes(where, row.content).copy(content, filled);
  }
  if (filled !== bytes || createHash('sha256').update(content).digest('hex') !== sha256)
    throw new SealBroken(place('documents', 'sha256', id));
  return content;
}
