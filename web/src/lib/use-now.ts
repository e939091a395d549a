import { useCallback, useSyncExternalStore } from 'react';

interface Clock {
  now: number;
  listeners: Set<() => void>;
  timer?: ReturnType<typeof setInterval>;
}

/** One for all that want to know equally often: a page of a hundred appointments has one timer. */
const clocks = new Map<number, Clock>();

function clockOf(everyMs: number): Clock {
  const clock = clocks.get(everyMs) ?? { now: Date.now(), listeners: new Set() };
  clocks.set(everyMs, clock);
  // Nobody has looked at it for a while.
  if (clock.listeners.size === 0 && Date.now() - clock.now >= everyMs) clock.now = Date.now();
  return clock;
}

function watch(everyMs: number, listener: () => void): () => void {
  const clock = clockOf(everyMs);
  clock.listeners.add(listener);
  clock.timer ??= setInterval(() => {
    clock.now = Date.now();
    for (const tell of clock.listeners) tell();
  }, everyMs);
  return () => {
    clock.listeners.delete(listener);
    if (clock.listeners.size > 0) return;
    clearInterval(clock.timer);
    clock.timer = undefined;
  };
}

/** The time, again every `everyMs`. */
export function useNow(everyMs: number): number {
  const subscribe = useCallback((listener: () => void) => watch(everyMs, listener), [everyMs]);
  return useSyncExternalStore(subscribe, () => clockOf(everyMs).now);
}
