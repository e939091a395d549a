import type { ClientFileFields } from './client.fields.js';
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

type AboutTexts = Pick<ClientFileFields, 'phone' | 'smsConsent' | 'phoneSafeToText'>;

/**
 * What was said against text messages in either of two files holds in the one that is made of them: who wants none wants none
 * on any number; a number that others read is the same number here.
 * @returns what changes here
 */
export function withoutTexts(here: AboutTexts, there: AboutTexts): AboutTexts {
  const isOfThisNumber = !here.phone || here.phone === there.phone;
  return {
    ...(there.smsConsent === 'opted_out' ? { smsConsent: 'opted_out' } : {}),
    ...(there.phoneSafeToText === 'no' && isOfThisNumber ? { phoneSafeToText: 'no' } : {}),
  };
}
