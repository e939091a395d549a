import type { BookLanguage } from '../patterns.dto.js';
import type { Report, ReportFilter } from '../report.js';
import { spelled } from './months.js';
import { filterInSpanish, inSpanish, textInSpanish } from './spanish.js';

/** Everything in a report book that is no report. */
export interface BookWords {
  language: BookLanguage;
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
  /** First and last day of arrival, where they were asked for. */
  period(from?: string, to?: string): string;
  /** A report, and a text of one, in this language. */
  report: (report: Report) => Report;
  text: (english: string) => string;
  /** "County: Bronx". */
  filter: (filter: ReportFilter) => string;
  public(k: number): string;
  left(titles: readonly string[]): string;
  methods(k: number | undefined): { heading: string; texts: string[] }[];
}

export const pageWords = ({ page }: BookWords, at: number, of: number): string =>
  page.replace('#', String(at)).replace('#', String(of));

const english: BookWords = {
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
  asOf: (day) => `As of ${spelled(day, 'en')}`,
  period: (...days) => {
    const [from, to] = days.map((day) => day && spelled(day, 'en'));
    return from && to ? `${from} to ${to}` : from ? `From ${from}` : to ? `Until ${to}` : 'All letters so far';
  },
  report: (report) => report,
  text: (text) => text,
  filter: ({ label, said }) => `${label}: ${said}`,
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

const spanish: BookWords = {
  language: 'es',
  title: 'Las cartas y lo que resulta de ellas',
  contents: 'Contenido',
  howTo: 'Cómo leer estas cifras',
  notes: 'Antes de citar',
  made: 'Cómo se hace',
  nothing: 'Todavía no hay nada que contar.',
  all: 'Todas',
  internal: 'Solo para la oficina. Se muestran números pequeños: no lo entregue a nadie ni lo deje a la vista.',
  internalShort: 'Solo para la oficina: no publicar',
  publicShort: 'Cifras pequeñas ocultas (*)',
  page: '# de #',
  asOf: (day) => `Al ${spelled(day, 'es')}`,
  period: (...days) => {
    const [from, to] = days.map((day) => day && spelled(day, 'es'));
    return from && to
      ? `Del ${from} al ${to}`
      : from
        ? `Desde el ${from}`
        : to
          ? `Hasta el ${to}`
          : 'Todas las cartas hasta ahora';
  },
  report: inSpanish,
  text: textInSpanish,
  filter: (filter) => `${textInSpanish(filter.label)}: ${filterInSpanish(filter)}`,
  public: (k) => `Se ocultan los recuentos de 1 a ${k - 1}, y todo lo que delataría alguno.`,
  left: (titles) => `No incluidos, porque con lo publicado antes podría deducirse algo oculto: ${titles.join('; ')}.`,
  methods: (k) => [
    {
      heading: 'Qué se cuenta',
      texts: [
        'Cada carta que llegó a esta oficina cuenta una vez, por el día en que llegó. Una persona con dos cartas cuenta dos veces. Las cifras se hacen de hechos sin nombres: fechas, condados, oficinas, clases y resultados.',
        'No se cuenta a quienes retiraron su acuerdo.',
      ],
    },
    {
      heading: 'Qué no pueden decir',
      texts: [
        'Son las cartas que llegaron a esta oficina, no todas. Faltan quienes no tenían a quién llamar y quienes fueron solos y no se volvió a ver. De las personas detenidas puede saberse más, o menos, que de quienes volvieron a casa.',
        'Los días de las huellas a la carta dependen de qué huellas se tienen por causa, lo que casi siempre es una deducción.',
      ],
    },
    {
      heading: 'El azar',
      texts: [
        'Donde hay una parte, mire el intervalo que la acompaña: si estas cartas fueran una muestra al azar, la parte verdadera estaría entre sus límites 95 veces de 100. De 2 de 2 solo se sabe que la parte pasa de un tercio. Los grupos pequeños cambian con una sola carta.',
      ],
    },
    {
      heading: 'Números pequeños',
      texts:
        k === undefined
          ? [
              'Se muestra todo recuento, por pequeño que sea. Uno de 1 a 10 puede señalar a alguien que el lector conoce. Las cifras salen de la oficina solo como publicación, que los oculta.',
            ]
          : [
              `Todo recuento de 1 a ${k - 1} se sustituye por *, y también toda cifra de la que pudiera deducirse uno: * puede ocultar un número grande. El 0 se muestra. Las partes, medianas y totales con un recuento oculto se ocultan con él.`,
            ],
    },
  ],
};

/** Every edition of the book. */
export const bookWords: Readonly<Record<BookLanguage, BookWords>> = { en: english, es: spanish };
