/** Reports of the API that are opened one at a time, beside the overview of the page. */
export const reportNames = [
  'letters',
  'print-to-letter',
  'recent-prints',
  'charges',
  'detained',
  'posture',
  'proceedings',
  'offices',
  'times',
  'letter-text',
  'counsel',
  'custody',
  'custody-curve',
  'waiting-rooms',
  'reminders',
  'accompaniments',
  'notice',
  'holdings',
] as const;
export type ReportName = (typeof reportNames)[number];
