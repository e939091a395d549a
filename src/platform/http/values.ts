const datePattern = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether a value is a calendar date that exists, `YYYY-MM-DD`, 1900 to 2199. */
export function isCalendarDate(value: unknown): value is string {
  if (typeof value !== 'string' || !datePattern.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** No clock on earth is set 15 hours off UTC; PostgreSQL refuses 16 and more. */
const instantPattern =
  /^(19|20|21)\d{2}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/** Whether a value is an RFC 3339 instant (with `Z` or an offset of less than 15 hours) on a date that exists. */
export function isInstant(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    instantPattern.test(value) &&
    isCalendarDate(value.slice(0, 10)) &&
    !Number.isNaN(Date.parse(value))
  );
}

const knownZones = new Map<string, boolean>();

/**
 * `Area/Location` or UTC, without what this runtime takes besides: abbreviations such as PST or AGT and a few old links,
 * which PostgreSQL does not know or takes for other zones.
 */
const zonePattern = /^(UTC|(?!SystemV\/|US\/Pacific-New$|Canada\/East-Saskatchewan$)[A-Za-z]+\/[A-Za-z0-9_+/-]+)$/i;

/** Whether a value names an IANA time zone that this runtime and PostgreSQL know; offsets such as `+05:00` are not zones. */
export function isZone(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 64 || !zonePattern.test(value)) return false;
  let known = knownZones.get(value);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat('en', { timeZone: value });
      known = true;
    } catch {
      known = false;
    }
    if (knownZones.size < 2000) knownZones.set(value, known);
  }
  return known;
}

/** Whole days from one calendar date to another (negative when `to` is earlier). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The calendar date that lies so many days after another. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar date that a clock on the wall in `zone` shows at an instant. */
export function dateIn(zone: string, instant: Date): string {
  let calendar = calendars.get(zone);
  if (!calendar) {
    // Making one costs far more than using it.
    calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    calendars.set(zone, calendar);
  }
  return calendar.format(instant);
}

/** Length of a text in characters (code points), as PostgreSQL counts them. */
export function charactersIn(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** First character position that PostgreSQL's UTF-8 text cannot hold (NUL or a lone surrogate), or -1. */
export function unstorableAt(text: string): number {
  const nul = text.indexOf('\0');
  if (nul >= 0) return nul;
  return text.isWellFormed() ? -1 : text.search(/[\uD800-\uDFFF]/u);
}
