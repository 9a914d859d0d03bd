import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openSpool } from '../../platform/files/spool';
import { importsDoor } from '../doors/imports';
import type { GraphAnswer, Question } from '../graph/graph';
import { type Library, startLibrary } from '../testing/start-library';

const added: GraphAnswer = { status: 200, data: { added: { job: { id: '7' } } }, errors: [] };

describe('the door for imports', () => {
  let folder: string;
  let library: Library;
  let answer: GraphAnswer = added;
  const asked: Question[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'imports-door-'));
    const graph = {
      ask: async (question: Question) => {
        asked.push(question);
        return answer;
      },
    };
    library = await startLibrary({
      furtherDoors: () => [
        importsDoor({
          ...{ graph, spool: openSpool(folder), sources: ['crm', 'calls'] },
          limits: { maximumBytes: 1_000, pauseMillis: 300, wholeMillis: 5_000, setting: 'IMPORT_MAX_BYTES' },
        }),
      ],
    });
  });
  beforeEach(async () => {
    answer = added;
    asked.splice(0);
    for (const name of await readdir(folder)) await rm(path.join(folder, name));
  });
  afterAll(async () => {
    await library.stop();
    await rm(folder, { recursive: true });
  });

  const send = async (
    place: string,
    body: string | null,
    {
      role = 'admin',
      headers = {},
      method = 'POST',
    }: { role?: string | null; headers?: object; method?: string } = {},
  ) => {
    const bearer = role === null ? {} : { authorization: `Bearer ${await library.token(role)}` };
    const response = await fetch(`${library.url}${place}`, {
      method,
      headers: { 'content-type': 'text/csv', ...bearer, ...headers },
      ...(method === 'POST' ? { body } : {}),
    });
    const json = (await response.json()) as {
      errors?: { message: string; extensions: { code: string } }[];
    };
    return { status: response.status, headers: response.headers, json, error: json.errors?.[0] };
  };

  it('is for those who are signed in and may import', async () => {
    expect((await send('/imports/crm', 'a', { role: null })).status).toBe(401);
    const refused = await send('/imports/crm', 'a', { role: 'analyst' });
    expect([refused.status, refused.error?.extensions.code]).toEqual([403, 'FORBIDDEN']);
    expect(asked).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['an unknown source', '/imports/none', 'a', {}, 400, /crm or calls/],
    ['another word for a dry run', '/imports/crm?dryRun=yes', 'a', {}, 400, /dryRun/],
    ['an empty body', '/imports/crm', '', {}, 400, /empty/],
    ['a form', '/imports/crm', 'a', { 'content-type': 'multipart/form-data; boundary=x' }, 400, /not a form/],
    ['a packed body', '/imports/crm', 'a', { 'content-encoding': 'gzip' }, 400, /Content-Encoding/],
    [
      'a file that is too long',
      '/imports/crm',
      'a'.repeat(1_001),
      {},
      413,
      /1000 bytes \(IMPORT_MAX_BYTES\)/,
    ],
  ])('refuses %s, says why, and keeps nothing', async (_, place, body, headers, status, says) => {
    const refused = await send(place, body, { headers });
    expect([refused.status, refused.error?.message]).toEqual([status, expect.stringMatching(says)]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('takes no other method', async () => {
    expect((await send('/imports/crm', null, { method: 'GET' })).status).toBe(405);
  });

  it('keeps the file, adds the import, and says how to follow it', async () => {
    const headers = { 'content-disposition': 'attachment; filename="C:\\\\May 2024.csv"' };
    const taken = await send('/imports/crm?dryRun=true', 'a,b\n', { headers });
    expect([taken.status, taken.json]).toMatchObject([
      202,
      { id: '7', file: 'May 2024.csv', bytes: 4, dryRun: true },
    ]);
    expect(decodeURIComponent(taken.headers.get('location') ?? '')).toMatch(
      /^\/graphql\?query=\{ job\(id: "7"\)/,
    );
    const [name = ''] = await readdir(folder);
    expect(await readFile(path.join(folder, name), 'utf8')).toBe('a,b\n');
    expect(asked[0]?.variables).toMatchObject({
      upload: name,
      source: 'crm',
      file: 'May 2024.csv',
      dryRun: true,
    });
  });

  it('keeps nothing where the graph adds no import', async () => {
    answer = { status: 200, data: { added: { code: 'UPLOAD_UNUSABLE', message: 'No.' } }, errors: [] };
    expect((await send('/imports/crm', 'a')).error).toMatchObject({ message: 'No.' });
    answer = { status: 200, data: { added: null }, errors: [] };
    expect((await send('/imports/crm', 'a')).status).toBe(503);
    expect(await readdir(folder)).toEqual([]);
  });

  /** Sends the head of a request and a part of its body. */
  const begin = async (body: string, length: string) => {
    const { port, host } = new URL(library.url);
    const socket = connect(Number(port), 'localhost');
    socket.on('error', () => undefined);
    const got: string[] = [];
    socket.on('data', (data) => got.push(String(data)));
    const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(got.join(''))));
    const bearer = await library.token('admin');
    socket.write(
      `POST /imports/crm HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${bearer}\r\n${length}\r\n\r\n${body}`,
    );
    return { socket, closed };
  };

  /** Until so many files are there; a test's own time is the limit. */
  const untilHeld = async (files: number): Promise<void> => {
    while ((await readdir(folder)).length !== files) await delay(5);
  };

  it('gives a sender up who sends nothing for too long, and keeps nothing', async () => {
    const { closed } = await begin('a,b', 'content-length: 100');
    expect(await closed).toMatch(/^HTTP\/1.1 408 /);
    expect(await readdir(folder)).toEqual([]);
  });

  it('stops reading what is too long though it did not say so', async () => {
    const chunk = `400\r\n${'a'.repeat(1_024)}\r\n`;
    const { closed } = await begin(chunk, 'transfer-encoding: chunked');
    expect(await closed).toMatch(/^HTTP\/1.1 413 /);
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const { socket } = await begin('a,b', 'content-length: 100');
    await untilHeld(1);
    expect(await readdir(folder)).toEqual([expect.stringMatching(/\.part$/)]);
    socket.destroy();
    await untilHeld(0);
  });

  it('takes two files of one caller at a time, and tells of the third before it is sent', async () => {
    const two = [await begin('a', 'content-length: 100'), await begin('a', 'content-length: 100')];
    await untilHeld(2);
    expect((await send('/imports/crm', 'a')).status).toBe(429);
    for (const { socket } of two) socket.destroy();
  });
});
