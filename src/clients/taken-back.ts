import type { Consent } from './client-parts.js';

/**
 * The consents of a file into which another of the same person is merged. What was agreed to in the other does not come
 * along, since it was said of that file; what was taken back there stays taken back: of what was agreed to here as well,
 * the later word counts.
 * @returns undefined where nothing changes
 */
export function withTakenBack(
  here: readonly Consent[] | null | undefined,
  there: readonly Consent[] | null | undefined,
): Consent[] | undefined {
  const gone = (there ?? []).filter(({ withdrawnOn }) => withdrawnOn);
  if (gone.length === 0) return undefined;
  const ended = (here ?? []).map((own) => {
    const [last] = gone
      .filter(({ kind, withdrawnOn }) => kind === own.kind && !own.withdrawnOn && withdrawnOn! >= own.givenOn)
      .sort((a, b) => (a.withdrawnOn! < b.withdrawnOn! ? 1 : -1));
    return last ? { ...own, withdrawnOn: last.withdrawnOn! } : own;
  });
  return [...ended, ...gone];
}
