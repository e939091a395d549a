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
export function Removal({ what, says, remove, removed }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  if (asked) {
    return (
      <Question says={says} does={t('removeForGood')} act={remove} done={removed} cancel={() => setAsked(false)} />
    );
  }
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

interface QuestionProps {
  /** What will happen, said before it does. */
  says: string;
  /** The word on the button that does it. */
  does: string;
  act: () => Promise<unknown>;
  done: () => void;
  cancel: () => void;
}

/** Asks before it acts, where what was pressed opens it. */
export function Question({ says, does, act, done, cancel }: QuestionProps) {
  const { t } = useTranslation();
  const question = useRef<HTMLParagraphElement>(null);
  const acting = useMutation({ mutationFn: act, onSuccess: done });
  // What was pressed is gone; whoever works by keyboard is taken along, and back.
  useEffect(() => question.current?.focus(), []);
  useFocusBack();
  return (
    <div className={styles.removal}>
      <p ref={question} tabIndex={-1}>
        {says}
      </p>
      <Button size="xs" variant="default" loading={acting.isPending} onClick={() => acting.mutate()}>
        {does}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={cancel}>
        {t('cancel')}
      </Button>
      <ProblemNotice error={acting.error} />
    </div>
  );
}
