import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { purgesWithdraw, type PurgeAnswer } from '../../api/client.js';
import { instantInWords } from '../../lib/days.js';
import { useMe, useZone } from '../../lib/session.js';
import { CaseCode } from '../../ui/case-code.js';
import { LongList } from '../../ui/long-list.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import settings from '../settings/settings.module.css';
import { Approve } from './approve.js';
import { purgesQuery } from './queries.js';

/** Files that one person proposed to destroy: another agrees, or it is taken back. */
export function ProposalsSection() {
  const { t } = useTranslation('retention');
  const proposals = useInfiniteQuery(purgesQuery('proposed'));
  return (
    <Section title={t('proposals.title')}>
      <p className="muted">{t('proposals.says')}</p>
      <LongList
        query={proposals}
        none={t('proposals.none')}
        line={(purge) => <ProposalLine key={purge.id} purge={purge} />}
      />
    </Section>
  );
}

function ProposalLine({ purge }: { purge: PurgeAnswer }) {
  const { t, i18n } = useTranslation('retention');
  const zone = useZone();
  const me = useMe();
  const client = useQueryClient();
  const [approving, setApproving] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => purgesWithdraw(purge.id),
    onSettled: () => client.invalidateQueries({ queryKey: ['retention'] }),
  });
  const { caseId, code, reason, byName, createdAt, createdBy, despiteAppointments } = purge;
  const isOwn = createdBy === me.user.id;
  return (
    <li>
      <div className={settings.line}>
        <CaseCode clientId={caseId}>{code}</CaseCode>
        <strong>{t(`purgeReason.${reason}`)}</strong>
        <span className="muted">
          {t('proposals.by', { name: byName, when: instantInWords(createdAt, zone, i18n.language) })}
        </span>
      </div>
      {despiteAppointments && <span className={settings.owed}>{t('proposals.despite')}</span>}
      {isOwn && <span className="muted">{t('proposals.own')}</span>}
      <div className={settings.actions}>
        {!isOwn && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${t('proposals.look')}: ${code}`}
            onClick={() => setApproving(true)}
          >
            {t('proposals.look')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={`${t('proposals.withdraw')}: ${code}`}
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate()}
        >
          {t('proposals.withdraw')}
        </Button>
      </div>
      <ProblemNotice error={withdraw.error} />
      {approving && <Approve purge={purge} close={() => setApproving(false)} />}
    </li>
  );
}
