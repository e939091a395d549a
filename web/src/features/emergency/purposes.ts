import type { BreakGlass } from '../../api/client.js';

export const purposes = [
  'person_detained',
  'deadline_today',
  'colleague_unreachable',
  'client_asked',
  'conflict_check',
  'legal_demand',
  'other',
] as const satisfies readonly BreakGlass['purpose'][];
