import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { documentsOf } from './documents';

const asker = { accessToken: 'token', requestId: 'request' };
const refusal = (code: string) => JSON.stringify({ errors: [{ message: `${code}.`, extensions: { code } }] });

describe('the gateway’s doors for documents', () => {
  let answer: { status: number; body: string; headers?: http.OutgoingHttpHeaders } = {
    status: 200,
    body: '',
  };
  let asked: { url?: string; headers?: http.IncomingHttpHeaders; body?: string } = {};
  const gateway = http.createServer(async (request, response) => {
    asked = { url: request.url ?? '', headers: request.headers, body: await text(request) };
    response.writeHead(answer.status, answer.headers ?? {}).end(answer.body);
  });
  let documents: ReturnType<typeof documentsOf>;
  beforeAll(async () => {
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    documents = documentsOf(`http://127.0.0.1:${(gateway.address() as AddressInfo).port}`);
  });
  afterAll(() => {
    gateway.closeAllConnections();
    gateway.close();
  });
  const attach = () =>
    documents.attach(
      {
        complaint: 'corporate-1',
        key: 'k',
        source: 'UPLOAD',
        name: 'Canary £.pdf',
        body: Readable.from(['abc']),
      },
      asker,
    );

  it('are sent a file with its name in no address', async () => {
    const kept = { version: 2, documents: [{ id: 'corporate-k', name: 'a.pdf', leftOut: [] }] };
    answer = { status: 201, body: JSON.stringify(kept) };
    expect(await attach()).toEqual(kept);
    expect(asked).toMatchObject({ url: '/documents?complaint=corporate-1&key=k&source=UPLOAD', body: 'abc' });
    expect(asked.headers).toMatchObject({
      authorization: 'Bearer token',
      'content-disposition': "attachment; filename*=UTF-8''Canary%20%C2%A3.pdf",
    });
  });

  it('say why they take none, also where it may pass', async () => {
    for (const [status, code] of [
      [422, 'MACROS'],
      [403, 'SERVICE_NOT_OWN'],
      [503, 'SCANNER_UNAVAILABLE'],
    ] as const) {
      answer = { status, body: refusal(code) };
      expect(await attach()).toEqual({ refused: `${code}.` });
    }
    for (const body of ['', refusal('INTERNAL_SERVER_ERROR')]) {
      answer = { status: 500, body };
      await expect(attach()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    }
    answer = { status: 401, body: refusal('UNAUTHENTICATED') };
    await expect(attach()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('say what is taken', async () => {
    answer = { status: 200, body: '{"isScanned":true,"maximumBytes":9,"kinds":[]}' };
    expect(await documents.taken(asker)).toMatchObject({ isScanned: true });
    answer = { status: 200, body: '{}' };
    await expect(documents.taken(asker)).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });

  it('give a document, none, or a refusal', async () => {
    const open = (isPreview = false) => documents.open({ id: 'corporate-k', isPreview }, asker);
    answer = {
      status: 200,
      body: 'abc',
      headers: { 'content-type': 'image/png', 'content-disposition': 'inline' },
    };
    const opened = await open(true);
    expect([asked.url, opened?.mediaType, opened && (await text(opened.body))]).toEqual([
      ...['/documents/corporate-k/preview', 'image/png', 'abc'],
    ]);
    for (const status of [404, 415]) {
      answer = { status, body: refusal('NOT_FOUND') };
      expect(await open()).toBeNull();
    }
    answer = { status: 403, body: refusal('FORBIDDEN') };
    await expect(open()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
