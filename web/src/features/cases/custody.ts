import type { CustodyEventAnswer } from '../../api/client.js';

type Step = Pick<CustodyEventAnswer, 'kind' | 'at' | 'facilityId'> & { zone: string };

const begins = new Set<Step['kind']>(['detained', 'transferred', 'located']);
const ends = new Set<Step['kind']>(['released', 'removed']);

/** Since when somebody is held, and where as far as it is known; undefined for who is not. The steps may come in any order. */
export function custodyNow(steps: readonly Step[]) {
  let held: { since: Step; facilityId?: string } | undefined;
  for (const step of [...steps].sort((a, b) => a.at.localeCompare(b.at))) {
    if (ends.has(step.kind)) held = undefined;
    else if (begins.has(step.kind)) {
      // Where a transfer led is not where it began.
      const facilityId = step.facilityId ?? (step.kind === 'transferred' ? undefined : held?.facilityId);
      held = { since: held?.since ?? step, ...(facilityId ? { facilityId } : {}) };
    }
  }
  return held;
}
