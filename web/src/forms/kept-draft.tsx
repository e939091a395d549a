import { Button } from '@mantine/core';
import { type ReactNode, startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLeaving } from '../lib/sealed-storage.js';
import { useMe } from '../lib/session.js';
import { Notice } from '../ui/notice.js';
import { Waiting } from '../ui/waiting.js';
import type { Values } from './draft.js';
import { dropDraft, isDraftKept, keepDraft, keptDraft } from './sealed-drafts.js';

interface Props<T extends object> {
  /** Which form, and about whom: `log-a-letter <client>`. */
  form: string;
  empty: T;
  children: (initial: T) => ReactNode;
}

/** A form that begins with what was being typed before a reload, a lock or another page, if anything was, and says so. */
export function KeptDraft<T extends object>({ form, empty, children }: Props<T>) {
  const { t } = useTranslation();
  const userId = useMe().user.id ?? '';
  /** Null when nothing was kept; undefined until that is known. */
  const [kept, setKept] = useState<T | null | undefined>(() => (isDraftKept(form) ? undefined : null));
  const isUnknown = kept === undefined;
  useEffect(() => {
    if (!isUnknown) return undefined;
    let isHere = true;
    // A form of many fields is drawn in slices.
    void keptDraft({ userId, form }).then(
      (values) => isHere && startTransition(() => setKept((values as T | undefined) ?? null)),
    );
    return () => {
      isHere = false;
    };
  }, [userId, form, isUnknown]);
  const startAfresh = () => {
    void dropDraft({ userId, form });
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

/** In which what is typed letter by letter is kept once. */
const pauseMs = 300;

/**
 * Keeps a draft while it is written, and over going to another page.
 * @param form left out where nothing is kept
 * @param values undefined while nothing is typed that is not saved
 * @returns lets go of it, once it is saved or not wanted
 */
export function useKeeping(form: string | undefined, values: Values | undefined): () => void {
  const userId = useMe().user.id ?? '';
  const isOver = useRef(false);
  /** What it began with is kept already, if it is anything. */
  const begun = useRef(values);
  const hasKept = useRef(values !== undefined);
  const keep = useRef<() => void>(undefined);
  useEffect(() => {
    if (!form || isOver.current) return undefined;
    if (!values) {
      keep.current = undefined;
      if (hasKept.current) void dropDraft({ userId, form });
      return undefined;
    }
    if (values === begun.current) return undefined;
    keep.current = () => {
      keep.current = undefined;
      hasKept.current = true;
      // Whoever signs out leaves nothing.
      if (!isOver.current && !isLeaving()) void keepDraft({ userId, form }, values);
    };
    const timer = setTimeout(() => keep.current?.(), pauseMs);
    return () => clearTimeout(timer);
  }, [values, userId, form]);
  // Whoever goes on at once takes the last words along.
  useEffect(() => () => keep.current?.(), []);
  return useCallback(() => {
    isOver.current = true;
    if (form) void dropDraft({ userId, form });
  }, [userId, form]);
}
