import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFocusBack } from '../lib/focus-back.js';
import { ProblemNotice } from './problem-notice.js';
import styles from './removal.module.css';

interface Props {
  /** What is removed, for those who cannot see where the button stands. */
  what?: string;
  /** What will happen, said before it does. */
  says: string;
  remove: () => Promise<unknown>;
  removed: () => void;
}

/** Takes something away for good, after saying what that means. */
export function Removal({ what, ...question }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  if (asked) return <Question {...question} cancel={() => setAsked(false)} />;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      aria-label={what && `${t('remove')}: ${what}`}
      onClick={() => setAsked(true)}
    >
      {t('remove')}
    </Button>
  );
}

function Question({ says, remove, removed, cancel }: Omit<Props, 'what'> & { cancel: () => void }) {
  const { t } = useTranslation();
  const question = useRef<HTMLParagraphElement>(null);
  const removal = useMutation({ mutationFn: remove, onSuccess: removed });
  // What was pressed is gone; whoever works by keyboard is taken along, and back.
  useEffect(() => question.current?.focus(), []);
  useFocusBack();
  return (
    <div className={styles.removal}>
      <p ref={question} tabIndex={-1}>
        {says}
      </p>
      <Button size="xs" variant="default" loading={removal.isPending} onClick={() => removal.mutate()}>
        {t('removeForGood')}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={cancel}>
        {t('cancel')}
      </Button>
      <ProblemNotice error={removal.error} />
    </div>
  );
}
