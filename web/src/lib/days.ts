/** Calendar dates as text `YYYY-MM-DD`, instants as RFC 3339; nothing here knows a language except through Intl. */

const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes a slow phone a millisecond, using one next to nothing: each is made once. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, made);
  return made;
}

export const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

export const addDays = (day: string, count: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** The date that a calendar on the wall in `zone` shows at an instant. */
export function dayAt(instant: Date | string, zone: string): string {
  const parts = formatOf('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(instant));
}

export const today = (zone: string) => dayAt(new Date(), zone);

/** `HH:MM` that a clock in `zone` shows at an instant. */
export function timeAt(instant: Date | string, zone: string): string {
  const format = formatOf('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return format.format(new Date(instant));
}

/** "37 min", "6 h 38 min": signs of units that every language writes alike (SI brochure, table 8), not to be parted at the end of a line. */
export const minutesInWords = (minutes: number) =>
  (minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`).replaceAll(' ', '\u00a0');

function offsetMinutes(at: number, zone: string): number {
  const shown = `${dayAt(new Date(at), zone)}T${timeAt(new Date(at), zone)}:00Z`;
  return Math.round((Date.parse(shown) - Math.floor(at / 60_000) * 60_000) / 60_000);
}

const aDay = 86_400_000;

/**
 * The instant at which clocks in `zone` show this date and time, as the server reads it: the earlier of two when clocks are
 * set back, and as much later as they are put forward for one that they never show.
 */
export function instantOf(day: string, time: string, zone: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const by = (offset: number) => wall - offset * 60_000;
  // No clock is set twice within two days: it shows this time by what it was before, or by what it is after.
  const [before, after] = [offsetMinutes(wall - aDay, zone), offsetMinutes(wall + aDay, zone)];
  const isBefore = offsetMinutes(by(before), zone) === before || offsetMinutes(by(after), zone) !== after;
  return new Date(by(isBefore ? before : after)).toISOString();
}

const parts = (format: Intl.DateTimeFormat, date: Date) =>
  Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value.replace(/\.$/, '')]));

const localeOf = (language: string) => (language.startsWith('en') ? 'en-GB' : language);

/** "Thu 8 Mar 2018". */
export function dayInWords(day: string, language: string): string {
  const format = formatOf(localeOf(language), {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const { weekday, day: number, month, year } = parts(format, new Date(`${day}T00:00:00Z`));
  return `${weekday} ${number} ${month} ${year}`;
}

/** "Jan 2018" of a month `YYYY-MM`, a day in words; what is neither stays as it is. */
export function periodInWords(period: string, language: string): string {
  if (isDay(period)) return dayInWords(period, language);
  if (!/^\d{4}-\d{2}$/.test(period)) return period;
  const format = formatOf(localeOf(language), { timeZone: 'UTC', month: 'short', year: 'numeric' });
  const { month, year } = parts(format, new Date(`${period}-01T00:00:00Z`));
  return `${month} ${year}`;
}

/** Cities that a language calls by a name of its own; browsers do not know all of them. */
const cities: Record<string, Record<string, string>> = { es: { 'New York': 'Nueva York' } };

/** "America/New_York" -> "New York", in Spanish "Nueva York". */
export function zoneInWords(zone: string, language: string): string {
  const city = zone.split('/').at(-1)!.replaceAll('_', ' ');
  return cities[language]?.[city] ?? city;
}

/** "Thu 8 Mar 2018, 09:00 (New York)". */
export const instantInWords = (instant: string, zone: string, language: string) =>
  `${dayInWords(dayAt(instant, zone), language)}, ${timeAt(instant, zone)} (${zoneInWords(zone, language)})`;

/** "09:00" of today, "Thu 8 Mar 2018, 09:00" of another day, on the clocks in `zone`. */
export function timeOrDayAt(instant: string, zone: string, language: string): string {
  const day = dayAt(instant, zone);
  return day === today(zone) ? timeAt(instant, zone) : `${dayInWords(day, language)}, ${timeAt(instant, zone)}`;
}
