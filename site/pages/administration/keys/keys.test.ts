import { GatewayRefusal } from '../../../gateway/refusal';
import { type Answers, servePages } from '../../../testing/serve-pages';
import { addKeyPages } from './key';
import { connectWith, keyView } from './key-view';
import { addKeys } from './keys';
import { sendMade } from './made';
import { addMakeKey } from './make-key';
import { readKeyForm } from './read-key-form';

const ID = 'cck_000000000001';
const SECRET = `${ID}_${'ab'.repeat(32)}`;
const KEY = {
  ...{ id: ID, name: 'Power BI', owner: 'Performance team', role: 'analyst', state: 'LIVE' as const },
  ...{ streams: [], services: [], partner: null, addresses: ['10.0.0.0/8'], madeBy: 'ada' },
  ...{ madeAt: '2026-11-30T09:00:00.000Z', expiresAt: '2027-02-28T09:00:00.000Z', rotatedFrom: null },
  ...{ lastUsedAt: '2026-11-30T09:00:00.000Z', refusedUses: 2, lastRefusedAt: '2026-11-30T10:00:00.000Z' },
  ...{ revokedAt: null, revokedBy: null, revokedBecause: null, isSandbox: false },
};
const MADE = { outcome: { __typename: 'KeyMade', secret: SECRET, key: KEY } };
const page = (node: object) => ({
  ...{ totalCount: 1, edges: [{ node }], pageInfo: { hasNextPage: false, endCursor: null } },
});
const ANSWERS: Answers = {
  KeyList: { keys: page(KEY) },
  KeyPage: { key: KEY },
  KeyForm: { longestKeyDays: 90, roles: [{ name: 'analyst' }, { name: 'partner' }] },
  CreateKey: MADE,
  RotateKey: MADE,
  RevokeKey: { outcome: { __typename: 'KeyRevoked' } },
};
const FORM = {
  ...{ command: 'one', name: 'Power BI', owner: 'Performance team', role: 'analyst', partner: '' },
  ...{ streams: '', services: '', addresses: '10.0.0.0/8, 192.0.2.7', expiresInDays: '30' },
  isSandbox: 'no',
};
const PAGES = ['', '/new', `/${ID}`, `/${ID}/revoke`].map((page) => `/administration/keys${page}`);

let served: Awaited<ReturnType<typeof servePages>> | null = null;
const serve = async (answers: Answers = {}, role = 'admin') => {
  served = await servePages({ add: addKeys, answers: { ...ANSWERS, ...answers }, session: { role } });
  return served;
};
afterEach(() => served?.stop());

describe('the pages of keys', () => {
  it('are made of pages that are there one by one', () => {
    expect([addKeyPages, addMakeKey, sendMade].every((each) => typeof each === 'function')).toBe(true);
  });

  it.each([
    ['admin', 200],
    ['officer', 403],
    ['analyst', 403],
    ['auditor', 403],
  ])('are for administrators: %s', async (role, status) => {
    const { get } = await serve({}, role);
    for (const page of PAGES) expect([page, (await get(page)).statusCode]).toEqual([page, status]);
  });

  it('take no form of another site', async () => {
    const { post, asked } = await serve();
    for (const page of ['new', `${ID}/rotate`, `${ID}/revoke`])
      expect((await post(`/administration/keys/${page}`, FORM, 'x')).statusCode).toBe(403);
    expect(asked).toEqual([]);
  });

  it('say how each key stands, and nothing of its secret', async () => {
    const { get } = await serve();
    const list = (await get('/administration/keys')).body;
    for (const part of ['Power BI', ID, 'analyst', 'Performance team', '30 Nov 2026', '28 Feb 2027', 'Live'])
      expect(list).toContain(part);
    const page = (await get(`/administration/keys/${ID}`)).body;
    expect(page).toContain('2 times, last on 30 Nov 2026');
    expect(page).toContain('10.0.0.0/8');
  });

  it('say so where there is none', async () => {
    const { get } = await serve({ KeyPage: { key: null } });
    expect((await get(`/administration/keys/${ID}`)).statusCode).toBe(404);
  });
});

describe('making a key', () => {
  it('shows its secret once, with how to connect, on a page that nothing keeps', async () => {
    const { post, asked } = await serve();
    const answer = await post('/administration/keys/new', FORM);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(answer.body).toContain(SECRET);
    expect(answer.body).toContain('<code class="secret">https://graph.example.gov.uk/graphql</code>');
    expect(answer.body).toContain('href="/connect"');
    expect(answer.body).not.toContain('curl');
    expect(answer.body).toContain(`Basic ${Buffer.from(`${ID}:${SECRET}`).toString('base64')}`);
    expect(asked.find(({ operation }) => operation === 'CreateKey')?.variables).toEqual({
      command: 'one',
      key: {
        ...{ name: 'Power BI', owner: 'Performance team', role: 'analyst', expiresInDays: 30, partner: null },
        ...{ streams: [], services: [], addresses: ['10.0.0.0/8', '192.0.2.7'] },
        isSandbox: false,
      },
    });
  });

  it('begins as one of the sandbox where a partner’s page asks for that, and is asked for so', async () => {
    const { get, post, asked } = await serve();
    const { body } = await get('/administration/keys/new?partner=new-homes&sandbox');
    expect(body).toMatch(/name="partner"[^>]*value="new-homes"/);
    expect(body).toMatch(/value="yes"[^>]*(selected|checked)/);
    await post('/administration/keys/new', {
      ...FORM,
      role: 'partner',
      partner: 'new-homes',
      isSandbox: 'yes',
    });
    expect(asked.find(({ operation }) => operation === 'CreateKey')?.variables).toMatchObject({
      key: { partner: 'new-homes', isSandbox: true },
    });
  });

  it('shows no secret where the form is sent again', async () => {
    const { post } = await serve({ CreateKey: { outcome: { ...MADE.outcome, secret: null } } });
    const { body } = await post('/administration/keys/new', FORM);
    expect(body).toContain('its secret was shown then');
    expect(body).not.toContain('Shown once');
  });

  it.each([
    [{ expiresInDays: 'soon' }, {}, 'Write how many days'],
    [{ streams: 'corporate, parking' }, {}, 'Write streams as they are called'],
    [{ streams: 'constructor' }, {}, 'Write streams as they are called'],
    [{}, { __typename: 'KeyUnusable', message: 'No such role.', part: 'role' }, 'No such role.'],
    [{}, { __typename: 'ToolHasKey', message: 'It has a key.' }, 'It has a key.'],
  ])('keeps what was typed, and says what is wrong beside it: %j %j', async (typed, outcome, says) => {
    const answers = '__typename' in outcome ? { CreateKey: { outcome } } : {};
    const { post } = await serve(answers);
    const { statusCode, body } = await post('/administration/keys/new', { ...FORM, ...typed });
    expect(statusCode).toBe(400);
    expect(body.split(says).length).toBe(3);
    expect(body).toContain('value="Performance team"');
    expect(body).toContain('name="command" value="one"');
  });

  it('keeps what was typed where the part does not answer', async () => {
    const { post } = await serve({ CreateKey: new GatewayRefusal('SUBGRAPH_UNAVAILABLE', 'down') });
    const { statusCode, body } = await post('/administration/keys/new', FORM);
    expect([statusCode, body.includes('value="Performance team"')]).toEqual([503, true]);
  });
});

describe('rotating and revoking', () => {
  it('shows the second key’s secret', async () => {
    const { post } = await serve();
    const { body } = await post(`/administration/keys/${ID}/rotate`, { command: 'one', expiresInDays: '30' });
    expect(body).toContain(SECRET);
  });

  it.each([
    [{ expiresInDays: 'x' }, {}, 'Write how many days'],
    [{ expiresInDays: '9' }, { __typename: 'TwoKeysLive', message: 'Two are live.' }, 'Two are live.'],
  ])('says why there is no second: %j', async (form, outcome, says) => {
    const { post } = await serve('__typename' in outcome ? { RotateKey: { outcome } } : {});
    const { statusCode, body } = await post(`/administration/keys/${ID}/rotate`, { command: 'one', ...form });
    expect([statusCode, body.includes(says), body.includes('value="one"')]).toEqual([400, true, true]);
  });

  it('leads back to the list when a key has ended, and asks why before', async () => {
    const { post, get } = await serve();
    const answer = await post(`/administration/keys/${ID}/revoke`, { reason: 'Lost' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/administration/keys?revoked']);
    expect((await get('/administration/keys?revoked')).body).toContain('refused from now on');
    await served?.stop();
    const refused = await serve({
      RevokeKey: { outcome: { __typename: 'ReasonUnusable', message: 'Say why.' } },
    });
    const again = await refused.post(`/administration/keys/${ID}/revoke`, { reason: '' });
    expect([again.statusCode, again.body.split('Say why.').length]).toEqual([400, 3]);
  });
});

describe('a key of the sandbox', () => {
  it('says so wherever it is shown', async () => {
    const key = { ...KEY, isSandbox: true };
    const { get } = await serve({ KeyPage: { key }, KeyList: { keys: page(key) } });
    for (const path of ['/administration/keys', `/administration/keys/${ID}`])
      expect((await get(path)).body).toContain('Sandbox</strong>');
  });
});

describe('a key in words', () => {
  it('says what became of it', () => {
    const ended = {
      revokedAt: KEY.madeAt,
      revokedBy: 'ada',
      revokedBecause: 'Lost',
      state: 'REVOKED' as const,
    };
    expect(keyView({ ...KEY, ...ended })).toMatchObject({
      ...{ isLive: false, revoked: '30 Nov 2026 by ada: Lost', state: { text: 'Revoked' } },
    });
    expect(keyView({ ...KEY, lastUsedAt: null, refusedUses: 0 })).toMatchObject({
      lastUsed: 'Never',
      refused: null,
    });
  });

  it('is sent by Basic and by Bearer', () => {
    expect(connectWith({ id: ID, secret: SECRET })).toEqual({
      basicHeader: `Authorization: Basic ${Buffer.from(`${ID}:${SECRET}`).toString('base64')}`,
      bearerHeader: `Authorization: Bearer ${SECRET}`,
    });
  });

  it('opens streams by their names', () => {
    expect(readKeyForm({ ...FORM, streams: 'Adults childrens' })).toMatchObject({
      key: { streams: ['ADULTS', 'CHILDRENS'] },
    });
  });
});
