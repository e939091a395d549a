import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseFileAnswer } from '../../api/client.js';
import { phoneInWords } from '../../lib/typed-numbers.js';
import { dayAt, dayInWords, daysBetween, instantInWords, today } from '../../lib/days.js';
import { useZone } from '../../lib/session.js';
import { Countdown } from '../../ui/countdown.js';
import { PersonName } from '../../ui/person-name.js';
import { Shielded } from '../../ui/shielded.js';
import styles from './case-page.module.css';
import { facilitiesQuery } from '../settings/queries.js';
import { custodyNow } from './custody.js';
import { Papers } from './papers.js';
import { recordsQuery } from './queries.js';

/** Who it is, what comes next, how quick the letter came, and what is special about the file. */
export function CaseHeader({ file }: { file: CaseFileAnswer }) {
  const { t, i18n } = useTranslation('cases');
  const now = new Date().toISOString();
  const day = today(useZone());
  const next = file.appointments
    .filter(({ startsAt, status }) => startsAt > now && (status === 'scheduled' || status === 'proposed'))
    .at(-1);
  const letter = file.letters[0];
  const lag = letter?.lagDays;
  const notice = letter?.noticeDays;
  return (
    <div className={styles.header}>
      <div className={styles.name}>
        <PersonName legalName={file.legalName} preferredName={file.preferredName} />
      </div>
      <Custody clientId={file.id} />
      {(file.restricted || file.legalHold || file.status === 'closed') && (
        <div className={styles.marks}>
          {file.restricted && <span className={styles.mark}>{t('restricted')}</span>}
          {file.legalHold && <span className={styles.mark}>{t('hold')}</span>}
          {file.status === 'closed' && <span className={styles.mark}>{t('common:closed')}</span>}
        </div>
      )}
      <dl className={styles.figures}>
        <div>
          <dt>{t('next')}</dt>
          <dd>
            {next ? (
              <>
                <Link to="/appointments/$appointmentId" params={{ appointmentId: next.id }}>
                  {instantInWords(next.startsAt, next.zone, i18n.language)}
                </Link>
                , {next.placeName}{' '}
                <strong>
                  (<Countdown days={daysBetween(day, dayAt(next.startsAt, next.zone))} />)
                </strong>
              </>
            ) : (
              t('noNext')
            )}
          </dd>
        </div>
        {typeof lag === 'number' && (
          <div>
            <dt>{t('lag')}</dt>
            <dd>{t('common:days', { count: lag })}</dd>
          </div>
        )}
        {typeof notice === 'number' && (
          <div>
            <dt>{t('notice')}</dt>
            <dd>{t('common:days', { count: notice })}</dd>
          </div>
        )}
        {file.phone && (
          <div>
            <dt>{t('phone')}</dt>
            <dd>
              <Shielded>
                <a href={`tel:${file.phone}`}>{phoneInWords(file.phone)}</a>
              </Shielded>
              {file.phoneSafeToText === 'no' && <span className="muted"> {t('notSafeToText')}</span>}
            </dd>
          </div>
        )}
      </dl>
      <Papers clientId={file.id} appointmentId={next?.id} />
    </div>
  );
}

/** That the person is held, before anything else: since when, and where. */
function Custody({ clientId }: { clientId: string }) {
  const { t, i18n } = useTranslation('cases');
  const { data: records } = useQuery(recordsQuery(clientId));
  const held = records && custodyNow(records.custody);
  const { data: facilities } = useQuery({ ...facilitiesQuery, enabled: held?.facilityId !== undefined });
  if (!held) return null;
  const where = facilities?.find(({ id }) => id === held.facilityId)?.name;
  const day = dayInWords(dayAt(held.since.at, held.since.zone), i18n.language);
  return <p className={styles.held}>{where ? t('heldAt', { day, where }) : t('held', { day })}</p>;
}
