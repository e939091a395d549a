import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keysRead } from '../../api/client.js';
import { dayAt, dayInWords } from '../../lib/days.js';
import { useZone } from '../../lib/session.js';
import { List } from '../../ui/list.js';
import { Notice } from '../../ui/notice.js';
import { Section } from '../../ui/page.js';
import styles from './settings.module.css';

/** Under which keys everything stands, and how far a change of them is; they are changed on the server alone. */
export function KeysSection() {
  const { t, i18n } = useTranslation('settings');
  const zone = useZone();
  const { data } = useSuspenseQuery({ queryKey: ['keys'], queryFn: () => keysRead() });
  const { masterKey, keys } = data;
  const isChanging = masterKey.next !== null || keys.length > 1;
  return (
    <Section title={t('keys.title')}>
      <p className="muted">{t('keys.says')}</p>
      {isChanging && (
        <Notice tone="owed">
          <p>{t('keys.changing')}</p>
        </Notice>
      )}
      <List>
        {keys.map(({ id, madeAt, seals }, at) => (
          <li key={id}>
            <div className={styles.line}>
              <strong>{t(at === 0 ? 'keys.current' : 'keys.former')}</strong>
              <span>{t('keys.made', { day: dayInWords(dayAt(madeAt, zone), i18n.language) })}</span>
              <span className={at === 0 ? 'muted' : styles.owed}>
                {t(at === 0 ? 'keys.holds' : 'keys.left', { count: seals })}
              </span>
            </div>
          </li>
        ))}
        <li>
          <div className={styles.line}>
            <strong>{t('keys.master')}</strong>
            <code>{masterKey.id}</code>
            {masterKey.next && <span className={styles.owed}>{t('keys.masterNext', { id: masterKey.next })}</span>}
          </div>
        </li>
      </List>
      <p>{t('keys.how')}</p>
      <p className="muted">{t('keys.copy')}</p>
    </Section>
  );
}
