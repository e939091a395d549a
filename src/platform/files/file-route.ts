import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, getSchemaPath, ApiExtraModels } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Type } from '@nestjs/common';
import type { MediaType } from './media-type.js';

/** What somebody sent; of a picture, the picture alone. Its name stays with them. */
export interface Upload {
  content: Buffer;
  /** By what it is, whatever it was called; undefined for what is not taken here. */
  mediaType: MediaType | undefined;
  /** Null where they could not be counted. */
  pages: number | null;
  /** Hex. */
  sha256: string;
}

export interface RequestWithUpload extends FastifyRequest {
  upload?: Upload;
}

export const fileRouteKey = 'route:file';

/** A whole file passes through memory: such requests take turns, see {@link FileTurns}. */
export const CarriesFile = () => SetMetadata(fileRouteKey, true);

/** Takes `multipart/form-data`: the fields of a body, and one part `file`. */
export const TakesFile = (body: Type) =>
  applyDecorators(
    CarriesFile(),
    RouteConfig({ takesFile: true }),
    ApiConsumes('multipart/form-data'),
    ApiExtraModels(body),
    ApiBody({
      schema: {
        allOf: [
          { $ref: getSchemaPath(body) },
          { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
        ],
      },
    }),
  );

export const takesFile = (request: FastifyRequest): boolean =>
  (request.routeOptions.config as { takesFile?: boolean } | undefined)?.takesFile === true;

/** What was sent in the part `file`, if there was one. */
export const InUpload = createParamDecorator((_: unknown, context: ExecutionContext): Upload | undefined => {
  return context.switchToHttp().getRequest<RequestWithUpload>().upload;
});
