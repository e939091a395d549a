import { Button, Checkbox } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { legalDemandsCreate, legalDemandsList } from '../../api/client.js';
import { written } from '../../forms/draft.js';
import { RecordForm } from '../../forms/record-form.js';
import { today } from '../../lib/days.js';
import { pagesOf } from '../../lib/pages.js';
import { useBegun } from '../../lib/arrival.js';
import { useMay, useZone } from '../../lib/session.js';
import { LongList } from '../../ui/long-list.js';
import { Section } from '../../ui/page.js';
import settings from '../settings/settings.module.css';
import { DemandLine } from './demand-line.js';

const demandsQuery = (all: boolean) =>
  pagesOf(['legal-demands', all], (page) =>
    legalDemandsList({ ...page, ...(all ? {} : { response: 'pending' as const }) }),
  );

/** Subpoenas, warrants and requests for records: what to do first, then which there are. */
export function DemandsSection() {
  const { t } = useTranslation('legalDemand');
  const client = useQueryClient();
  const may = useMay();
  const now = today(useZone());
  const [all, setAll] = useState(false);
  const [adding, setAdding] = useBegun('add');
  const demands = useInfiniteQuery(demandsQuery(all));
  const asked = ['receivedOn', 'requester', 'instrument', 'dueOn', 'selfExecuting', 'counsel'];
  const fields = may('legal_demand.scope') ? [...asked, 'scope'] : asked;
  const added = () => {
    setAdding(false);
    void client.invalidateQueries({ queryKey: ['legal-demands'] });
  };
  return (
    <>
      <Section title={t('first')}>
        <ol className={settings.effects} style={{ marginTop: 10 }}>
          <li>{t('steps.counsel')}</li>
          <li>{t('steps.write')}</li>
          <li>{t('steps.hold')}</li>
          <li>{t('steps.holdings')}</li>
          <li>{t('steps.answer')}</li>
        </ol>
        <p className="muted">{t('noAdvice')}</p>
      </Section>
      <Section
        title={t('title')}
        actions={
          may('legal_demand.write') &&
          !adding && (
            <Button size="sm" variant="default" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          )
        }
      >
        {adding && (
          <div className={settings.after}>
            <RecordForm
              noun="CreateLegalDemand"
              kept="demand"
              groups={[{ fields }]}
              initial={{ receivedOn: now }}
              ahead={['dueOn']}
              save={(values, _base, once) => legalDemandsCreate(written(values) as never, once)}
              saveLabel={t('add')}
              onSaved={added}
              onCancel={() => setAdding(false)}
            />
          </div>
        )}
        <Checkbox
          className={settings.after}
          label={t('all')}
          checked={all}
          onChange={({ currentTarget }) => setAll(currentTarget.checked)}
        />
        <LongList
          query={demands}
          none={t(all ? 'noneEver' : 'none')}
          line={(demand) => <DemandLine key={demand.id} demand={demand} fields={fields} />}
        />
        {may('hold.place') && (
          <p className="muted">
            <Link to="/settings/retention">{t('seeHolds')}</Link>
          </p>
        )}
      </Section>
    </>
  );
}
