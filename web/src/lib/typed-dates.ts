import { addDays, isDay } from './days.js';

/** Which of several readings of a date without a year is meant. */
export type Lean = 'past' | 'future';

const months = [
  /^(jan|ene)/,
  /^feb/,
  /^mar/,
  /^(apr|abr)/,
  /^may/,
  /^jun/,
  /^jul/,
  /^(aug|ago)/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^(dec|dic)/,
];
/** Sunday first, as Date counts. */
const weekdays = [
  /^(sun|dom)/,
  /^(mon|lun)/,
  /^(tue|mar)/,
  /^(wed|mi[eé])/,
  /^(thu|jue)/,
  /^(fri|vie)/,
  /^(sat|s[aá]b)/,
];
const wordsForDays: [RegExp, number][] = [
  [/^(today|hoy|now)$/, 0],
  [/^(yesterday|ayer)$/, -1],
  [/^(tomorrow|ma[nñ]ana)$/, 1],
];

const pad = (number: number) => String(number).padStart(2, '0');

function made(year: number, month: number, day: number): string | undefined {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return isDay(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text) ? text : undefined;
}

/** A day and month without a year: the latest one not after today, or the first one not before it. */
function nearest(month: number, day: number, today: string, lean: Lean): string | undefined {
  const year = Number(today.slice(0, 4));
  // 29 February may be years away.
  for (let step = 0; step <= 8; step += 1) {
    const candidate = made(lean === 'past' ? year - step : year + step, month, day);
    if (candidate && (lean === 'past' ? candidate <= today : candidate >= today)) return candidate;
  }
  return undefined;
}

const century = (year: number, lean: Lean, today: string) => {
  if (year >= 100) return year;
  const near = 2000 + year;
  return lean === 'past' && near > Number(today.slice(0, 4)) + 1 ? near - 100 : near;
};

/** Month first, unless there is no such month: `14/2` can mean one day only. */
function numbered(first: string, second: string, year: string | undefined, today: string, lean: Lean) {
  const [month, day] = Number(first) > 12 ? [Number(second), Number(first)] : [Number(first), Number(second)];
  return year ? made(century(Number(year), lean, today), month, day) : nearest(month, day, today, lean);
}

/**
 * What a person means who writes a date in a hurry: `2/14`, `2/14/18`, `feb 14`, `14 feb 2018`, `yesterday`, `tue`,
 * `3 days ago`, `in 2 weeks`, `+9`. Numbers are month first where both could be it. Undefined when it is none of these.
 */
export function readDay(text: string, today: string, lean: Lean): string | undefined {
  const said = text.trim().toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ');
  if (isDay(said)) return made(Number(said.slice(0, 4)), Number(said.slice(5, 7)), Number(said.slice(8)));
  const word = wordsForDays.find(([pattern]) => pattern.test(said));
  if (word) return addDays(today, word[1]);
  const numeric = /^(\d{1,2})[/\- ](\d{1,2})(?:[/\- ](\d{4}|\d{2}))?$/.exec(said);
  if (numeric) return numbered(numeric[1]!, numeric[2]!, numeric[3], today, lean);
  return named(said, today, lean) ?? counted(said, today) ?? onWeekday(said, today, lean);
}

function named(said: string, today: string, lean: Lean): string | undefined {
  const match =
    /^(?:(\d{1,2})(?: de)? )?([a-zñ]{3,10})(?: (\d{1,2})(?:st|nd|rd|th)?)?(?:(?: de)? (\d{4}|\d{2}))?$/.exec(said);
  const month = match ? months.findIndex((pattern) => pattern.test(match[2]!)) + 1 : 0;
  const day = match?.[1] ?? match?.[3];
  return month > 0 && day ? numbered(String(month), day, match?.[4], today, lean) : undefined;
}

function counted(said: string, today: string): string | undefined {
  const match =
    /^(?:(in|en|hace) )?([+-]?\d{1,4}) ?(d|days?|d[ií]as?|w|weeks?|sem|semanas?)?( ago)?$/.exec(said) ?? undefined;
  if (!match || (!match[1] && !match[3] && !match[4] && !/^[+-]/.test(match[2]!))) return undefined;
  const back = match[1] === 'hace' || Boolean(match[4]);
  const days = Number(match[2]) * (/^(w|s)/.test(match[3] ?? '') ? 7 : 1);
  return addDays(today, back ? -days : days);
}

function onWeekday(said: string, today: string, lean: Lean): string | undefined {
  const wanted = weekdays.findIndex((pattern) => pattern.test(said.replace(/^(next|last|this) /, '')));
  if (wanted < 0 || !/^[a-zñáé ]{3,14}$/.test(said)) return undefined;
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  const ahead = (wanted - now + 7) % 7;
  if (said.startsWith('last ') || (lean === 'past' && !said.startsWith('next ')))
    return addDays(today, ahead === 0 ? -7 * Number(said.startsWith('last ')) : ahead - 7);
  return addDays(today, ahead === 0 && said.startsWith('next ') ? 7 : ahead);
}

/** `9`, `9:30`, `930`, `2pm`, `14:00`, `noon` as `HH:MM`. A bare 1 to 6 is taken as afternoon: offices are closed before. */
export function readTime(text: string): string | undefined {
  const said = text.trim().toLowerCase().replace(/\s|\./g, '');
  if (said === 'noon' || said === 'mediodía' || said === 'mediodia') return '12:00';
  const match = /^(\d{1,2}?):?(\d{2})?(am|pm|a|p|h)?$/.exec(said);
  if (!match) return undefined;
  const minutes = Number(match[2] ?? 0);
  let hours = Number(match[1]);
  const half = match[3]?.[0];
  if (half === 'p' && hours < 12) hours += 12;
  else if (half === 'a' && hours === 12) hours = 0;
  else if (!half && hours >= 1 && hours <= 6 && !/^0/.test(said)) hours += 12;
  return hours < 24 && minutes < 60 ? `${pad(hours)}:${pad(minutes)}` : undefined;
}
