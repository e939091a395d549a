import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../lib/session.js';
import { Notice } from '../ui/notice.js';
import { Waiting } from '../ui/waiting.js';
import type { Values } from './draft.js';
import { dropDraft, isDraftKept, keepDraft, keptDraft } from './sealed-drafts.js';

interface Props {
  /** Which form, and about whom: `log-a-letter <client>`. */
  form: string;
  empty: Values;
  children: (initial: Values) => ReactNode;
}

/** A form that begins with what was being typed before a reload, if anything was, and says so. */
export function KeptDraft({ form, empty, children }: Props) {
  const { t } = useTranslation();
  const userId = useMe().user.id ?? '';
  /** Null when nothing was kept; undefined until that is known. */
  const [kept, setKept] = useState<Values | null | undefined>(() => (isDraftKept({ userId, form }) ? undefined : null));
  const isUnknown = kept === undefined;
  useEffect(() => {
    if (!isUnknown) return undefined;
    let isHere = true;
    // A form of many fields is drawn in slices.
    void keptDraft({ userId, form }).then((values) => isHere && startTransition(() => setKept(values ?? null)));
    return () => {
      isHere = false;
    };
  }, [userId, form, isUnknown]);
  const startAfresh = () => {
    dropDraft({ userId, form });
    setKept(null);
  };
  if (isUnknown) return <Waiting />;
  return (
    <>
      {kept && (
        <Notice tone="plain">
          {t('draft.back')}{' '}
          <Button variant="subtle" size="compact-sm" onClick={startAfresh}>
            {t('draft.afresh')}
          </Button>
        </Notice>
      )}
      <div key={kept ? 'kept' : 'empty'}>{children(kept ?? empty)}</div>
    </>
  );
}

/**
 * Keeps a draft while it is written.
 * @returns lets go of it, once it is saved
 */
export function useKeeping(form: string, values: Values): () => void {
  const userId = useMe().user.id ?? '';
  const initial = useRef(values);
  const isOver = useRef(false);
  const [settled] = useDebouncedValue(values, 300);
  useEffect(() => {
    if (settled !== initial.current && !isOver.current) void keepDraft({ userId, form }, settled);
  }, [settled, userId, form]);
  return useCallback(() => {
    isOver.current = true;
    dropDraft({ userId, form });
  }, [userId, form]);
}
