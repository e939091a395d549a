/**
 * Runs beside the page. The first date that a browser is asked to write makes it read its tables of all languages, which
 * keeps a slow phone from answering a finger for a sixth of a second, unless another thread was first to ask.
 */
new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', weekday: 'short' }).format();
self.close();
