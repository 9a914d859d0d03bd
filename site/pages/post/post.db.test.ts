import path from 'node:path';
import cookies from '@fastify/cookie';
import forms from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { createLogger } from '../../../platform/logging/logger';
import type { PostOffice } from '../../post/post-office';
import { type TestPost, testPost } from '../../post/testing-post';
import { maskedToken } from '../../server/check-form';
import { addErrorPages } from '../../server/errors';
import { createPages } from '../../server/page';
import { createRenderer } from '../../server/render';
import { madeUpSession } from '../../testing/people';
import { addPostPages } from './post';
import { postView } from './post-view';
import { UNCHOSEN } from './read-subscription';

const TOKEN = madeUpSession().formToken;
const WEEKLY = { every: 'WEEK', weekday: '1', monthDay: '1' };

let post: TestPost;
let app: FastifyInstance;
let who: { subject: string; role: string } | null;

async function serve(office: PostOffice | null | undefined = undefined) {
  app = Fastify();
  await app.register(cookies);
  await app.register(forms);
  app.decorateRequest('visitor', null);
  app.decorateRequest('notes', null);
  app.addHook('onRequest', async (request) => {
    request.visitor = who && { id: who.subject, session: madeUpSession(who) };
  });
  const root = path.join(__dirname, '..', '..', '..');
  const council = { name: 'A Council' };
  const page = createPages(createRenderer(root, { asset: (name: string) => `/assets/${name}`, council }));
  const desk = office === undefined ? post.desk : { ...post.desk, office };
  addPostPages(app, { page, desk, dataSource: post.dataSource, clock: post.clock });
  addErrorPages(app, { page, logger: createLogger({ level: 'silent' }) });
  await app.ready();
}

beforeEach(async () => {
  who = { subject: 'ana', role: 'analyst' };
  post = await testPost();
  await serve();
});
afterEach(async () => {
  await app.close();
  await post.stop();
});

const get = (url: string) => app.inject(url);
const send = (url: string, fields: Record<string, string> = {}, formToken = maskedToken(TOKEN)) =>
  app.inject({
    ...{ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    payload: new URLSearchParams({ ...fields, formToken }).toString(),
  });
const linkOf = (kind: 'confirm' | 'unsubscribe'): string =>
  new RegExp(`/post/${kind}\\?link=[\\w-]+`).exec(post.transport.texts().at(-1) ?? '')?.[0] ?? '';
const idOf = async (): Promise<string> =>
  (await post.desk.subscriptions.list({ subject: 'ana', role: 'analyst' }))[0]?.id ?? '';

describe('the page of figures by mail', () => {
  it('leads from an address to a mail on its day, and shows what became of it', async () => {
    expect((await send('/post/address', { address: 'ana@example.gov.uk' })).headers.location).toBe('/post');
    expect((await get('/post')).body).toContain('To be confirmed');
    await post.round();
    expect((await get(linkOf('confirm'))).body).toContain('Confirm this address');
    const confirmed = await send(linkOf('confirm'));
    expect([confirmed.statusCode, confirmed.headers.location]).toEqual([303, '/post?confirmed']);
    const view = await post.views.keep({ subject: 'ana', role: 'analyst' }, { title: 'All', address: '/' });
    expect((await get(`/post?view=${view}`)).body).toMatch(/<option value="[\w-]+" selected>All<\/option>/);
    await send('/post/subscriptions', { ...WEEKLY, view: view ?? '' });
    expect((await get('/post')).body).toContain('Comes every Monday, next on Monday 7 June 2027 at 8am');
    post.clock.move(4 * 24 * 60);
    await post.round();
    expect((await get('/post')).body).toMatch(/All<\/th>[\s\S]*Sent/);
  });

  it('says what is wrong, and keeps what was typed', async () => {
    const answer = await send('/post/address', { address: 'ana@elsewhere.example' });
    expect([answer.statusCode, answer.body.includes('value="ana@elsewhere.example"')]).toEqual([400, true]);
    expect(answer.body).toContain('Figures go to addresses at example.gov.uk alone');
    const injected = await send('/post/address', { address: 'ana@example.gov.uk\r\nBcc: x@example.gov.uk' });
    expect(injected.statusCode).toBe(400);
    const { viewId } = await post.subscribed(undefined, '/complaints?status=OPEN');
    const unusable = await send('/post/subscriptions', { ...WEEKLY, view: viewId });
    expect([unusable.statusCode, unusable.body.includes('has no figures that can be told')]).toEqual([
      400,
      true,
    ]);
    expect((await send('/post/subscriptions', { ...WEEKLY, view: 'none' })).statusCode).toBe(400);
    expect((await send('/post/subscriptions', { view: 'none' })).body).toContain('Choose how often');
    for (const _ of [1, 2, 3]) {
      await send('/post/address', { address: 'ana@example.gov.uk' });
      await post.round();
    }
    expect((await send('/post/address', { address: 'ana@example.gov.uk' })).body).toContain('Wait an hour');
  });

  it('pauses, goes on, sends again, ends and removes', async () => {
    await post.confirmed();
    await post.subscribed();
    const id = await idOf();
    for (const [command, shows] of [
      ['pause', 'Paused'],
      ['go-on', 'next on'],
      ['end', 'Nothing yet.'],
    ]) {
      expect((await send(`/post/subscriptions/${id}/${command}`)).statusCode).toBe(303);
      expect((await get('/post')).body).toContain(shows);
    }
    expect((await send('/post/address/remove')).statusCode).toBe(303);
    expect((await get('/post')).body).toContain('Give your address');
  });

  it('offers a mail again that may not have come', async () => {
    await post.confirmed();
    await post.subscribed();
    post.transport.answers.push({ state: 'UNSURE', says: 'It broke off.' });
    post.clock.move(4 * 24 * 60);
    await post.round();
    const [, action = ''] = /action="(\/post\/mails\/[\w-]+\/again)"/.exec((await get('/post')).body) ?? [];
    expect((await send(action)).statusCode).toBe(303);
    await post.round();
    expect((await get('/post')).body).not.toContain('May not have come');
  });

  it.each([
    ['partner', 403],
    ['auditor', 403],
    ['manager', 200],
    ['officer', 200],
    ['admin', 200],
  ])('is open to %s: %s', async (role, status) => {
    who = { subject: 'ana', role };
    expect((await get('/post')).statusCode).toBe(status);
    const answer = await send('/post/address', { address: 'ana@example.gov.uk' });
    expect(answer.statusCode).toBe(status === 200 ? 303 : 403);
  });

  it('takes no form of another site, of nobody, or for what is another’s', async () => {
    await post.subscribed();
    const id = await idOf();
    const paths = [
      '/post/address',
      '/post/address/remove',
      '/post/subscriptions',
      `/post/subscriptions/${id}/end`,
    ];
    for (const url of paths) expect((await send(url, {}, 'x')).statusCode).toBe(403);
    who = { subject: 'dee', role: 'analyst' };
    for (const command of ['pause', 'go-on', 'end'])
      expect((await send(`/post/subscriptions/${id}/${command}`)).statusCode).toBe(404);
    expect((await send('/post/mails/none/again')).statusCode).toBe(404);
    who = null;
    for (const url of paths) expect((await send(url)).headers.location).toBe('/sign-in');
    expect((await get('/post')).headers.location).toBe('/sign-in?returnTo=%2Fpost');
  });

  it('says what to do where mail is not set up, and offers nothing', async () => {
    await app.close();
    await serve(null);
    const { statusCode, body } = await get('/post');
    expect([statusCode, body.includes('Mail is not set up'), body.includes('<form action="/post')]).toEqual([
      ...[200, true, false],
    ]);
    expect((await send('/post/address', { address: 'ana@example.gov.uk' })).statusCode).toBe(400);
  });

  it('is told in words of its own, and offers views that have figures alone', () => {
    const address = '/complaints?status=OPEN';
    const shown = postView({
      ...{ office: post.desk.office, address: null, subscriptions: [], mails: [], problems: [] },
      views: [{ id: 'one', owner: 'ana', title: 'A list', address, saved_at: new Date('2027-06-01') }],
      typed: { ...UNCHOSEN, address: '' },
    });
    expect(shown).toMatchObject({ hasViews: true, views: [], where: null });
  });
});

describe('the link that ends a mail', () => {
  const mailed = async () => {
    await post.confirmed();
    await post.subscribed();
    post.clock.move(4 * 24 * 60);
    await post.round();
    return linkOf('unsubscribe');
  };

  it('works without signing in, asks before it does, and does it once and for all', async () => {
    const link = await mailed();
    who = null;
    expect((await get(link)).body).toContain('End this mail?');
    expect(await idOf()).not.toBe('');
    for (const _ of [1, 2])
      expect((await app.inject({ method: 'POST', url: link })).body).toContain('has ended');
    expect(await idOf()).toBe('');
  });

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=part',
      '--part\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--part--\r\n',
    ],
  ])('takes the one click of a mail program (RFC 8058), sent as %s', async (type, payload) => {
    const link = await mailed();
    who = null;
    const headers = { 'content-type': type };
    expect((await app.inject({ method: 'POST', url: link, headers, payload })).statusCode).toBe(200);
    expect(await idOf()).toBe('');
  });

  it('cannot be made up, nor used for anything else', async () => {
    const link = await mailed();
    who = null;
    for (const method of ['GET', 'POST'] as const)
      expect((await app.inject({ method, url: `${link.slice(0, -4)}AAAA` })).statusCode).toBe(404);
    who = { subject: 'ana', role: 'analyst' };
    expect((await get(link.replace('unsubscribe', 'confirm'))).statusCode).toBe(404);
  });
});

describe('the link that confirms an address', () => {
  it('is for whom it was made, who has signed in', async () => {
    await send('/post/address', { address: 'ana@example.gov.uk' });
    await post.round();
    const link = linkOf('confirm');
    who = null;
    expect((await get(link)).headers.location).toBe(`/sign-in?returnTo=${encodeURIComponent(link)}`);
    who = { subject: 'dee', role: 'analyst' };
    expect((await get(link)).body).toContain('This link cannot be used');
    expect((await send(link)).statusCode).toBe(404);
    who = { subject: 'ana', role: 'analyst' };
    expect((await send(link, {}, 'x')).statusCode).toBe(403);
    expect((await send(link)).statusCode).toBe(303);
  });
});
