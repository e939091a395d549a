import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { purgeReasons } from '../../api/choices.js';
import { purgesPropose, retentionKeep, type DueReview, type KeepFile, type ProposePurge } from '../../api/client.js';
import { RecordForm } from '../../forms/record-form.js';
import { dayAt, dayInWords } from '../../lib/days.js';
import { messagesByField } from '../../lib/problem.js';
import { useMay, useZone } from '../../lib/session.js';
import { Notice } from '../../ui/notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { SmallForm } from '../../ui/small-form.js';
import { Waiting } from '../../ui/waiting.js';
import settings from '../settings/settings.module.css';
import { standingQuery } from './queries.js';

interface Props {
  review: DueReview;
  close: () => void;
}

/** One file: what was decided before, then whether it is kept, or proposed for destruction. */
export function Decide({ review, close }: Props) {
  const { t, i18n } = useTranslation('retention');
  const zone = useZone();
  const client = useQueryClient();
  const may = useMay();
  const [way, setWay] = useState<'keep' | 'destroy'>();
  const standing = useQuery(standingQuery(review.clientId));
  const done = () => {
    close();
    void client.invalidateQueries({ queryKey: ['retention'] });
  };
  if (!standing.data)
    return standing.error ? (
      <ProblemNotice error={standing.error} retry={() => void standing.refetch()} />
    ) : (
      <Waiting />
    );
  const { blocks, decisions } = standing.data;
  const inTheWay = blocks.filter((block) => block !== 'appointment_ahead');
  return (
    <div className={settings.inner}>
      {decisions.map(({ id, createdAt, reason, nextReviewOn }) => (
        <div key={id}>
          <p className="muted">
            {t('decide.before', {
              day: dayInWords(dayAt(createdAt, zone), i18n.language),
              next: dayInWords(nextReviewOn, i18n.language),
            })}
          </p>
          <blockquote className={settings.said}>{reason}</blockquote>
        </div>
      ))}
      {way === undefined && (
        <div className={settings.actions}>
          <Button variant="default" size="sm" onClick={() => setWay('keep')}>
            {t('decide.keep')}
          </Button>
          {may('purge.decide') && !review.purgeId && inTheWay.length === 0 && (
            <Button variant="default" size="sm" onClick={() => setWay('destroy')}>
              {t('decide.destroy')}
            </Button>
          )}
          <Button variant="subtle" size="sm" onClick={close}>
            {t('common:cancel')}
          </Button>
        </div>
      )}
      {inTheWay.map((block) => (
        <p key={block} className="muted">
          {t(`block.${block}`)}
        </p>
      ))}
      {way === 'keep' && (
        <RecordForm
          noun="KeepFile"
          kept={`keep ${review.clientId}`}
          groups={[{ fields: ['nextReviewOn', 'reason'] }]}
          ahead={['nextReviewOn']}
          save={(values) => retentionKeep(review.clientId, values as unknown as KeepFile)}
          saveLabel={t('decide.keep')}
          onSaved={done}
          onCancel={close}
        />
      )}
      {way === 'destroy' && (
        <Propose
          review={review}
          hasAppointments={blocks.includes('appointment_ahead')}
          done={done}
          close={() => setWay(undefined)}
        />
      )}
    </div>
  );
}

function Propose({ review, hasAppointments, done, close }: Props & { hasAppointments: boolean; done: () => void }) {
  const { t } = useTranslation('retention');
  const [reason, setReason] = useState<ProposePurge['reason']>('no_longer_needed');
  const [despite, setDespite] = useState(false);
  const propose = useMutation({
    mutationFn: () => purgesPropose({ clientId: review.clientId, reason, despiteAppointments: despite }),
    onSuccess: done,
  });
  return (
    <SmallForm saving={propose} label={t('propose.go')} close={close}>
      <Notice tone="plain" title={t('propose.title', { code: review.code })}>
        <p>{t('propose.says')}</p>
      </Notice>
      <NativeSelect
        label={t('propose.reason')}
        description={t('propose.reasonSays')}
        value={reason}
        error={messagesByField(propose.error).reason}
        data={purgeReasons.map((one) => ({ value: one, label: t(`purgeReason.${one}`) }))}
        onChange={({ currentTarget }) => setReason(currentTarget.value as ProposePurge['reason'])}
      />
      {hasAppointments && (
        <Checkbox
          label={t('propose.despite')}
          description={t('propose.despiteSays')}
          required
          checked={despite}
          onChange={({ currentTarget }) => setDespite(currentTarget.checked)}
        />
      )}
    </SmallForm>
  );
}
