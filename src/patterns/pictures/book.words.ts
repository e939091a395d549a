/** Everything in a report book that is no report. */
export interface BookWords {
  language: string;
  title: string;
  contents: string;
  howTo: string;
  notes: string;
  made: string;
  nothing: string;
  all: string;
  internal: string;
  internalShort: string;
  publicShort: string;
  page: string;
  asOf(day: string): string;
  public(k: number): string;
  left(titles: readonly string[]): string;
  methods(k: number | undefined): { heading: string; texts: string[] }[];
}

export const pageWords = ({ page }: BookWords, at: number, of: number): string =>
  page.replace('#', String(at)).replace('#', String(of));

export const bookWords: BookWords = {
  language: 'en',
  title: 'Letters and what comes of them',
  contents: 'Contents',
  howTo: 'How to read these figures',
  notes: 'To know before quoting',
  made: 'How this is made',
  nothing: 'There is nothing to count yet.',
  all: 'All',
  internal: 'For the office alone. Small numbers are shown: do not pass this on, and do not leave it lying about.',
  internalShort: 'For the office alone: not to be published',
  publicShort: 'Small figures hidden (*)',
  page: '# of #',
  asOf: (day) => `As of ${day}`,
  public: (k) => `Counts of 1 to ${k - 1} are hidden, and whatever would give one away.`,
  left: (titles) =>
    `Left out, since with what was published before something hidden could be worked out: ${titles.join('; ')}.`,
  methods: (k) => [
    {
      heading: 'What is counted',
      texts: [
        'Each letter that reached this office counts once, by the day on which it arrived. A person with two letters counts twice. The figures are made from facts without names: dates, counties, offices, kinds and outcomes.',
        'People who took back their agreement to be counted are left out.',
      ],
    },
    {
      heading: 'What they cannot say',
      texts: [
        'These are the letters that reached this office, not all letters. People who had nobody to call are not in them, and neither are those who went alone and were not seen again. People who were detained may be more likely to be heard of than people who were sent home, or less.',
        'Days from fingerprints to letter lean on which fingerprints are held to be the cause, which is mostly an inference.',
      ],
    },
    {
      heading: 'Chance',
      texts: [
        'Where a share is given, look at the interval beside it: if these letters were a random draw, the true share would lie between its bounds 95 times of 100. Of 2 of 2, nothing is known but that the share is above a third. Small groups swing by one letter.',
      ],
    },
    {
      heading: 'Small numbers',
      texts:
        k === undefined
          ? [
              'Every count is shown, however small. One of 1 to 10 can point to a person whom a reader knows. Let figures leave the office only as a release, which hides them.',
            ]
          : [
              `Every count of 1 to ${k - 1} is replaced by *, and so is every other figure by which one could be worked out: * may stand for a large number too. 0 is shown. Shares, medians and totals that a hidden count is in are hidden with it.`,
            ],
    },
  ],
};
