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

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  void reply
    .clearCookie(secure ? secureName : localName, { path: '/', httpOnly: true, sameSite: 'strict', secure })
    .header('clear-site-data', '"cache", "cookies", "storage"');
}
