import { Button } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tokensRevoke, type TokenAnswer } from '../../api/client.js';
import { useBegun } from '../../lib/arrival.js';
import { dayAt, dayInWords } from '../../lib/days.js';
import { useZone } from '../../lib/session.js';
import { List } from '../../ui/list.js';
import { Empty, Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { LinkToHandOver } from './link-to-hand-over.js';
import { NewTokenForm } from './new-token-form.js';
import { tokensQuery } from './queries.js';
import styles from './settings.module.css';

/** Keys with which programs act for me: made, shown once, taken back. */
export function TokensSection() {
  const { t } = useTranslation('settings');
  const { data: tokens } = useSuspenseQuery(tokensQuery);
  const [adding, setAdding] = useBegun('add');
  const [made, setMade] = useState<string>();
  return (
    <Section
      title={t('tokens.title')}
      actions={
        !adding && (
          <Button size="sm" variant="default" onClick={() => setAdding(true)}>
            {t('tokens.add')}
          </Button>
        )
      }
    >
      <p className="muted">{t('tokens.says')}</p>
      {made && (
        <LinkToHandOver
          title={t('tokens.made')}
          says={t('tokens.shownOnce')}
          link={made}
          close={() => setMade(undefined)}
        />
      )}
      {adding && (
        <NewTokenForm
          added={(token) => {
            setAdding(false);
            setMade(token);
          }}
          cancel={() => setAdding(false)}
        />
      )}
      {tokens.length === 0 && !adding && <Empty>{t('tokens.none')}</Empty>}
      <List>
        {tokens.map((token) => (
          <TokenLine key={token.id} token={token} />
        ))}
      </List>
    </Section>
  );
}

function TokenLine({ token: { id, name, scopes, createdAt, expiresAt } }: { token: TokenAnswer }) {
  const { t, i18n } = useTranslation(['settings', 'roles']);
  const zone = useZone();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const revoke = useMutation({
    mutationFn: () => tokensRevoke(id),
    onSettled: () => {
      void client.invalidateQueries(tokensQuery);
      void client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const day = (instant: string) => dayInWords(dayAt(instant, zone), i18n.language);
  return (
    <li>
      <div className={styles.line}>
        <strong>{name}</strong>
        <span className="muted">{t('tokens.madeOn', { day: day(createdAt) })}</span>
        <span className="muted">{t('tokens.until', { day: day(expiresAt) })}</span>
        {!asked && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${t('tokens.revoke')}: ${name}`}
            onClick={() => setAsked(true)}
          >
            {t('tokens.revoke')}
          </Button>
        )}
      </div>
      <span className="muted">
        {scopes ? scopes.map((one) => t(`roles:permission.${one}`)).join(', ') : t('tokens.allMine')}
      </span>
      {asked && (
        <div className={styles.actions}>
          <span>{t('tokens.reallyRevoke')}</span>
          <Button size="compact-sm" variant="default" loading={revoke.isPending} onClick={() => revoke.mutate()}>
            {t('tokens.revoke')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setAsked(false)}>
            {t('common:cancel')}
          </Button>
        </div>
      )}
      <ProblemNotice error={revoke.error} />
    </li>
  );
}
