import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { createLogger } from '../../platform/logging/logger';
import { assistantsDoor } from '../doors/assistants';
import { Refusal, refuse } from '../entrance/refusal';
import type { Caller } from '../graph/caller';
import { tool } from './tool';

const fails = tool({
  ...{
    name: 'fails',
    title: 'Fails',
    description: 'Fails.',
    input: z.strictObject({}),
    output: z.object({}),
  },
  answer: () => Promise.reject(new Error('select * from hidden')),
});
const scopes: string[] = [];
const door = assistantsDoor({
  ...{ tools: [fails], council: 'Somewhere', questions: new Map(), pageOrigins: ['https://ours.example'] },
  graph: { ask: async () => ({ status: 200, data: null, errors: [] }) },
  logger: createLogger({ level: 'silent' }),
});
const caller = {
  requestId: 'r-1',
  identity: { subject: 'ann', scopes },
  signal: AbortSignal.timeout(10_000),
};

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const visit = {
      ...{ request, response, caller: caller as unknown as Caller, origin: null },
      body: Buffer.concat(chunks),
    };
    Promise.resolve(door.answer(visit)).catch((error: unknown) => {
      if (error instanceof Refusal) refuse(response, error);
      else response.destroy();
    });
  });
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
});
afterAll(() => new Promise((closed) => server.close(closed)));
beforeEach(() => scopes.splice(0, scopes.length, 'figures'));

const CALL = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'fails' } };
const HEADERS = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' };
const post = async (headers: object = {}, body: unknown = CALL) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...HEADERS, ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};

describe('the door for assistants', () => {
  it('tells what nobody foresaw by its number alone', async () => {
    const { status, text } = await post();
    expect([status, JSON.parse(text).result]).toEqual([
      200,
      { isError: true, content: [{ type: 'text', text: expect.stringContaining('r-1') }] },
    ]);
    expect(text).not.toContain('hidden');
  });

  it('is open to whoever may see figures or what they count, and to nobody else', async () => {
    scopes.splice(0, 1, 'facts');
    expect((await post()).status).toBe(200);
    scopes.splice(0, 1, 'audit');
    expect(await post()).toEqual({
      status: 403,
      text: expect.stringContaining('Your role may not ask for /mcp.'),
    });
  });

  it('answers pages of origins that are named alone', async () => {
    expect((await post({ origin: 'https://ours.example' })).status).toBe(200);
    expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await post({ origin: 'null' })).status).toBe(403);
  });

  it.each(['GET', 'DELETE', 'PUT'])('has nothing by %s', async (method) => {
    const response = await fetch(url, { method, headers: HEADERS });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    await response.body?.cancel();
  });

  it('takes one message at a time, however a list begins', async () => {
    expect((await post({}, [CALL, CALL])).status).toBe(400);
    for (const before of ['\n  ', ' '.repeat(5_000), '\uFEFF\t\r\n']) {
      const body = `${before}[${JSON.stringify(CALL)}]`;
      const spaced = await fetch(url, { method: 'POST', headers: HEADERS, body });
      expect([spaced.status, await spaced.text()]).toEqual([400, expect.stringContaining('one message')]);
    }
  });
});
