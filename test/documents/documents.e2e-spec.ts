import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import PdfDocument from 'pdfkit';
import { pieceBytes } from '../../src/documents/contents.js';
import { SessionsService } from '../../src/auth/sessions.service.js';
import { type Clinic, TestApplication } from '../support/application.js';
import { aCase, aPicture, type Answered } from '../support/factories.js';
import { aPhotograph, pictureEndings, pictureIn, secretsIn } from './photographs.js';

let app: TestApplication;
let clinic: Clinic;
let other: Clinic;

beforeAll(async () => {
  app = await TestApplication.start({ environment: { DOCUMENT_LIMIT_MB: '4' } });
  [clinic, other] = [await app.clinic(), await app.clinic()];
});
afterAll(() => app.stop());

const listAt = (id: string) => `/api/clients/${id}/documents`;
const codesOf = ({ body }: { body: Answered }) =>
  (body.errors ?? []).map(({ field, code }: Answered) => `${field} ${code}`);
const hashOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

function aPdf(pages: number): Promise<Buffer> {
  const document = new PdfDocument({ autoFirstPage: false });
  for (let page = 1; page <= pages; page += 1) document.addPage().text(`Page ${page}`);
  document.end();
  return document.toArray().then((chunks: Buffer[]) => Buffer.concat(chunks));
}

/** Larger than a piece, and not a multiple of one. */
const aLargePicture = () => aPicture(randomBytes(2 * pieceBytes + 12_345));

async function pieces(id: string): Promise<{ place: number; content: Buffer }[]> {
  return clinic.inWork((work) =>
    work.sql(`SELECT place, content FROM document_pieces WHERE document_id = $1 ORDER BY place`, [id]),
  );
}

describe('A document', () => {
  it('comes out as it was put in, by whatever name it was sent', async () => {
    const { client, letters, as } = await aCase(clinic, { letters: ['2018-02-26'] });
    const content = await aPdf(3);
    const fields = { kind: 'letter_scan', title: 'Both sides', letterId: letters[0].id };
    const added = await as.advocate.upload(listAt(client.id), fields, content);
    expect([added.status, added.headers.location, added.headers.etag]).toEqual([
      201,
      `/api/documents/${added.body.id}`,
      '"1"',
    ]);
    expect(added.body).toMatchObject({
      ...fields,
      clientId: client.id,
      mediaType: 'application/pdf',
      bytes: content.length,
      pages: 3,
      sha256: hashOf(content),
    });
    expect(JSON.stringify(added.body)).not.toContain('exe');
    const { body, headers, status } = await as.attorney.download(`/api/documents/${added.body.id}/content`);
    expect([status, (body as Buffer).equals(content)]).toEqual([200, true]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${client.code}-${added.body.id.slice(-6)}.pdf"`,
      'content-length': String(content.length),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('is taken a second time, and says of which it is a copy', async () => {
    const { client, as } = await aCase(clinic);
    const content = await aPdf(2);
    const first = await as.advocate.upload(listAt(client.id), { kind: 'identity' }, content);
    expect([first.body.sameAs, first.body.warnings]).toEqual([undefined, undefined]);
    const again = await as.attorney.upload(listAt(client.id), { kind: 'other', title: 'Again' }, content);
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({
      sameAs: first.body.id,
      warnings: [{ field: 'file', code: 'document.twice' }],
    });
    // As large, and another.
    const other = await as.attorney.upload(
      listAt(client.id),
      { kind: 'other' },
      Buffer.concat([content.subarray(0, -1), Buffer.from(' ')]),
    );
    expect([other.status, other.body.sameAs]).toEqual([201, undefined]);
    // In the file of somebody else it is nobody's copy.
    const { client: stranger } = await aCase(clinic);
    expect((await as.attorney.upload(listAt(stranger.id), { kind: 'other' }, content)).body.sameAs).toBeUndefined();
  });

  it('is sealed in pieces, none of which opens elsewhere, changed, or without the others', async () => {
    const { client, as } = await aCase(clinic);
    const content = aLargePicture();
    const { body } = await as.attorney.upload(listAt(client.id), { kind: 'identity' }, content);
    const open = () => as.attorney.download(`/api/documents/${body.id}/content`);
    expect((await open()).body.equals(content)).toBe(true);
    const stored = await pieces(body.id);
    expect(stored.map(({ place }) => place)).toEqual([0, 1, 2]);
    expect(stored.some((piece) => piece.content.includes(content.subarray(0, 64)))).toBe(false);
    const spoilt = async (sql: string, ...parameters: unknown[]) => {
      await clinic.inWork((work) => work.execute(sql, [body.id, ...parameters]));
      const answer = await open();
      const problem = JSON.parse((answer.body as Buffer).toString()) as Answered;
      await clinic.inWork(async (work) => {
        await work.execute('DELETE FROM document_pieces WHERE document_id = $1', [body.id]);
        for (const { place, content: sealed } of stored)
          await work.execute('INSERT INTO document_pieces VALUES ($1, $2, $3, $4, $5)', [
            work.organizationId,
            body.id,
            place,
            client.id,
            sealed,
          ]);
        await work.execute('UPDATE documents SET bytes = $2 WHERE id = $1', [body.id, content.length]);
      });
      return [answer.status, problem.code];
    };
    const broken = [409, 'seal.broken'];
    const changed = Buffer.from(stored[1]!.content);
    changed[500_000]! ^= 1;
    expect(
      await spoilt('UPDATE document_pieces SET content = $2 WHERE document_id = $1 AND place = 1', changed),
    ).toEqual(broken);
    expect(
      await spoilt('UPDATE document_pieces SET content = $2 WHERE document_id = $1 AND place = 1', stored[0]!.content),
    ).toEqual(broken);
    expect(await spoilt('DELETE FROM document_pieces WHERE document_id = $1 AND place = 2')).toEqual(broken);
    expect(await spoilt('UPDATE documents SET bytes = $2 WHERE id = $1', 2 * pieceBytes)).toEqual(broken);
    expect((await open()).body.equals(content)).toBe(true);
  });

  it('is what its content says, whatever its name and type say', async () => {
    const { client, as } = await aCase(clinic);
    const send = (content: Buffer) => as.attorney.upload(listAt(client.id), { kind: 'other' }, content);
    const types = [];
    for (const ending of pictureEndings) types.push((await send(aPhotograph(ending))).body.mediaType);
    expect(types).toEqual(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif']);
    const refused = [
      '<!doctype html><script>alert(1)</script>',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'MZ\x90\0 This program cannot be run in DOS mode',
      'PK\x03\x04 a word document perhaps',
      '#!/bin/sh\necho',
    ];
    for (const text of refused) {
      const answer = await send(Buffer.from(text));
      expect([text, answer.status, codesOf(answer)]).toEqual([text, 422, ['file file.media_type']]);
    }
    // Begins as a PDF and is none: it is kept as what it says it is, and nobody knows its pages.
    const broken = await send(Buffer.from('%PDF-1.7\nnothing more'));
    expect([broken.status, broken.body.pages]).toEqual([201, null]);
  });

  it.each(pictureEndings)(
    'loses place, time and device when it is a photograph, and stays what it shows (%s)',
    async (ending) => {
      const { client, as } = await aCase(clinic);
      const photograph = aPhotograph(ending);
      for (const secret of secretsIn(ending)) expect(photograph.includes(secret)).toBe(true);
      const { body } = await as.attorney.upload(listAt(client.id), { kind: 'identity' }, photograph);
      const kept = (await as.attorney.download(`/api/documents/${body.id}/content`)).body as Buffer;
      for (const secret of secretsIn(ending)) expect(kept.includes(secret)).toBe(false);
      for (const part of pictureIn(ending, photograph)) expect(kept.includes(part)).toBe(true);
      expect(body).toMatchObject({ bytes: kept.length, sha256: hashOf(kept), pages: 1 });
      const again = await as.attorney.upload(listAt(client.id), { kind: 'identity' }, kept);
      expect(again.body.sha256).toBe(body.sha256);
      const torn = await as.attorney.upload(listAt(client.id), { kind: 'identity' }, photograph.subarray(0, 60));
      expect([torn.status, codesOf(torn)]).toEqual([422, ['file file.unreadable']]);
    },
  );

  it('is refused with the field named, and leaves nothing behind', async () => {
    const { client, letters, as } = await aCase(clinic, { letters: ['2018-02-26'] });
    const another = await aCase(clinic, { letters: ['2018-02-26'] });
    const post = (fields: Record<string, string>, content?: Buffer) =>
      as.attorney.upload(listAt(client.id), fields, content);
    const ofOther = another.letters[0].id as string;
    const cases: [Record<string, string>, Buffer | undefined, number, string[]][] = [
      [{ kind: 'other' }, undefined, 422, ['file file.missing']],
      [{ kind: 'other' }, Buffer.alloc(0), 422, ['file file.empty']],
      [{ kind: 'letter' }, aPicture(), 422, ['kind choice.unknown']],
      [{}, aPicture(), 422, ['kind field.required']],
      [{ kind: 'packet' }, aPicture(), 422, ['kind document.packet_by_hand']],
      [{ kind: 'other', sha256: 'made up' }, aPicture(), 422, ['sha256 field.unknown']],
      [{ kind: 'other', title: 'x'.repeat(201) }, aPicture(), 422, ['title text.too_long']],
      [{ kind: 'letter_scan', letterId: ofOther }, aPicture(), 422, ['letterId letter.unknown']],
    ];
    for (const [fields, content, status, codes] of cases) {
      const answer = await post(fields, content);
      expect([fields, answer.status, codesOf(answer).map((code: string) => code.split(' ')[0])]).toEqual([
        fields,
        status,
        codes.map((code) => code.split(' ')[0]),
      ]);
    }
    const large = await post({ kind: 'other' }, aPicture(Buffer.alloc(4 * 1_048_576)));
    expect([large.status, large.body.code]).toEqual([413, 'file.too_large']);
    const torn = await app.anonymous
      .post(listAt(client.id))
      .set({ authorization: `Bearer ${as.attorney.token}`, 'content-type': 'multipart/form-data; boundary=x' })
      .send('--x\r\ncontent-disposition: form-data; name="kind"\r\n\r\noth');
    expect([torn.status, torn.body.code]).toEqual([400, 'file.malformed']);
    const { body } = await as.attorney.get(listAt(client.id));
    expect(body.items).toEqual([]);
    expect((await post({ kind: 'letter_scan', letterId: letters[0].id }, aPicture())).status).toBe(201);
  });

  it('can be sent as a form to this address alone', async () => {
    const { as } = await aCase(clinic);
    const answer = await as.attorney.upload('/api/clients', { legalName: 'By Form' });
    expect([answer.status, answer.body.code]).toEqual([415, 'body.media_type']);
  });

  it('is listed by kind and by letter, changed, and deleted with its pieces', async () => {
    const { client, letters, as } = await aCase(clinic, { letters: ['2018-02-26'] });
    const add = async (fields: Record<string, string>) =>
      (await as.attorney.upload(listAt(client.id), fields, aPicture())).body;
    const scan = await add({ kind: 'letter_scan', letterId: letters[0].id });
    const form = await add({ kind: 'g28' });
    const idsOf = async (query: string) =>
      (await as.attorney.get(`${listAt(client.id)}${query}`)).body.items.map(({ id }: Answered) => id);
    expect(await idsOf('')).toEqual([scan.id, form.id]);
    expect(await idsOf('?kind=g28')).toEqual([form.id]);
    expect(await idsOf(`?letterId=${letters[0].id}`)).toEqual([scan.id]);
    const first = await as.attorney.get(`${listAt(client.id)}?limit=1`);
    expect(await idsOf(`?limit=1&cursor=${first.body.nextCursor}`)).toEqual([form.id]);
    expect((await as.attorney.get(`${listAt(client.id)}?kind=g28&cursor=${first.body.nextCursor}`)).status).toBe(400);
    const changed = await as.attorney.patch(`/api/documents/${form.id}`, 1, { title: 'Signed', kind: 'identity' });
    expect(changed.body).toMatchObject({ title: 'Signed', kind: 'identity', sha256: form.sha256, version: 2 });
    expect((await as.attorney.patch(`/api/documents/${form.id}`, 1, { title: 'Again' })).status).toBe(412);
    expect(codesOf(await as.attorney.patch(`/api/documents/${form.id}`, 2, { kind: 'packet' }))).toEqual([
      'kind document.packet_by_hand',
    ]);
    // The letter was a mistake; its scan is still one of the file.
    expect((await as.attorney.delete(`/api/letters/${letters[0].id}`)).status).toBe(204);
    expect((await as.attorney.get(`/api/documents/${scan.id}`)).body).toMatchObject({ letterId: null, version: 2 });
    expect((await as.attorney.delete(`/api/documents/${scan.id}`)).status).toBe(204);
    expect([(await as.attorney.get(`/api/documents/${scan.id}`)).status, await pieces(scan.id)]).toEqual([404, []]);
  });

  it('moves along when two files become one', async () => {
    const [one, two] = [await aCase(clinic), await aCase(clinic)];
    const { body } = await clinic.as.attorney.upload(listAt(two.client.id), { kind: 'g28' }, aPicture('of two'));
    const merged = await clinic.as.attorney.post(`/api/clients/${one.client.id}/merge`, {
      otherClientId: two.client.id,
    });
    expect(merged.status).toBe(200);
    const opened = await clinic.as.attorney.download(`/api/documents/${body.id}/content`);
    expect([opened.status, (opened.body as Buffer).equals(aPicture('of two'))]).toEqual([200, true]);
    const owners = await clinic.inWork((work) =>
      work.sql<{ id: string }>('SELECT client_id AS id FROM document_pieces WHERE document_id = $1', [body.id]),
    );
    expect(owners).toEqual([{ id: one.client.id }]);
  });
});

describe('Whose documents', () => {
  it('are seen by whom the file is seen, and each look is in the audit', async () => {
    const { client, as } = await aCase(clinic);
    const { body } = await as.attorney.upload(listAt(client.id), { kind: 'court_record', title: 'Plea' }, aPicture());
    const paths = [`/api/documents/${body.id}`, `/api/documents/${body.id}/content`, listAt(client.id)];
    for (const path of paths) {
      expect((await as.advocate.get(path)).status).toBe(200);
      expect((await other.as.attorney.get(path)).status).toBe(404);
      expect((await as.accompanier.get(path)).status).toBe(403);
    }
    expect((await other.as.attorney.upload(listAt(client.id), { kind: 'other' }, aPicture())).status).toBe(404);
    const lines = await clinic.inWork((work) =>
      work.sql<{ event: string }>(
        `SELECT event, details FROM audit_events WHERE client_id = $1 AND event LIKE 'document.%' ORDER BY id`,
        [client.id],
      ),
    );
    expect(lines.map(({ event }) => event)).toEqual([
      'document.created',
      'document.read',
      'document.opened',
      'document.listed',
    ]);
    expect(JSON.stringify(lines)).not.toContain('Plea');
    await as.attorney.patch(`/api/clients/${client.id}`, 1, { restricted: true, allowedUserIds: [as.attorney.userId] });
    for (const path of paths) expect((await as.supervisor.get(path)).status).toBe(404);
    expect((await as.attorney.get(paths[1]!)).status).toBe(200);
    const held = (await as.attorney.get(`/api/clients/${client.id}/holdings`)).body.records;
    expect(held).toContainEqual({ recordType: 'documents', count: 1 });
  });

  it('are opened by no program that may not see all of the file', async () => {
    const { client, as } = await aCase(clinic);
    const { body } = await as.attorney.upload(listAt(client.id), { kind: 'other' }, aPicture());
    const token = await clinic.inWork(async (work) => {
      const actor = { userId: as.attorney.userId, role: 'attorney', permissions: new Set(['case.read']) };
      const owner = Object.assign(Object.create(work) as typeof work, { actor });
      const made = await app.app.get(SessionsService).createToken(owner, { name: 'scans', expiresInDays: 1 });
      return made.token!;
    });
    const ask = (path: string) => app.anonymous.get(path).set('authorization', `Bearer ${token}`);
    expect((await ask(`/api/documents/${body.id}`)).status).toBe(200);
    const refused = await ask(`/api/documents/${body.id}/content`);
    expect([refused.status, refused.body.code]).toEqual([403, 'document.not_yours']);
  });

  it('are taken once where a sending is repeated with its key', async () => {
    const { client, as } = await aCase(clinic);
    const send = (content: Buffer) =>
      as.attorney.upload(listAt(client.id), { kind: 'other' }, content, { 'idempotency-key': `scan-${client.id}` });
    const [first, again] = [await send(aPicture('one')), await send(aPicture('one'))];
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    const another = await send(aPicture('two'));
    expect([another.status, codesOf(another)]).toEqual([422, ['Idempotency-Key idempotency.key_reused']]);
  });

  it('pass in turns, so that few are in memory at once', async () => {
    const { client, as } = await aCase(clinic);
    const content = aPicture(randomBytes(3_000_000));
    const people = [as.attorney, as.advocate, as.supervisor, await clinic.another('attorney')];
    const answers = await Promise.all(
      [...people, ...people, ...people].map((who) => who.upload(listAt(client.id), { kind: 'other' }, content)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    const opened = await Promise.all(
      answers.map(({ body }, at) => people[at % 4]!.download(`/api/documents/${body.id}/content`)),
    );
    expect(opened.every(({ body }) => (body as Buffer).equals(content))).toBe(true);
  });
});
