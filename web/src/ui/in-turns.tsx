import { Children, startTransition, useEffect, useState, type ReactNode } from 'react';

/**
 * Draws its parts one after the other, each in a turn of its own, so that a slow phone answers a finger between two of
 * them. The first is there at once, and what follows is drawn below it, so that nothing moves.
 */
export function InTurns({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children);
  const [drawn, setDrawn] = useState(1);
  const isDone = drawn >= parts.length;
  useEffect(() => {
    if (isDone) return undefined;
    const turn = setTimeout(() => startTransition(() => setDrawn((before) => before + 1)));
    return () => clearTimeout(turn);
  }, [drawn, isDone]);
  return isDone ? parts : parts.slice(0, drawn);
}
