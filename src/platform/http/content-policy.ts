import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';

const header = 'content-security-policy';
const ownStyles = "style-src 'self'";

/**
 * What a page of ours may load: our own files, and nothing from anywhere else; no script and no style that stands in the
 * page itself. `data:` pictures are the QR codes of second factors.
 */
export const contentPolicy = (https: boolean) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  workerSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: https ? [] : null,
});

/** The reader of the API's document writes its styles into the page; it shows nothing but that document. */
export const allowInlineStyles = (reply: FastifyReply): void => addStyles(reply, "'unsafe-inline'");

/**
 * Lets this one answer carry styles that know a word made for it: the interface's library writes its variables that way.
 * @returns the word, to be handed to the page
 */
export function allowStylesOnce(reply: FastifyReply): string {
  const nonce = randomBytes(16).toString('base64');
  addStyles(reply, `'nonce-${nonce}'`);
  return nonce;
}

function addStyles(reply: FastifyReply, source: string): void {
  const policy = String(reply.getHeader(header));
  void reply.header(header, policy.replace(ownStyles, `${ownStyles} ${source}`));
}
