const wordsOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether each word of `typed` begins a word of `text`, in any order; capitals and accents make no difference. */
export function matches(typed: string, text: string): boolean {
  const words = wordsOf(text);
  return wordsOf(typed).every((begun) => words.some((word) => word.startsWith(begun)));
}

/** Those that match, first by what they are called, then by other words for them. Nothing typed matches nothing. */
export function matching<T extends { title: string; words?: string }>(typed: string, entries: T[]): T[] {
  if (wordsOf(typed).length === 0) return [];
  const called = entries.filter(({ title }) => matches(typed, title));
  const otherwise = entries.filter(
    (entry) => !called.includes(entry) && matches(typed, `${entry.title} ${entry.words ?? ''}`),
  );
  return [...called, ...otherwise];
}
