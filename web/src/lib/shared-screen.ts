import { useSyncExternalStore } from 'react';

/** Whether others may see this screen: then a case is known by its code until somebody taps. For this visit only. */
let hidden = false;
const listeners = new Set<() => void>();

export function setNamesHidden(next: boolean): void {
  hidden = next;
  for (const listener of listeners) listener();
}

export const areNamesHidden = (): boolean => hidden;

export const useNamesHidden = () =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, areNamesHidden);
