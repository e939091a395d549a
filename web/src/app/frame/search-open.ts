import { useHotkeys } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { catchTyping, type TypingCaught } from './typing-caught.js';

/**
 * Whether somebody searches; Ctrl-K begins, from wherever they are, and the end leads back to there. `typedSoFar` is for the
 * field: it takes what was typed before the field was there, once.
 */
export function useSearchOpen() {
  const [opened, setOpened] = useState(false);
  const cameFrom = useRef<HTMLElement>(null);
  const caught = useRef<TypingCaught>(undefined);
  const open = useCallback(() => {
    const here = document.activeElement;
    if (here instanceof HTMLElement && !here.closest('[role=dialog]')) cameFrom.current = here;
    setOpened(true);
  }, []);
  const close = useCallback(() => setOpened(false), []);
  useHotkeys([['mod+K', open]], []);
  useEffect(() => {
    if (!opened) {
      if (document.activeElement === document.body) cameFrom.current?.focus();
      return;
    }
    caught.current = catchTyping(close);
    return () => void caught.current?.end();
  }, [opened, close]);
  const typedSoFar = useCallback(() => caught.current?.end() ?? '', []);
  return { opened, open, close, typedSoFar };
}
