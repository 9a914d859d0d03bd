import { createServer, type IncomingMessage, type Server } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import { listening } from '../../platform/server/listening';
import { uploadingTo } from './uploading';

const asking = { accessToken: 'token', requestId: 'request' };

describe('a file on its way to the gateway', () => {
  let server: Server;
  let url: string;
  let answer: { status: number; text: string; isEarly?: boolean };
  let got: { request: IncomingMessage; body: string } | null = null;
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const parts: string[] = [];
      if (!answer.isEarly) for await (const part of request) parts.push(String(part));
      got = { request, body: parts.join('') };
      response.writeHead(answer.status, { connection: 'close' }).end(answer.text);
    });
    url = `http://127.0.0.1:${await listening(server, { port: 0, setting: 'TEST' })}`;
  });
  afterAll(() => void server.close());
  const send = (body: Readable = Readable.from(['a', 'b'])) =>
    uploadingTo(url)({ source: 'crm', dryRun: true, name: 'May & June.csv', body }, asking);
  const refusal = (code: string) =>
    JSON.stringify({ errors: [{ message: 'It is none.', extensions: { code } }] });

  it('is sent as it comes, with the person’s token, and known by the import’s id', async () => {
    answer = { status: 202, text: '{"id":"7"}' };
    expect(await send()).toEqual({ id: '7' });
    expect(got?.body).toBe('ab');
    expect(got?.request.url).toBe('/imports/crm?file=May+%26+June.csv&dryRun=true');
    expect(got?.request.headers).toMatchObject({ authorization: 'Bearer token', 'x-request-id': 'request' });
  });

  it('is refused in the gateway’s words, also before all of it was sent', async () => {
    answer = { status: 413, text: refusal('FILE_TOO_LARGE'), isEarly: true };
    const endless = new PassThrough();
    endless.write('a'.repeat(100_000));
    expect(await send(endless)).toEqual({ refused: 'It is none.' });
    expect(endless.readableFlowing).toBe(true);
    endless.end();
  });

  it('throws where the person may not, where the gateway is down, or says what it never says', async () => {
    answer = { status: 403, text: refusal('FORBIDDEN') };
    await expect(send()).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const odd of ['<html>', '{}', refusal('INTERNAL')]) {
      answer = { status: 502, text: odd };
      await expect(send()).rejects.toMatchObject({ code: 'UNREACHABLE' });
    }
    const nobody = uploadingTo('http://127.0.0.1:1');
    const sent = { source: 'crm', dryRun: false, name: 'x', body: Readable.from(['a']) };
    await expect(nobody(sent, asking)).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });
});
