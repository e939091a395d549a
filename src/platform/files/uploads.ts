import { createHash } from 'node:crypto';
import fastifyMultipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../http/problem.js';
import { cleaned } from './cleaning/cleaned.js';
import { type RequestWithUpload, takesFile } from './file-route.js';
import { mediaTypeOf } from './media-type.js';
import { pagesOf } from './page-counter.js';

const mostFields = 20;
const longestField = 20_000;

/** Lets routes that take a file be sent forms with one; nothing of it is read before it is known who sends it. */
export async function takeUploads(fastify: FastifyInstance): Promise<void> {
  // What pages of other sites can send is taken where it is meant to be, and nowhere else.
  fastify.addHook('preParsing', (request, _reply, payload, done) => {
    const isForm = /^multipart\//i.test(request.headers['content-type'] ?? '');
    if (isForm && !takesFile(request)) done(Object.assign(new Error('body refused'), { statusCode: 415 }));
    else done(null, payload);
  });
  await fastify.register(fastifyMultipart);
}

/**
 * Reads the form of a request: its fields become the body, its file the upload, without what a camera wrote beside a picture.
 * A body of another kind is left as it is.
 * @throws Problem 413 for a file over the limit, 400 for a form that cannot be read, 422 for a picture that cannot be cleaned
 */
export async function readUpload(request: RequestWithUpload, mostBytes: number): Promise<void> {
  if (!request.isMultipart()) return;
  const fields = new Map<string, unknown>();
  let sent: Buffer | undefined;
  try {
    const limits = {
      fieldNameSize: 100,
      fieldSize: longestField,
      fields: mostFields,
      files: 1,
      parts: mostFields + 1,
      headerPairs: 20,
      fileSize: mostBytes,
    };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        if (part.fieldname !== 'file') throw malformed();
        sent = await part.toBuffer();
      } else if (fields.has(part.fieldname) || part.valueTruncated || typeof part.value !== 'string') throw malformed();
      // A form says "nothing" by an empty field.
      else if (part.value !== '') fields.set(part.fieldname, part.value);
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge(mostBytes);
    throw malformed();
  }
  request.body = Object.fromEntries(fields);
  if (!sent) return;
  const mediaType = await mediaTypeOf(sent);
  const content = mediaType ? cleaned(sent, mediaType) : sent;
  if (!content) throw unreadable();
  request.upload = {
    content,
    mediaType,
    pages: mediaType === 'application/pdf' ? await pagesOf(content) : 1,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

const malformed = () =>
  Problem.malformed(
    'file.malformed',
    'The form cannot be read. Send multipart/form-data with each field once and one part called file.',
  );

const unreadable = () =>
  Problem.invalidField(
    'file',
    'file.unreadable',
    'The picture cannot be read, so that the place and time in it cannot be taken out. Take it anew, or send it as a PDF.',
  );

const tooLarge = (mostBytes: number) =>
  new Problem(
    413,
    'file.too_large',
    `The file is over the limit of ${Math.floor(mostBytes / 1_048_576)} MB. Scan it with less detail, or in parts.`,
  );
