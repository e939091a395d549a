import type { PurgeReason } from './retention.fields.js';

export const certificateLanguages = ['en', 'es'] as const;
export type CertificateLanguage = (typeof certificateLanguages)[number];

interface CertificateTexts {
  title: string;
  file: (id: string) => string;
  fileSays: string;
  who: string;
  when: (day: string, instant: string) => string;
  why: (reason: string) => string;
  twoPeople: (one: string, other: string) => string;
  policy: string;
  appointments: string;
  what: string;
  remains: string;
  backups: string;
  figures: (rows: number) => string;
  signature: string;
  certificate: (id: string) => string;
  reasons: Record<PurgeReason, string>;
}

/** What a certificate of a purge says, in the languages of the application. */
export const certificateTexts: Record<CertificateLanguage, CertificateTexts> = {
  en: {
    title: 'Certificate of destruction',
    file: (id) => `Case file ${id}`,
    fileSays:
      'This number is random and was given to the file when it was opened. It says nothing of the person; the log of the organisation knows the file by it.',
    who: 'When, who, why',
    when: (day, instant) => `Destroyed on ${day}, at ${instant} (UTC).`,
    why: (reason) => `Reason: ${reason}.`,
    twoPeople: (one, other) => `Proposed by ${one}, agreed to by ${other}.`,
    policy: 'Done by the program: nobody decided about the file in the time that the retention policy gives.',
    appointments: 'Appointments that were still ahead went with it; both people knew.',
    what: 'What was destroyed',
    remains: 'What remains',
    backups:
      'The key with which everything that names the person was encrypted was destroyed first. Copies of the encrypted data in older backups cannot be opened with any key that this system still has in use; keep backups no longer than docs/retention.md says.',
    figures: (rows) =>
      `${rows} row(s) of figures, without any way back to the person; this certificate; lines of the log, which hold ids and never what a record said; and if the person's number asked for no more text messages, a keyed hash of it, so that this stays so.`,
    signature: 'Signature, date',
    certificate: (id) => `Certificate ${id}`,
    reasons: {
      no_longer_needed: 'No longer needed',
      client_asked: 'The person asked for it',
      entered_in_error: 'Entered in error',
      consent_missing: 'There was no consent to keep it',
      retention_policy: 'The time of the retention policy was over',
      other: 'Another reason',
    },
  },
  es: {
    title: 'Certificado de destrucción',
    file: (id) => `Expediente ${id}`,
    fileSays:
      'Este número es aleatorio y se dio al expediente cuando se abrió. No dice nada de la persona; el registro de la organización conoce el expediente por él.',
    who: 'Cuándo, quién, por qué',
    when: (day, instant) => `Destruido el ${day}, a las ${instant} (UTC).`,
    why: (reason) => `Motivo: ${reason}.`,
    twoPeople: (one, other) => `Propuesto por ${one}, aprobado por ${other}.`,
    policy: 'Hecho por el programa: nadie decidió sobre el expediente en el plazo que dan las reglas de conservación.',
    appointments: 'Las citas que aún estaban pendientes desaparecieron con él; ambas personas lo sabían.',
    what: 'Qué se destruyó (nombres de las tablas)',
    remains: 'Qué queda',
    backups:
      'La llave con la que estaba cifrado todo lo que nombra a la persona se destruyó primero. Las copias de los datos cifrados en respaldos anteriores no se pueden abrir con ninguna llave que este sistema use todavía; no guarde respaldos más tiempo del que dice docs/retention.md.',
    figures: (rows) =>
      `${rows} fila(s) de cifras, sin camino de vuelta a la persona; este certificado; líneas del registro, que contienen números y nunca lo que decía un documento; y si el número de la persona pidió no recibir más mensajes de texto, una huella cifrada de él, para que siga siendo así.`,
    signature: 'Firma, fecha',
    certificate: (id) => `Certificado ${id}`,
    reasons: {
      no_longer_needed: 'Ya no se necesita',
      client_asked: 'La persona lo pidió',
      entered_in_error: 'Se registró por error',
      consent_missing: 'No había consentimiento para conservarlo',
      retention_policy: 'Terminó el plazo de las reglas de conservación',
      other: 'Otro motivo',
    },
  },
};
