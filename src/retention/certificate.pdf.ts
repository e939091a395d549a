import { accent, ink, inside, muted, openPdf, page } from '../patterns/pictures/pdf.js';
import { dateIn } from '../platform/http/values.js';
import type { PurgeAnswer } from './retention.dto.js';

const reasons: Record<PurgeAnswer['reason'], string> = {
  no_longer_needed: 'No longer needed',
  client_asked: 'The person asked for it',
  entered_in_error: 'Entered in error',
  consent_missing: 'There was no consent to keep it',
  retention_policy: 'The time of the retention policy was over',
  other: 'Another reason',
};

/** The certificate of a purge: what, when, who, how much; nothing of the person. The same purge gives the same bytes. */
export async function certificateOf(
  purge: PurgeAnswer,
  { organization, zone }: { organization: string; zone: string },
  options: { compress?: boolean } = {},
): Promise<Buffer> {
  const purgedAt = new Date(purge.purgedAt!);
  const on = dateIn(zone, purgedAt);
  const title = 'Certificate of destruction';
  const { document, finished } = openPdf({ title, language: 'en', on, ...options });
  const text = (words: string, size = 10.5, color = ink, font = 'regular') =>
    document
      .font(font)
      .fontSize(size)
      .fillColor(color)
      .text(words, page.margin, document.y, { width: inside, lineGap: 2 });
  const heading = (words: string) => {
    document.moveDown(0.9);
    text(words, 12, accent, 'bold');
    document.moveDown(0.2);
  };
  text(title, 24, ink, 'bold');
  text(organization, 14, accent);
  document.moveDown(0.8);
  text(`Case file ${purge.caseId}`, 11, ink, 'bold');
  text(
    'This number is random and was given to the file when it was opened. It says nothing of the person; the log of the organisation knows the file by it.',
    9.5,
    muted,
  );
  heading('When, who, why');
  text(`Destroyed on ${on}, at ${purge.purgedAt} (UTC).`);
  text(`Reason: ${reasons[purge.reason]}.`);
  if (purge.basis === 'two_people')
    text(`Proposed by ${purge.byName ?? purge.createdBy}, agreed to by ${purge.approvedByName ?? purge.approvedBy}.`);
  else text('Done by the program: nobody decided about the file in the time that the retention policy gives.');
  if (purge.despiteAppointments) text('Appointments that were still ahead went with it; both people knew.');
  heading('What was destroyed');
  for (const { recordType, count } of purge.destroyed ?? []) text(`${recordType.replaceAll('_', ' ')}: ${count}`);
  heading('What remains');
  text(
    `The key with which everything that names the person was encrypted was destroyed first. Copies of the encrypted data in older backups cannot be opened with any key that this system still has in use; keep backups no longer than docs/retention.md says.`,
  );
  text(
    `${purge.ledgerRows ?? 0} row(s) of figures, without any way back to the person; this certificate; lines of the log, which hold ids and never what a record said; and if the person's number asked for no more text messages, a keyed hash of it, so that this stays so.`,
  );
  document.moveDown(3);
  text('_______________________________          _______________________________', 10, muted);
  text('Signature, date                                                  Signature, date', 9, muted);
  document.moveDown(1);
  text(`Certificate ${purge.id}`, 8.5, muted);
  document.end();
  return finished;
}
