import { useHotkeys } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Whether somebody searches; Ctrl-K begins, from wherever they are, and the end leads back to there. */
export function useSearchOpen() {
  const [opened, setOpened] = useState(false);
  const cameFrom = useRef<HTMLElement>(null);
  const open = useCallback(() => {
    const here = document.activeElement;
    if (here instanceof HTMLElement && !here.closest('[role=dialog]')) cameFrom.current = here;
    setOpened(true);
  }, []);
  const close = useCallback(() => setOpened(false), []);
  useHotkeys([['mod+K', open]], []);
  useEffect(() => {
    if (!opened && document.activeElement === document.body) cameFrom.current?.focus();
  }, [opened]);
  return { opened, open, close };
}
