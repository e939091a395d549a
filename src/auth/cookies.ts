import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` binds the cookie to this host over https; browsers refuse that name without Secure, so plain http on localhost uses the other. */
const secureName = '__Host-session';
const localName = 'session';
export const cookieNames = [secureName, localName];

export function setSessionCookie(reply: FastifyReply, token: string, secure: boolean): void {
  void reply.setCookie(secure ? secureName : localName, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
  });
}

/** The session token that a browser sent along, if any. */
export const sessionCookieOf = (request: FastifyRequest): string | undefined =>
  cookieNames.map((name) => request.cookies[name]).find((value) => value !== undefined);

const deviceNames = { secure: '__Host-device', local: 'device' };

/** Tells a device that signed in before from those of strangers; see `AttemptsService`. Opens nothing by itself. */
export function setDeviceCookie(reply: FastifyReply, token: string, secure: boolean, days: number): void {
  void reply.setCookie(secure ? deviceNames.secure : deviceNames.local, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: days * 86_400,
  });
}

/** @returns undefined for what is none of ours */
export function deviceCookieOf(request: FastifyRequest): string | undefined {
  const token = request.cookies[deviceNames.secure] ?? request.cookies[deviceNames.local];
  return token && /^d_[\w-]{43}$/.test(token) ? token : undefined;
}

const attemptNames = { secure: '__Host-attempt', local: 'attempt' };

/** Binds a question that anybody may ask to the browser that asked it. */
export function setAttemptCookie(reply: FastifyReply, challenge: string, secure: boolean, minutes: number): void {
  void reply.setCookie(secure ? attemptNames.secure : attemptNames.local, challenge, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: minutes * 60,
  });
}

export const attemptCookieOf = (request: FastifyRequest): string | undefined =>
  request.cookies[attemptNames.secure] ?? request.cookies[attemptNames.local];

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  void reply
    .clearCookie(secure ? secureName : localName, { path: '/', httpOnly: true, sameSite: 'strict', secure })
    // Not "cookies": the session's is cleared above, and the device's must outlive it.
    .header('clear-site-data', '"cache", "storage"');
}
