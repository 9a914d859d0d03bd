import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { downloadingFrom } from './downloading';

const asking = { accessToken: 'token', requestId: 'request' };
const refusal = (code: string, message = code) =>
  JSON.stringify({ errors: [{ message, extensions: { code } }] });

describe('a file of the gateway', () => {
  let answer: http.RequestListener = () => undefined;
  let asked: http.IncomingMessage | undefined;
  const gateway = http.createServer((request, response) => {
    asked = request;
    answer(request, response);
  });
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    gateway.closeAllConnections();
    gateway.close();
  });

  const download = (where: Readonly<Record<string, unknown>> = {}) =>
    downloadingFrom(url)({ file: 'complaints.xlsx', where }, asking);
  const refuse = (status: number, body: string) => {
    answer = (_, response) => response.writeHead(status).end(body);
  };

  it('comes as it is sent, in the name of the person, narrowed as asked', async () => {
    answer = (_, response) =>
      response.writeHead(200, { 'x-row-count': '7', 'x-as-at': '2021-09-30' }).end('a file');
    const found = await download({ streams: ['ADULTS'], overdue: false, dueFrom: undefined });
    if ('refused' in found) throw new Error(found.refused);
    expect([found.rows, found.asAt, await text(found.body)]).toEqual([7, '2021-09-30', 'a file']);
    expect(asked?.url).toBe('/exports/complaints.xlsx?streams=ADULTS&overdue=false');
    expect(asked?.headers.authorization).toBe('Bearer token');
  });

  it('is told where there is none, and who may not is refused', async () => {
    refuse(400, refusal('TOO_MANY_ROWS', 'Narrow them.'));
    expect(await download()).toEqual({ refused: 'Narrow them.' });
    refuse(403, refusal('FORBIDDEN', 'Your role may not.'));
    await expect(download()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([
    [503, refusal('SUBGRAPH_UNAVAILABLE')],
    [429, refusal('RATE_LIMITED')],
    [400, 'no JSON'],
    [500, ''],
  ])('cannot be had where the gateway says %i, %s', async (status, body) => {
    refuse(status, body);
    await expect(download()).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });

  it('cannot be had where nobody answers', async () => {
    answer = (request) => request.destroy();
    await expect(download()).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });

  it('breaks off where the gateway does', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'x-row-count': '7', 'x-as-at': '2021-09-30' }).write('half');
      setImmediate(() => response.destroy());
    };
    const found = await download();
    await expect('body' in found ? text(found.body) : null).rejects.toThrow();
  });
});
