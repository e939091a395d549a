import type { AuditEventAnswer } from './audit.dto.js';

const columns = [
  'at',
  'userId',
  'userName',
  'role',
  'event',
  'subjectType',
  'subjectId',
  'clientId',
  'origin',
  'requestId',
  'details',
  'id',
] as const satisfies (keyof AuditEventAnswer)[];

const lineEnd = '\r\n';

/**
 * What a spreadsheet would take for a formula, whoever wrote it (OWASP, CSV injection): also behind blanks, which some
 * programs drop, and as the wide characters of East Asian keyboards.
 */
const formula = /^[\t\r\n]|^\s*[=+\-@|%＝＋－＠]/u;

/** A cell as RFC 4180 has it, quoted, and never a formula. */
export function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

export const csvHeader = `${columns.join(',')}${lineEnd}`;

export const csvRow = (line: AuditEventAnswer): string =>
  `${columns.map((column) => csvCell(line[column])).join(',')}${lineEnd}`;
