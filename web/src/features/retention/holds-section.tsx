import { Button, Checkbox, Modal } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsLift, holdsPlace, type LegalHoldAnswer, type PlaceHold } from '../../api/client.js';
import { RecordForm } from '../../forms/record-form.js';
import { dayAt, dayInWords } from '../../lib/days.js';
import { useBegun } from '../../lib/arrival.js';
import { useMay, useZone } from '../../lib/session.js';
import { CaseCode } from '../../ui/case-code.js';
import { LongList } from '../../ui/long-list.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { usersQuery } from '../settings/queries.js';
import settings from '../settings/settings.module.css';
import { holdsQuery } from './queries.js';

/** What keeps files from being destroyed while a court may ask for them. */
export function HoldsSection() {
  const { t } = useTranslation('retention');
  const client = useQueryClient();
  const [all, setAll] = useState(false);
  const [placing, setPlacing] = useBegun('hold');
  const holds = useInfiniteQuery(holdsQuery(all));
  const placed = () => {
    setPlacing(false);
    void client.invalidateQueries({ queryKey: ['retention'] });
    void client.invalidateQueries({ queryKey: ['clients'] });
  };
  return (
    <Section
      title={t('holds.title')}
      actions={
        !placing && (
          <Button size="sm" variant="default" onClick={() => setPlacing(true)}>
            {t('holds.place')}
          </Button>
        )
      }
    >
      <p className="muted">{t('holds.says')}</p>
      {placing && (
        <RecordForm
          noun="PlaceHold"
          kept="hold"
          groups={[{ fields: ['clientId', 'reason'] }]}
          save={(values, _base, once) => holdsPlace(values as unknown as PlaceHold, once)}
          saveLabel={t('holds.place')}
          onSaved={placed}
          onCancel={() => setPlacing(false)}
        />
      )}
      <Checkbox label={t('holds.all')} checked={all} onChange={({ currentTarget }) => setAll(currentTarget.checked)} />
      <LongList query={holds} none={t('holds.none')} line={(hold) => <HoldLine key={hold.id} hold={hold} />} />
    </Section>
  );
}

function HoldLine({ hold }: { hold: LegalHoldAnswer }) {
  const { t, i18n } = useTranslation('retention');
  const zone = useZone();
  const may = useMay();
  const [lifting, setLifting] = useState(false);
  const { data: users = [] } = useQuery(usersQuery);
  const { clientId, code, reason, createdAt, createdBy, legalDemandId, liftedAt, liftedBy } = hold;
  const nameOf = (id: string | null) => users.find((user) => user.id === id)?.displayName ?? '';
  const day = (instant: string) => dayInWords(dayAt(instant, zone), i18n.language);
  return (
    <li>
      <div className={settings.line}>
        <CaseCode clientId={clientId}>{code}</CaseCode>
        <span className="muted">{t('holds.placed', { day: day(createdAt), name: nameOf(createdBy) })}</span>
        {legalDemandId && <span className="muted">{t('holds.forDemand')}</span>}
        {liftedAt && <span className="muted">{t('holds.lifted', { day: day(liftedAt), name: nameOf(liftedBy) })}</span>}
        {!liftedAt && may('hold.lift') && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${t('holds.lift')}: ${code}`}
            onClick={() => setLifting(true)}
          >
            {t('holds.lift')}
          </Button>
        )}
      </div>
      {reason && <blockquote className={settings.said}>{reason}</blockquote>}
      {lifting && <Lift hold={hold} close={() => setLifting(false)} />}
    </li>
  );
}

function Lift({ hold, close }: { hold: LegalHoldAnswer; close: () => void }) {
  const { t } = useTranslation('retention');
  const client = useQueryClient();
  const lift = useMutation({
    mutationFn: () => holdsLift(hold.id),
    onSuccess: () => {
      close();
      void client.invalidateQueries({ queryKey: ['retention'] });
      void client.invalidateQueries({ queryKey: ['clients'] });
    },
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t('holds.ask', { code: hold.code })}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <ul className={settings.effects}>
        <li>{t('holds.mayGo')}</li>
        <li>{t('holds.notAtOnce')}</li>
        <li>{t('holds.others')}</li>
        {hold.legalDemandId && <li className={settings.owed}>{t('holds.stillDemanded')}</li>}
      </ul>
      <div className={settings.actions}>
        <Button loading={lift.isPending} onClick={() => lift.mutate()}>
          {t('holds.lift')}
        </Button>
        <Button variant="default" data-autofocus onClick={close}>
          {t('common:cancel')}
        </Button>
      </div>
      <ProblemNotice error={lift.error} />
    </Modal>
  );
}
