/** What the pages speak in that people open from outside: one file, since each further one costs a way there and back. */
export const everyday = import.meta.glob<Record<string, unknown>>('./everyday/*.json', {
  import: 'default',
  eager: true,
});
