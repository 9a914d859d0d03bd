import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { FormattedExecutionResult } from 'graphql';
import { openSpool } from '../../platform/files/spool';
import { documentDoor } from '../doors/document';
import { documentsDoor } from '../doors/documents';
import type { InternalQuestion } from '../graph/ask-internally';
import { type Library, startLibrary } from '../testing/start-library';
import type { Scanner } from './scanner/clamd';
import { emailOf, pdfOf } from './testing/files';

const KEY = '00000000-0000-4000-8000-000000000001';
const PLACE = `/documents?complaint=corporate-1&key=${KEY}`;
type Answers = (question: InternalQuestion) => FormattedExecutionResult | null;
const keeps: Answers = ({ variables: { documents } }) => {
  const files = (documents as { file: string }[]).map(({ file }) => file);
  const ids = files.map((_, index) => `corporate-${KEY}-${index}`);
  return { data: { kept: { ids, files, outcome: { __typename: 'CommandDone', version: 2 } } } };
};
const refuses =
  (code: string): Answers =>
  () => ({
    data: { kept: { ids: [], files: [], outcome: { __typename: 'CommandRefused', code, message: 'No.' } } },
  });

describe('the doors for documents', () => {
  let folder: string;
  let library: Library;
  let answers: Answers = keeps;
  let scanner: Scanner;
  const asked: InternalQuestion[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'documents-door-'));
    const graph = {
      internally: async (question: InternalQuestion) => {
        asked.push(question);
        return answers(question);
      },
    };
    const of = { graph, spool: openSpool(folder), streams: ['corporate', 'adults'] };
    const limits = {
      maximumBytes: 5_000,
      pauseMillis: 5_000,
      wholeMillis: 5_000,
      setting: 'DOCUMENT_MAX_BYTES',
    };
    library = await startLibrary({
      furtherDoors: () => [
        documentsDoor({ ...of, scanner: { scan: (file) => scanner.scan(file) }, limits }),
        documentDoor(of),
      ],
    });
  });
  beforeEach(async () => {
    answers = keeps;
    scanner = { scan: async () => 'CLEAN' };
    asked.splice(0);
    for (const name of await readdir(folder)) await rm(path.join(folder, name));
  });
  afterAll(async () => {
    await library.stop();
    await rm(folder, { recursive: true });
  });

  const send = async (
    place: string,
    {
      role = 'officer',
      method = 'GET',
      body,
      headers = {},
    }: { role?: string | null; method?: string; body?: Buffer | string; headers?: object } = {},
  ) => {
    const bearer = role === null ? {} : { authorization: `Bearer ${await library.token(role)}` };
    const response = await fetch(`${library.url}${place}`, {
      method,
      headers: { ...bearer, ...headers },
      ...(body === undefined ? {} : { body: new Uint8Array(Buffer.from(body)) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const json = isJson ? JSON.parse(text) : null;
    return { status: response.status, headers: response.headers, text, json, error: json?.errors?.[0] };
  };
  const attach = (body: Buffer | string, more: Parameters<typeof send>[1] & { place?: string } = {}) =>
    send(more.place ?? PLACE, { method: 'POST', body, ...more });

  it('are for those who are signed in and work on complaints', async () => {
    for (const place of [PLACE, '/documents/corporate-1', '/documents/corporate-1/preview']) {
      const method = place === PLACE ? { method: 'POST', body: 'x' } : {};
      expect((await send(place, { role: null, ...method })).status).toBe(401);
      expect((await send(place, { role: 'analyst', ...method })).error.extensions.code).toBe('FORBIDDEN');
    }
    expect([asked, await readdir(folder)]).toEqual([[], []]);
  });

  it('say what is taken', async () => {
    const { json } = await send('/documents');
    expect(json).toMatchObject({ isScanned: true, maximumBytes: 5_000 });
    expect(json.kinds[0]).toEqual({
      mediaType: 'application/pdf',
      ending: 'pdf',
      title: 'PDF',
      preview: null,
    });
  });

  it('keep what was sent, and say under which ids', async () => {
    const headers = { 'content-disposition': `attachment; filename*=UTF-8''Canary%20%C2%A3.pdf` };
    const { status, json } = await attach(emailOf([{ name: 'a.pdf', content: pdfOf() }]), { headers });
    expect([status, json]).toMatchObject([
      201,
      {
        version: 2,
        documents: [
          {
            id: `corporate-${KEY}-0`,
            name: 'Canary £.pdf.eml',
            mediaType: 'message/rfc822',
            parent: null,
            leftOut: [],
          },
          { id: `corporate-${KEY}-1`, name: 'a.pdf', parent: `corporate-${KEY}-0` },
        ],
      },
    ]);
    expect(asked[0]).toMatchObject({
      part: 'corporate',
      variables: { key: KEY, complaint: 'corporate-1', source: 'UPLOAD' },
    });
    expect(await readdir(folder)).toHaveLength(2);
  });

  it.each([
    ['no complaint', { place: `/documents?complaint=none&key=${KEY}` }, 400, /by its id/],
    ['no key', { place: '/documents?complaint=corporate-1' }, 400, /UUID/],
    ['another source', { place: `${PLACE}&source=EMAIL` }, 400, /UPLOAD or LETTER/],
    ['a form', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }, 400, /not a form/],
    ['a packed body', { headers: { 'content-encoding': 'gzip' } }, 400, /Content-Encoding/],
    ['an empty file', { body: '' }, 400, /empty/],
    ['too long a file', { body: 'x'.repeat(5_001) }, 413, /5000 bytes \(DOCUMENT_MAX_BYTES\)/],
    ['a program', { body: 'MZ' }, 422, /program/],
    ['another method', { method: 'PUT' }, 405, /POST/],
  ])('refuse %s, say why, and keep nothing', async (_, more, status, says) => {
    const refused = await attach('x', more);
    expect([refused.status, refused.error.message]).toEqual([status, expect.stringMatching(says)]);
    expect([asked, await readdir(folder)]).toEqual([[], []]);
  });

  it('keep nothing that the scanner found something in, or that it could not look at', async () => {
    scanner = { scan: async () => 'FOUND' };
    expect((await attach('x')).error.extensions.code).toBe('HARMFUL');
    scanner = { scan: () => Promise.reject(new Error('gone')) };
    expect((await attach('x')).status).toBe(503);
    expect(await readdir(folder)).toEqual([]);
  });

  it('keep nothing that the part refuses, and whatever it may have kept', async () => {
    for (const [code, status] of [
      ['CASE_NOT_FOUND', 404],
      ['EVENT_NOT_PERMITTED', 409],
    ] as const) {
      answers = refuses(code);
      expect(await attach('x')).toMatchObject({ status, error: { message: 'No.' } });
    }
    answers = () => ({
      data: null,
      errors: [{ message: 'Not you.', extensions: { code: 'FORBIDDEN' } }] as never,
    });
    expect((await attach('x')).status).toBe(403);
    expect(await readdir(folder)).toEqual([]);
    answers = () => null;
    expect((await attach('x')).status).toBe(503);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('keep one file of the same command twice', async () => {
    answers = () => ({
      data: {
        kept: { ids: ['corporate-x'], files: ['first'], outcome: { __typename: 'CommandDone', version: 2 } },
      },
    });
    expect((await attach('x')).json.documents).toMatchObject([{ id: 'corporate-x' }]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('keep nothing of what breaks off or is too long though it did not say so', async () => {
    const { host, port } = new URL(library.url);
    const begin = async (head: string, body: string) => {
      const socket = connect(Number(port), 'localhost');
      socket.on('error', () => undefined);
      const bearer = await library.token('officer');
      socket.write(
        `POST ${PLACE} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${bearer}\r\n${head}\r\n\r\n${body}`,
      );
      return socket;
    };
    const socket = await begin('content-length: 100', 'abc');
    while ((await readdir(folder)).length !== 1) await delay(5);
    socket.destroy();
    while ((await readdir(folder)).length !== 0) await delay(5);
    const endless = await begin('transfer-encoding: chunked', `1800\r\n${'a'.repeat(0x1800)}\r\n`);
    const told = await new Promise<string>((resolve) =>
      endless.once('data', (data) => resolve(String(data))),
    );
    expect(told).toMatch(/^HTTP\/1.1 413 /);
    expect(await readdir(folder)).toEqual([]);
  });

  const holds = async (content: Buffer | string, mediaType: string, sha256?: string) => {
    await writeFile(path.join(folder, 'held'), content);
    const hash = sha256 ?? createHash('sha256').update(Buffer.from(content)).digest('hex');
    answers = () => ({
      data: { file: { file: 'held', name: "Pat's £.pdf", mediaType, bytes: 1, sha256: hash } },
    });
  };

  it('send a document to be kept, with nothing that runs', async () => {
    await holds(pdfOf(), 'application/pdf');
    const { status, headers, text } = await send('/documents/corporate-9');
    expect([status, text.startsWith('%PDF')]).toEqual([200, true]);
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Pat%27s%20%C2%A3.pdf");
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect([headers.get('x-content-type-options'), headers.get('content-type')]).toEqual([
      'nosniff',
      'application/pdf',
    ]);
    expect(asked[0]).toMatchObject({ part: 'corporate', variables: { id: 'corporate-9' } });
  });

  it('show pictures as they are and e-mails as text, and nothing else', async () => {
    await holds('picture', 'image/png');
    const picture = await send('/documents/corporate-9/preview');
    expect([picture.headers.get('content-type'), picture.headers.get('content-disposition')]).toEqual([
      'image/png',
      'inline',
    ]);
    await holds(emailOf([]), 'message/rfc822');
    const email = await send('/documents/corporate-9/preview');
    expect(email.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(email.text).toContain('The bin was missed again.');
    await holds(Buffer.from('caf\u00e9', 'latin1'), 'text/plain');
    expect((await send('/documents/corporate-9/preview')).text).toBe('café');
    await holds(pdfOf(), 'application/pdf');
    expect((await send('/documents/corporate-9/preview')).status).toBe(415);
  });

  it('send nothing that is not as it was kept, and say no more than an id', async () => {
    await holds('x', 'text/plain', 'another');
    for (const end of ['', '/preview']) {
      const { status, error } = await send(`/documents/corporate-9${end}`);
      expect([status, error.message]).toEqual([500, expect.stringMatching(/[0-9a-f-]{36}/)]);
    }
    await rm(path.join(folder, 'held'));
    expect((await send('/documents/corporate-9')).status).toBe(500);
  });

  it('send nothing that is not there, not for the caller, or whose reading could not be recorded', async () => {
    answers = () => ({ data: { file: null } });
    for (const place of ['corporate-9', 'nobody-9', 'corporate-9/other'])
      expect((await send(`/documents/${place}`)).status).toBe(404);
    answers = () => ({
      data: null,
      errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] as never,
    });
    expect((await send('/documents/corporate-9')).status).toBe(404);
    answers = () => ({ data: null, errors: [{ message: 'Masked' }] as never });
    expect((await send('/documents/corporate-9')).status).toBe(503);
    expect((await send('/documents/corporate-9', { method: 'DELETE' })).status).toBe(405);
  });
});
