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
    .header('clear-site-data', '"cache", "cookies", "storage"');
}
