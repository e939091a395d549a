import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEventAnswer } from '../../api/client.js';
import { instantInWords } from '../../lib/days.js';
import { useZone } from '../../lib/session.js';
import styles from './audit.module.css';
import type { AuditFilters } from './filters.js';

interface Props {
  line: AuditEventAnswer;
  narrow: (change: AuditFilters) => void;
}

/** One line: when, who, what; the rest, and what else there is of the same, behind a tap. */
export function AuditLine({ line, narrow }: Props) {
  const { t, i18n } = useTranslation('audit');
  const zone = useZone();
  const [open, setOpen] = useState(false);
  const { at, userName, userId, role, event, clientId, subjectId, origin } = line;
  const when = instantInWords(at, zone, i18n.language);
  const who = userName ?? t('system');
  const what = t(`event.${event}`, { defaultValue: event });
  const only = (name: 'user' | 'client' | 'record', id: string | null) =>
    id && (
      <Button size="compact-sm" variant="default" onClick={() => narrow({ [name]: id })}>
        {t(`only.${name}`)}
      </Button>
    );
  return (
    <li>
      <div className={`ends ${styles.line}`}>
        <time dateTime={at}>{when}</time>
        <span>
          <strong>{who}</strong>{' '}
          <span className="muted">{userName && t(`common:role.${role}`, { defaultValue: '' })}</span>
        </span>
        <span>{what}</span>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={open}
          aria-label={`${t(open ? 'less' : 'more')}: ${what}, ${when}`}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'less' : 'more')}
        </Button>
      </div>
      {open && (
        <div className={styles.more}>
          <Details details={line.details ?? {}} />
          {origin && <p className="muted">{t('origin', { origin })}</p>}
          <div className={styles.actions}>
            {only('user', userName && userId)}
            {only('client', clientId)}
            {subjectId !== clientId && only('record', subjectId)}
          </div>
        </div>
      )}
    </li>
  );
}

/** Names of fields, counts, codes; of lists of records how many. */
function Details({ details }: { details: Record<string, unknown> }) {
  const { t } = useTranslation('audit');
  const said = Object.entries(details);
  if (said.length === 0) return null;
  const inWords = (name: string, value: unknown) => {
    if (name === 'ids' && Array.isArray(value)) return String(value.length);
    if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
    return Array.isArray(value) ? value.join(', ') : String(value);
  };
  return (
    <dl className={styles.details}>
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`detail.${name}`, { defaultValue: name })}</dt>
          <dd>{inWords(name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
