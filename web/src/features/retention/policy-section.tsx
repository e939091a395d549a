import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { retentionPolicy, retentionPutPolicy, type RetentionPolicyAnswer } from '../../api/client.js';
import { written } from '../../forms/draft.js';
import { RecordForm } from '../../forms/record-form.js';
import { dayInWords } from '../../lib/days.js';
import { useMay } from '../../lib/session.js';
import { ifMatch } from '../../lib/version.js';
import { Notice } from '../../ui/notice.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import settings from '../settings/settings.module.css';
import { policyQuery } from './queries.js';

const fields = ['shortMonths', 'standardMonths', 'extendedMonths', 'purgeAfterDays', 'monthsByReason'];

/** How long closed files are kept before somebody decides, and what happens when nobody does. */
export function PolicySection() {
  const { t } = useTranslation('retention');
  const client = useQueryClient();
  const may = useMay();
  const policy = useQuery(policyQuery);
  const [editing, setEditing] = useState(false);
  const saved = () => {
    setEditing(false);
    void client.invalidateQueries({ queryKey: ['retention'] });
  };
  return (
    <Section
      title={t('policy.title')}
      aside={policy.data?.version === 0 ? t('policy.usual') : undefined}
      actions={
        may('retention.policy') &&
        policy.data &&
        !editing && (
          <Button size="sm" variant="default" onClick={() => setEditing(true)}>
            {t('policy.change')}
          </Button>
        )
      }
    >
      <ProblemNotice error={policy.error} retry={() => void policy.refetch()} />
      {policy.isPending && <Waiting />}
      {policy.data && !editing && <PolicyInWords policy={policy.data} />}
      {policy.data && editing && (
        <div className={settings.after}>
          <RecordForm
            noun="PutRetentionPolicy"
            kept="retention-policy"
            groups={[{ fields }]}
            initial={policy.data}
            save={(values, base) => {
              const wanted = Object.fromEntries(fields.map((name) => [name, values[name]]));
              return retentionPutPolicy(ifMatch(base), written(wanted) ?? {});
            }}
            latest={async () => await retentionPolicy()}
            onSaved={saved}
            onCancel={() => setEditing(false)}
          >
            <Notice tone="plain" title={t('policy.willHappen')}>
              <p>{t('policy.setStay')}</p>
              <p>{t('policy.byItself')}</p>
            </Notice>
          </RecordForm>
        </div>
      )}
    </Section>
  );
}

function PolicyInWords({ policy }: { policy: RetentionPolicyAnswer }) {
  const { t, i18n } = useTranslation('retention');
  const { shortMonths, standardMonths, extendedMonths, monthsByReason, purgeAfterDays, purgesSince } = policy;
  const months = { short: shortMonths, standard: standardMonths, extended: extendedMonths };
  return (
    <>
      <ul className={settings.effects} style={{ marginTop: 10 }}>
        {Object.entries(months).map(([name, count]) => (
          <li key={name}>{t('policy.after', { what: t(`class.${name}`), count })}</li>
        ))}
        {monthsByReason?.map(({ closingReason, months: count }) => (
          <li key={closingReason}>
            {t('policy.afterReason', {
              what: t([`values.closingReason.${closingReason}`, `values.any.${closingReason}`]),
              count,
            })}
          </li>
        ))}
      </ul>
      <p className={purgeAfterDays ? settings.owed : undefined}>
        {purgeAfterDays
          ? t('policy.purges', {
              count: purgeAfterDays,
              since: purgesSince ? dayInWords(purgesSince, i18n.language) : '',
            })
          : t('policy.never')}
      </p>
      <p className="muted">{t('policy.lawyers')}</p>
    </>
  );
}
