import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const description = `Case files and early warning for call-in letters. Dates are calendar dates (YYYY-MM-DD), instants RFC 3339 in UTC.
Errors are application/problem+json with a stable \`code\` and, for 422, \`errors\` by field.`;

/** The OpenAPI document of all routes; checked in as openapi.json, from which the web's client is generated. */
export function documentOf(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Letterbox')
    .setDescription(description)
    .setVersion('1')
    .setLicense('AGPL-3.0-only', 'https://www.gnu.org/licenses/agpl-3.0.html')
    .addCookieAuth('__Host-session')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '').replace(/^./, (letter) => letter.toLowerCase())}_${method}`,
  });
  namePathParameters(document);
  return document;
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Our own decorator of ids in paths tells Nest nothing of them; a document that leaves them out is not valid. */
function namePathParameters(document: OpenAPIObject): void {
  for (const [path, operations] of Object.entries(document.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    for (const operation of Object.values(operations) as Operation[]) {
      const known = new Set(operation.parameters?.map((one) => ('in' in one && one.in === 'path' ? one.name : '')));
      const missing = inPath.filter((name) => !known.has(name));
      operation.parameters = [
        ...missing.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } })),
        ...(operation.parameters ?? []),
      ];
    }
  }
}

/** Serves the document at /api/openapi.json and, with `reader`, a page to read it at /api/docs. */
export function serveDocument(app: NestFastifyApplication, reader: boolean): void {
  SwaggerModule.setup('api/docs', app, () => documentOf(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    ui: reader,
  });
}
