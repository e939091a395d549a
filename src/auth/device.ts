import type { FastifyRequest } from 'fastify';
import { deviceCookieOf, sessionCookieOf } from './cookies.js';
import type { SignInFrom } from './sessions.service.js';

/** The first that fits names it; others pretend to be those below them. */
const browsers: [mark: RegExp, name: string][] = [
  [/\b(Edg|EdgA|EdgiOS)\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: [mark: RegExp, name: string][] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\b(Macintosh|Mac OS X)\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const longestRead = 1000;

/**
 * What kind of device a browser says it is, such as "Firefox, Windows": enough to tell one's own sign-ins from a
 * stranger's, too coarse to follow somebody by. The User-Agent itself, with its versions and models, is never kept.
 * @returns null where nothing was said, "Program" for what is no browser
 */
export function deviceOf(userAgent: string | undefined): string | null {
  if (!userAgent) return null;
  const read = userAgent.slice(0, longestRead);
  const browser = browsers.find(([mark]) => mark.test(read))?.[1];
  const system = systems.find(([mark]) => mark.test(read))?.[1];
  if (!browser) return read.startsWith('Mozilla/') && system ? `Browser, ${system}` : 'Program';
  return system ? `${browser}, ${system}` : browser;
}

/** What a request that signs somebody in tells of its browser. */
export const signInFrom = (request: FastifyRequest): SignInFrom => ({
  device: deviceOf(request.headers['user-agent']),
  replaces: sessionCookieOf(request),
  known: deviceCookieOf(request),
});
