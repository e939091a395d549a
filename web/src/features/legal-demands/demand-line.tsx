import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  legalDemandsChange,
  legalDemandsGet,
  legalDemandsPlaceHolds,
  type LegalDemandAnswer,
  type PlaceHolds,
} from '../../api/client.js';
import { changesOf } from '../../forms/draft.js';
import { RecordForm } from '../../forms/record-form.js';
import { dayInWords } from '../../lib/days.js';
import { useMay } from '../../lib/session.js';
import { ifMatch } from '../../lib/version.js';
import settings from '../settings/settings.module.css';

interface Props {
  demand: LegalDemandAnswer;
  /** What is asked about a demand of whoever looks at it. */
  fields: string[];
}

const answer = ['response', 'respondedOn'];

/** One demand: who wants what by when, what was done, and what can be done next. */
export function DemandLine({ demand, fields }: Props) {
  const { t, i18n } = useTranslation('legalDemand');
  const client = useQueryClient();
  const may = useMay();
  const [doing, setDoing] = useState<'change' | 'answer' | 'hold'>();
  const { id, requester, instrument, receivedOn, dueOn, counsel, selfExecuting, scope, respondedOn } = demand;
  const response = demand.response ?? 'pending';
  const day = (date: string) => dayInWords(date, i18n.language);
  const choice = (name: string, value: string) => t([`values.${name}.${value}`, `values.any.${value}`]);
  const name = `${choice('requester', requester)}, ${day(receivedOn)}`;
  const close = () => setDoing(undefined);
  const done = () => {
    close();
    void client.invalidateQueries({ queryKey: ['legal-demands'] });
    void client.invalidateQueries({ queryKey: ['retention'] });
  };
  const action = (what: 'change' | 'answer' | 'hold', label: string) => (
    <Button
      key={what}
      size="compact-sm"
      variant={what === 'change' ? 'subtle' : 'default'}
      aria-label={`${label}: ${name}`}
      onClick={() => setDoing(what)}
    >
      {label}
    </Button>
  );
  return (
    <li>
      <div className={settings.line}>
        <strong>{choice('instrument', instrument)}</strong>
        <span>{choice('requester', requester)}</span>
        <span className="muted">{t('came', { day: day(receivedOn) })}</span>
        {dueOn && response === 'pending' && (
          <span className={demand.overdue ? settings.owed : undefined}>
            {t(demand.overdue ? 'overdue' : 'due', { day: day(dueOn) })}
          </span>
        )}
      </div>
      <div className={settings.line}>
        {response === 'pending' ? (
          <span>{t('values.response.pending')}</span>
        ) : (
          <span>{t('answered', { what: choice('response', response), day: respondedOn ? day(respondedOn) : '' })}</span>
        )}
        <span className="muted">{t(`binds.${selfExecuting ?? 'unknown'}`)}</span>
        {counsel && <span className="muted">{t('by', { counsel })}</span>}
        {demand.holdsPlaced > 0 && (
          <span className="muted">{t('holds', { placed: demand.holdsPlaced, standing: demand.holdsStanding })}</span>
        )}
      </div>
      {scope && <blockquote className={settings.said}>{scope}</blockquote>}
      {!doing && (
        <div className={settings.actions}>
          {may('hold.place') && action('hold', t('hold'))}
          {may('legal_demand.write') && action('answer', t(response === 'pending' ? 'answer' : 'changeAnswer'))}
          {may('legal_demand.write') && action('change', t('common:change'))}
        </div>
      )}
      {(doing === 'change' || doing === 'answer') && (
        <RecordForm
          noun="CreateLegalDemand"
          kept={`demand ${doing} ${id}`}
          groups={[{ fields: doing === 'answer' ? answer : fields }]}
          initial={demand}
          ahead={['dueOn']}
          save={(values, base) => legalDemandsChange(id, ifMatch(base), changesOf(base, values))}
          latest={async () => await legalDemandsGet(id)}
          onSaved={done}
          onCancel={close}
        />
      )}
      {doing === 'hold' && (
        <>
          <p style={{ margin: 0 }}>{t('holdSays')}</p>
          <RecordForm
            noun="PlaceHolds"
            kept={`demand ${doing} ${id}`}
            groups={[{ fields: ['clientIds', 'reason'] }]}
            save={(values) => legalDemandsPlaceHolds(id, values as unknown as PlaceHolds)}
            saveLabel={t('hold')}
            onSaved={done}
            onCancel={close}
          />
        </>
      )}
    </li>
  );
}
