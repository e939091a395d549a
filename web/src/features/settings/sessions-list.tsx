import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ownSessionsEnd,
  ownSessionsEndOthers,
  ownSessionsList,
  userSessionsEnd,
  userSessionsEndAll,
  userSessionsList,
  type SessionAnswer,
} from '../../api/client.js';
import { instantInWords } from '../../lib/days.js';
import { useZone } from '../../lib/session.js';
import { List } from '../../ui/list.js';
import { Question } from '../../ui/removal.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Waiting } from '../../ui/waiting.js';
import { allPages } from './queries.js';
import styles from './settings.module.css';

interface Props {
  /** Somebody else's, for an administrator; one's own if left out. */
  userId?: string;
}

const waysFor = (userId: string | undefined) =>
  userId
    ? {
        list: () => allPages((page) => userSessionsList(userId, page)),
        end: (id: string) => userSessionsEnd(userId, id),
        endAll: () => userSessionsEndAll(userId),
      }
    : { list: () => allPages(ownSessionsList), end: (id: string) => ownSessionsEnd(id), endAll: ownSessionsEndOthers };

/** Where somebody is signed in and which programs act for them; each can be ended, and all but this one. */
export function SessionsList({ userId }: Props) {
  const { t } = useTranslation('settings');
  const client = useQueryClient();
  const ways = waysFor(userId);
  const queryKey = ['sessions', userId ?? 'own'];
  const sessions = useQuery({ queryKey, queryFn: ways.list, gcTime: 0 });
  const refresh = () => client.invalidateQueries({ queryKey: ['sessions'] });
  const end = useMutation({ mutationFn: ways.end, onSettled: refresh });
  const [asked, setAsked] = useState(false);
  const items = sessions.data ?? [];
  const others = items.filter(({ current }) => !current);
  const everything = t(others.length === items.length ? 'sessions.endAll' : 'sessions.endOthers');
  return (
    <>
      <ProblemNotice error={sessions.error} retry={() => void sessions.refetch()} />
      {sessions.isPending && <Waiting />}
      {sessions.isSuccess && items.length === 0 && <p className="muted">{t('sessions.none')}</p>}
      <List>
        {items.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            isEnding={end.isPending && end.variables === session.id}
            end={() => end.mutate(session.id)}
          />
        ))}
      </List>
      {others.length > 1 && (
        <div className={styles.after}>
          {asked ? (
            <Question
              says={t('sessions.willHappen')}
              does={everything}
              act={() => ways.endAll().finally(refresh)}
              done={() => setAsked(false)}
              cancel={() => setAsked(false)}
            />
          ) : (
            <Button variant="default" size="sm" onClick={() => setAsked(true)}>
              {everything}
            </Button>
          )}
        </div>
      )}
      <ProblemNotice error={end.error} />
    </>
  );
}

interface LineProps {
  session: SessionAnswer;
  isEnding: boolean;
  end: () => void;
}

function SessionLine({ session, isEnding, end }: LineProps) {
  const { t, i18n } = useTranslation('settings');
  const zone = useZone();
  const { kind, name, device, secondFactor, current, lastSeenAt } = session;
  const known = device === 'Program' ? t('sessions.program') : (device ?? t('sessions.unknownDevice'));
  const program = kind === 'calendar' ? t('sessions.calendar') : t('sessions.token', { name: name ?? '' });
  const what = kind === 'session' ? known : program;
  const seen = instantInWords(lastSeenAt, zone, i18n.language);
  return (
    <li>
      <div className={styles.line}>
        <strong>{what}</strong>
        {current ? (
          <span>{t('sessions.current')}</span>
        ) : (
          <span className="muted">
            {t('sessions.lastSeen')} <time dateTime={lastSeenAt}>{seen}</time>
          </span>
        )}
        {kind === 'session' && !secondFactor && <span className="muted">{t('sessions.noFactor')}</span>}
        {!current && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={isEnding}
            aria-label={`${t('sessions.end')}: ${what}, ${seen}`}
            onClick={end}
          >
            {t('sessions.end')}
          </Button>
        )}
      </div>
    </li>
  );
}
