import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.js';
import styles from './settings.module.css';

interface Props {
  link: string;
  close: () => void;
  /** Other words, where it is no link to hand over. */
  title?: string;
  says?: string;
}

/** What is shown once: somebody hands it over in a way they trust. */
export function LinkToHandOver({ link, close, title, says }: Props) {
  const { t } = useTranslation('settings');
  const clipboard = useClipboard();
  return (
    <Notice tone="plain" title={title ?? t('link.title')}>
      <p>{says ?? t('link.says')}</p>
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
