import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { looksInto, type LooksInOneWay, type PersonWhoLooked } from '../../api/client.js';
import { dayInWords, instantInWords } from '../../lib/days.js';
import { useZone } from '../../lib/session.js';
import { Section } from '../../ui/page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import styles from './looks-section.module.css';

const daysShown = 10;

/** Who has seen what of this file. Asked for by a tap, since asking is noted as well. */
export function LooksSection({ clientId }: { clientId: string }) {
  const { t, i18n } = useTranslation('looks');
  const zone = useZone();
  const [asked, setAsked] = useState(false);
  const looks = useQuery({
    queryKey: ['looks', clientId],
    queryFn: () => looksInto(clientId),
    enabled: asked,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const since = looks.data?.listsSince;
  return (
    <Section
      title={t('title')}
      actions={
        <Button
          size="sm"
          variant="default"
          aria-expanded={asked}
          loading={looks.isFetching}
          onClick={() => setAsked(!asked)}
        >
          {t(asked ? 'hide' : 'show')}
        </Button>
      }
    >
      {asked ? (
        <>
          <ProblemNotice error={looks.error} retry={() => void looks.refetch()} />
          {looks.isPending && <Waiting />}
          {since && <p className="muted">{t('listsSince', { since: instantInWords(since, zone, i18n.language) })}</p>}
          {looks.data?.people.length === 0 && <p>{t('nobody')}</p>}
          <ul className={`bare ${styles.people}`}>
            {looks.data?.people.map((person) => (
              <Person key={person.userId} person={person} />
            ))}
          </ul>
        </>
      ) : (
        <p className="muted">{t('says')}</p>
      )}
    </Section>
  );
}

function Person({ person }: { person: PersonWhoLooked }) {
  const { t } = useTranslation('looks');
  const { userName, roles, ways } = person;
  return (
    <li>
      <strong>{userName ?? t('noUserAnyMore')}</strong>{' '}
      <span className="muted">{roles.map((role) => t(`common:role.${role}`)).join(', ')}</span>
      <ul className={styles.ways}>
        {ways.map((way) => (
          <Way key={way.way} way={way} />
        ))}
      </ul>
    </li>
  );
}

function Way({ way: { way, times, lastAt, days } }: { way: LooksInOneWay }) {
  const { t, i18n } = useTranslation('looks');
  const zone = useZone();
  const special = way === 'break_glass' || way === 'refused';
  return (
    <li>
      <span className={special ? styles.special : undefined}>{t(`way.${way}`)}</span>{' '}
      {t('times', { count: times, last: instantInWords(lastAt, zone, i18n.language) })}
      {days.length > 1 && (
        <div className="muted">
          {t('days')}{' '}
          {days
            .slice(0, daysShown)
            .map((day) => dayInWords(day, i18n.language))
            .join('; ')}
          {days.length > daysShown && ` ${t('moreDays', { count: days.length - daysShown })}`}
        </div>
      )}
    </li>
  );
}
