import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { venueObservationsCreate } from '../../api/client.js';
import { useMay } from '../../lib/session.js';
import { newKey, once } from '../../lib/version.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import styles from './day-page.module.css';

const counted = ['attorneysSeen', 'unrepresentedSeen', 'othersSeen', 'detainedKnown'] as const;
type Counts = Partial<Record<(typeof counted)[number], number>>;

/** How many others wait, never who. What was not touched was not counted, which is not the same as nobody. */
export function WaitingRoom({ placeId, observedOn }: { placeId: string; observedOn: string }) {
  const { t } = useTranslation(['day', 'venueCounts']);
  const may = useMay();
  const [counts, setCounts] = useState<Counts>({});
  // Saved again after a lost answer, the same counts are counted once.
  const key = useRef(newKey());
  const save = useMutation({
    mutationFn: () =>
      venueObservationsCreate({ placeId, observedOn, source: 'own_observation', ...counts }, once(key.current)),
    onSuccess: () => {
      setCounts({});
      key.current = newKey();
    },
  });
  if (!may('venue.write')) return null;
  const touched = Object.keys(counts).length > 0;
  return (
    <Section title={t('waitingRoom')}>
      <p className="muted">{t('waitingRoomSays')}</p>
      {counted.map((name) => {
        const label = t(`venueCounts:fields.${name}`);
        const count = counts[name];
        const step = (by: number) => {
          key.current = newKey();
          setCounts((before) => ({ ...before, [name]: Math.max(0, (before[name] ?? 0) + by) }));
        };
        return (
          <div key={name} className={styles.count}>
            <span>{label}</span>
            <button type="button" aria-label={t('fewer', { what: label })} onClick={() => step(-1)}>
              −
            </button>
            <output aria-live="polite">{count ?? '–'}</output>
            <button type="button" aria-label={t('more', { what: label })} onClick={() => step(1)}>
              +
            </button>
          </div>
        );
      })}
      <ProblemNotice error={save.error} />
      <p role="status">
        {save.isSuccess && !touched ? (
          t('counted')
        ) : (
          <Button variant="default" disabled={!touched} loading={save.isPending} onClick={() => save.mutate()}>
            {t('saveCounts')}
          </Button>
        )}
      </p>
    </Section>
  );
}
