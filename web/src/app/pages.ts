/**
 * The pages that people open from outside: by a bookmark, a link in a reminder to staff, the first thing in the morning.
 * What each is made of is sent for with the page itself, before there is a script that could ask for it: the build writes
 * the files of each into `ahead.json`, and the server names them in the head of the page.
 */
export interface OpenedPage {
  /** The modules that it is drawn by. */
  parts: readonly string[];
  /** What it speaks in, beside what all do. */
  words: readonly string[];
  /** What it asks the API before anything else, with the parts of its own address and the language it speaks in. */
  asks?: readonly string[];
}

const framed = (part: string, words: readonly string[], ...asks: string[]): OpenedPage => ({
  parts: ['app/frame/frame', `features/${part}`],
  words,
  asks,
});

const ofLetters = ['client', 'arrest', 'fingerprintEvent', 'letter', 'appointment', 'places'];

export const openedPages = {
  '/sign-in': { parts: ['features/auth/sign-in-page'], words: ['auth'] },
  '/': framed('today/today-page', ['today', 'day', 'appointment', 'appointments'], '/api/today?language=$language'),
  '/log-a-letter': framed('intake/log-a-letter-page', ['intake', ...ofLetters, 'accompaniment']),
  '/cases': framed('cases/cases-page', ['cases', 'client']),
  '/cases/$clientId': framed('cases/case-page', ['cases', ...ofLetters, 'custodyEvent'], '/api/clients/$clientId/file'),
  '/appointments': framed('appointments/appointments-page', ['appointments']),
  '/appointments/$appointmentId': framed(
    'appointments/day-page',
    ['day', 'appointment'],
    '/api/appointments/$appointmentId',
  ),
} as const satisfies Record<string, OpenedPage>;
