import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.js';
import styles from './settings.module.css';

/** A one-time link, shown once: somebody hands it over in a way they trust. */
export function LinkToHandOver({ link, close }: { link: string; close: () => void }) {
  const { t } = useTranslation('settings');
  const clipboard = useClipboard();
  return (
    <Notice tone="plain" title={t('link.title')}>
      <p>{t('link.says')}</p>
      <p className={styles.link}>{link}</p>
      <div className={styles.actions}>
        <Button size="xs" onClick={() => clipboard.copy(link)}>
          {t(clipboard.copied ? 'link.copied' : 'link.copy')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('common:close')}
        </Button>
      </div>
    </Notice>
  );
}
