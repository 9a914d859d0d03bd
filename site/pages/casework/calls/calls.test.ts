import type { FastifyInstance } from 'fastify';
import { GatewayRefusal } from '../../../gateway/refusal';
import { type Answers, servePages } from '../../../testing/serve-pages';
import { addCallPage } from './call';
import { readCallQuestion } from './call-question';
import { callWords } from './call-words';
import { addCallList, CALLS_PATH } from './calls';

const KEY = '3096649c-9a22-4426-98fe-c658419c043c';
const line = (given: object = {}) => ({
  ...{ id: '703179', group: 'Complaints', streams: ['CORPORATE', 'SCHOOLS'], offeredOn: '2026-11-30' },
  ...{ offeredAt: '2026-11-30T09:05:00Z', answered: true, waitSeconds: 40, ...given },
});
const call = (given: object = {}) => ({
  call: { ...line(), callerNumber: '0161 496 0000', outcomes: [], ...given },
});
const became = {
  kind: 'COMPLAINT',
  complaintId: 'corporate-1',
  note: null,
  by: null,
  at: '2026-12-01T10:00:00Z',
};
const ANSWERS: Answers = {
  CallsToDealWith: {
    calls: { edges: [{ node: line() }], pageInfo: { hasNextPage: true, endCursor: 'next' }, totalCount: 60 },
  },
  CallToDealWith: call(),
  DealWithCall: { outcome: { __typename: 'CallDealtWith', call: { id: '703179' } } },
};
const down = new GatewayRefusal('UNREACHABLE', 'It does not answer');

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const add = (app: FastifyInstance, makers: Parameters<typeof addCallPage>[1]) => {
  addCallList(app, makers);
  addCallPage(app, makers);
};
const serve = async (answers: Answers = {}, role = 'officer') => {
  served = await servePages({
    ...{ add, answers: { ...ANSWERS, ...answers } },
    session: { role, subject: 'olu', streams: ['corporate', 'schools'] },
  });
  return served;
};
afterEach(() => served?.stop());
const AT = `${CALLS_PATH}/703179`;

describe('calls to deal with', () => {
  it('are listed without their numbers, each with the ways to deal with it, and the ways on', async () => {
    const site = await serve();
    const { statusCode, body } = await site.get(
      `${CALLS_PATH}?from=2026-11-01&group=Complaints&did=dealt-with`,
    );
    expect(statusCode).toBe(200);
    for (const words of [
      ...['It is recorded what became of the call.', 'Corporate, Schools', 'answered after 40 seconds'],
      ...[`href="${AT}"`, 'href="/casework/record?call=703179"', '1 to 1 of 60'],
      'from=2026-11-01&amp;group=Complaints',
    ])
      expect(body).toContain(words);
    expect(body).not.toContain('0161');
    expect(site.asked[0]?.variables).toEqual({
      ...{ from: '2026-11-01', to: null, group: 'Complaints', first: 50, after: null },
    });
  });

  it('say where none waits, and where nothing answers', async () => {
    const calls = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };
    expect((await (await serve({ CallsToDealWith: { calls } })).get(CALLS_PATH)).body).toContain(
      'No call waits.',
    );
    await served?.stop();
    expect((await (await serve({ CallsToDealWith: down })).get(CALLS_PATH)).statusCode).toBe(503);
  });

  it.each(['manager', 'analyst', 'admin', 'auditor', 'partner'])('are not for %s', async (role) => {
    const site = await serve({}, role);
    for (const path of [CALLS_PATH, AT]) expect((await site.get(path)).statusCode).toBe(403);
    expect((await site.post(AT, { outcome: 'CHASED', key: KEY })).statusCode).toBe(403);
    expect(site.asked).toEqual([]);
  });
});

describe('one call', () => {
  it('shows its number, and what may become of it', async () => {
    const { body } = await (await serve()).get(AT);
    for (const words of ['0161 496 0000', 'That you read the number is recorded.', 'They wanted a service'])
      expect(body).toContain(words);
    expect(body).toMatch(/name="key" value="[0-9a-f-]{36}"/);
  });

  it('that somebody dealt with says what became of it, and asks for nothing', async () => {
    const { body } = await (await serve({ CallToDealWith: call({ outcomes: [became] }) })).get(AT);
    expect(body).toContain('href="/complaints/corporate-1">A complaint was recorded of it');
    expect(body).not.toContain('name="key"');
  });

  it('is dealt with once, with a note or without', async () => {
    const site = await serve();
    const { statusCode, headers } = await site.post(AT, { key: KEY, outcome: 'CHASED', note: '' });
    expect([statusCode, headers.location]).toEqual([303, `${CALLS_PATH}?did=dealt-with`]);
    expect(site.asked.at(-1)?.variables).toEqual({
      key: KEY,
      callId: '703179',
      outcome: 'CHASED',
      note: null,
    });
  });

  it('is asked for an outcome, and keeps what was typed', async () => {
    const { statusCode, body } = await (await serve()).post(AT, {
      key: KEY,
      outcome: 'COMPLAINT',
      note: 'A bin',
    });
    expect([statusCode, body.includes('Choose what became of it.'), body.includes('A bin')]).toEqual([
      ...[400, true, true],
    ]);
    expect(body).toContain(KEY);
  });

  it.each([
    [{ __typename: 'CommandUnusable', message: 'Too long.', part: 'note' }, 'id="note-error"'],
    [{ __typename: 'CallDealtWithBefore', message: 'Somebody dealt with it.' }, 'Somebody dealt with it.'],
  ])('says what is in the way: %j', async (outcome, words) => {
    const site = await serve({ DealWithCall: { outcome } });
    const { statusCode, body } = await site.post(AT, { key: KEY, outcome: 'CHASED', note: 'A bin' });
    expect([statusCode, body.includes(words)]).toEqual([400, true]);
  });

  it('is kept as it was typed where nothing answers; there is no other, and no other page sends it', async () => {
    const site = await serve({ DealWithCall: down });
    expect((await site.post(AT, { key: KEY, outcome: 'CHASED' })).statusCode).toBe(503);
    expect((await site.post(AT, { key: KEY, outcome: 'CHASED' }, 'other')).statusCode).toBe(403);
    await site.stop();
    expect((await (await serve({ CallToDealWith: { call: null } })).get(AT)).statusCode).toBe(404);
  });
});

describe('a call in words', () => {
  it.each([
    [{ answered: false, waitSeconds: 200 }, 'given up after 3 minutes'],
    [{ answered: true, waitSeconds: 1 }, 'answered after 1 second'],
    [{ answered: true, waitSeconds: null }, 'answered'],
    [{ answered: null }, 'Not recorded'],
  ])('%j', (given, words) => {
    expect(callWords(JSON.parse(JSON.stringify(line(given)))).taken).toBe(words);
  });

  it('stands on its day where no time was written', () => {
    const told = callWords(JSON.parse(JSON.stringify(line({ offeredAt: null, group: null }))));
    expect([told.when, told.group]).toEqual(['30 November 2026', 'Not recorded']);
  });
});

it('reads which calls are listed, and tells what makes no sense', () => {
  expect(readCallQuestion({ from: '2026-02-30', to: '2026-03-01', group: 'x'.repeat(101) })).toEqual({
    ...{ from: null, to: '2026-03-01', group: null },
    problems: [expect.stringContaining('first day'), expect.stringContaining('so long')],
  });
});
