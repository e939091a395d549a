import { accent, ink, inside, muted, openPdf, page } from '../patterns/pictures/pdf.js';
import { dateIn } from '../platform/http/values.js';
import { type CertificateLanguage, certificateTexts } from './certificate.texts.js';
import type { PurgeAnswer } from './retention.dto.js';

/** The certificate of a purge: what, when, who, how much; nothing of the person. The same purge gives the same bytes. */
export async function certificateOf(
  purge: PurgeAnswer,
  { organization, zone, language }: { organization: string; zone: string; language: CertificateLanguage },
  options: { compress?: boolean } = {},
): Promise<Buffer> {
  const purgedAt = new Date(purge.purgedAt!);
  const on = dateIn(zone, purgedAt);
  const words = certificateTexts[language];
  const { document, finished } = openPdf({ title: words.title, language, on, ...options });
  const text = (said: string, size = 10.5, color = ink, font = 'regular') =>
    document
      .font(font)
      .fontSize(size)
      .fillColor(color)
      .text(said, page.margin, document.y, { width: inside, lineGap: 2 });
  const heading = (said: string) => {
    document.moveDown(0.9);
    text(said, 12, accent, 'bold');
    document.moveDown(0.2);
  };
  text(words.title, 24, ink, 'bold');
  text(organization, 14, accent);
  document.moveDown(0.8);
  text(words.file(purge.caseId), 11, ink, 'bold');
  text(words.fileSays, 9.5, muted);
  heading(words.who);
  text(words.when(on, purge.purgedAt!));
  text(words.why(words.reasons[purge.reason]));
  if (purge.basis === 'two_people')
    text(words.twoPeople(purge.byName ?? purge.createdBy, purge.approvedByName ?? purge.approvedBy!));
  else text(words.policy);
  if (purge.despiteAppointments) text(words.appointments);
  heading(words.what);
  for (const { recordType, count } of purge.destroyed ?? []) text(`${recordType.replaceAll('_', ' ')}: ${count}`);
  heading(words.remains);
  text(words.backups);
  text(words.figures(purge.ledgerRows ?? 0));
  document.moveDown(3);
  text('_______________________________          _______________________________', 10, muted);
  text(`${words.signature}${' '.repeat(50)}${words.signature}`, 9, muted);
  document.moveDown(1);
  text(words.certificate(purge.id), 8.5, muted);
  document.end();
  return finished;
}
