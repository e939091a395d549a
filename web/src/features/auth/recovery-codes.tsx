import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { saveText } from '../../lib/save-file.js';
import { asText } from './recovery-code.js';
import styles from './recovery-codes.module.css';

interface Props {
  codes: string[];
  kept: () => void;
  isGoingOn?: boolean;
}

/** Ten codes for the day on which the phone is lost, shown this once. */
export function RecoveryCodes({ codes, kept, isGoingOn = false }: Props) {
  const { t } = useTranslation('auth');
  const clipboard = useClipboard();
  const says = useRef<HTMLParagraphElement>(null);
  // What stood here before is gone; whoever hears the page is told what came.
  useEffect(() => says.current?.focus(), []);
  // Loaded again, the page would have none of them: the browser asks first.
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, []);
  const text = asText(t('recovery.title'), t('recovery.onPaper'), codes);
  return (
    <div className={styles.kept}>
      <p ref={says} tabIndex={-1} className={styles.says}>
        {t('recovery.says')}
      </p>
      <ol className={styles.codes} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={`${styles.ways} no-print`}>
        <Button variant="default" onClick={() => window.print()}>
          {t('recovery.print')}
        </Button>
        <Button variant="default" onClick={() => saveText('recovery-codes.txt', text)}>
          {t('recovery.save')}
        </Button>
        <Button variant="default" onClick={() => clipboard.copy(text)}>
          {t(clipboard.copied ? 'recovery.copied' : 'recovery.copy')}
        </Button>
      </div>
      {clipboard.error && <p role="alert">{t('recovery.notCopied')}</p>}
      <div className="no-print">
        <Button size="md" loading={isGoingOn} onClick={kept}>
          {t('recovery.kept')}
        </Button>
      </div>
    </div>
  );
}
