import type { FastifyInstance } from 'fastify';
import type { KeptSession } from '../sessions/session';
import type { Sessions } from '../sessions/sessions';
import { madeUpSession } from '../testing/people';
import { createApp } from './app';
import { siteCookie } from './cookies';
import { createPages } from './page';

const notAsked = async (): Promise<never> => {
  throw new Error('Nobody asks for this here');
};

describe('the server that pages are added to', () => {
  const looked: string[] = [];
  const kept: KeptSession = { id: 'mine', session: madeUpSession() };
  let app: FastifyInstance;
  let canRenew = true;

  beforeAll(async () => {
    const others = { begin: notAsked, keep: notAsked, end: notAsked, endOfProvider: notAsked };
    const find = async (id: string) => {
      looked.push(id);
      return id === 'mine' ? kept : null;
    };
    const sessions: Sessions = { ...others, find };
    const cookie = siteCookie('session', false);
    app = await createApp({ sessions, cookie, renewed: async (session) => (canRenew ? session : null) });
    const page = createPages((template, view) => JSON.stringify({ template, ...view }));
    app.get('/assets/site.css', () => 'body{}');
    app.get('/who', (request) => page(request, 'who.njk', { own: 'view' }));
    app.get('/named/:id', (request) => page(request, 'who.njk', {}));
    app.setNotFoundHandler((request) => page(request, 'told.njk', {}));
    app.post('/form', (request) => ({ body: request.body, id: request.id }));
  });
  beforeEach(() => {
    looked.splice(0);
    canRenew = true;
  });
  afterAll(() => app.close());

  const who = async (cookie: string, url = '/who') => (await app.inject({ url, headers: { cookie } })).json();

  it('knows who asks, by the cookie of a session', async () => {
    expect(await who('session=mine')).toMatchObject({
      ...{ template: 'who.njk', own: 'view', address: '/who' },
      visitor: { name: 'Ana Whitfield', role: 'analyst' },
      formToken: { name: 'formToken', value: expect.stringMatching(/^[\w-]+\.[\w-]+$/) },
    });
    expect((await who('session=mine')).navigation[0].items.length).toBeGreaterThan(1);
  });

  it('knows nobody without a session, with one that has ended, and with one that cannot be renewed', async () => {
    const nobody = { visitor: null, formToken: null, navigation: [] };
    expect(await who('')).toMatchObject(nobody);
    expect(looked).toEqual([]);
    expect(await who('session=another')).toMatchObject(nobody);
    canRenew = false;
    expect(await who('session=mine')).toMatchObject(nobody);
  });

  it('looks for nobody where a file is asked for', async () => {
    await app.inject({ url: '/assets/site.css', headers: { cookie: 'session=mine' } });
    expect(looked).toEqual([]);
  });

  it.each([
    '//',
    '//evil.example',
    '/a//b',
    '/?',
    '/%E0%A4%A',
    '/%',
    '/%2e%2e/%2e%2e',
    '/who/../../etc',
    '/..;/',
    '/named/%00',
    '/named/a%00b?x=1',
  ])('has a page for an address such as %s', async (url) => {
    expect((await app.inject({ url, headers: { cookie: 'session=mine' } })).json()).toMatchObject({
      template: 'told.njk',
    });
  });

  it('takes an address with and without a / at its end', async () => {
    expect(await who('session=mine', '/who/')).toMatchObject({ template: 'who.njk' });
  });

  it('reads forms, and none that is larger than a form', async () => {
    const send = (payload: string) =>
      app.inject({
        ...{ method: 'POST', url: '/form', payload },
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-request-id': 'request-7' },
      });
    expect((await send('title=Mine')).json()).toEqual({ body: { title: 'Mine' }, id: 'request-7' });
    expect((await send(`title=${'x'.repeat(200_000)}`)).statusCode).toBe(413);
  });
});
