import cookies from '@fastify/cookie';
import forms from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import type { KeptSession } from '../sessions/session';
import { madeUpSession } from '../testing/people';
import { checkForm, ForeignForm, maskedToken } from './check-form';
import { SignInNeeded } from './visitor';

const TOKEN = 'the-token-of-this-session';
const visitor: KeptSession = {
  id: 'one',
  session: madeUpSession({ formToken: TOKEN }),
};

describe('a form', () => {
  let app: FastifyInstance;
  let who: KeptSession | null = visitor;

  beforeAll(async () => {
    app = Fastify();
    await app.register(cookies);
    await app.register(forms);
    app.decorateRequest('visitor', null);
    app.addHook('onRequest', async (request) => {
      request.visitor = who;
    });
    app.post('/', (request) => checkForm(request));
    app.setErrorHandler((error, _, reply) => {
      const isKnown = error instanceof ForeignForm || error instanceof SignInNeeded;
      return reply.status(isKnown ? 403 : 500).send({ name: error instanceof Error ? error.name : '' });
    });
  });
  beforeEach(() => {
    who = visitor;
  });
  afterAll(() => app.close());

  const sent = async (payload: string, type = 'application/x-www-form-urlencoded') => {
    const answer = await app.inject({ method: 'POST', url: '/', headers: { 'content-type': type }, payload });
    return [answer.statusCode, answer.json()];
  };

  it('of a page of this session is read', async () => {
    const formToken = maskedToken(TOKEN);
    const [status, fields] = await sent(`title=Mine&formToken=${formToken}&streams=ADULTS&streams=SCHOOLS`);
    expect([status, fields]).toEqual([200, { title: 'Mine', formToken, streams: ['ADULTS', 'SCHOOLS'] }]);
  });

  it('has a token that is another on every page, and never the session’s own', async () => {
    const shown = Array.from({ length: 20 }, () => maskedToken(TOKEN));
    expect(new Set(shown).size).toBe(20);
    for (const formToken of shown) {
      expect(formToken).not.toContain(TOKEN);
      expect((await sent(`formToken=${formToken}`))[0]).toBe(200);
    }
  });

  it.each([
    ['without a token', 'title=Mine'],
    ['with none in it', 'formToken='],
    ['with a mask and nothing under it', 'formToken=.'],
    ['of another session', `formToken=${maskedToken('the-token-of-that-session')}`],
    ['with part of the token', `formToken=${maskedToken('the-token-of-this')}`],
    ['with the token as it is', `formToken=${TOKEN}`],
    ['with letters of several bytes', `formToken=${encodeURIComponent('é'.repeat(25))}`],
    ['with the token twice', `formToken=${maskedToken(TOKEN)}&formToken=${maskedToken(TOKEN)}`],
    ['that is empty', ''],
  ])('%s is refused', async (_what, payload) => {
    expect(await sent(payload)).toEqual([403, { name: 'ForeignForm' }]);
  });

  it('that another site could send as text or JSON is refused', async () => {
    expect(await sent('{"formToken":{"length":25}}', 'application/json')).toEqual([
      403,
      { name: 'ForeignForm' },
    ]);
    expect((await sent(`formToken=${maskedToken(TOKEN)}`, 'text/plain'))[0]).not.toBe(200);
  });

  it('of nobody is none', async () => {
    who = null;
    expect(await sent(`formToken=${maskedToken(TOKEN)}`)).toEqual([403, { name: 'SignInNeeded' }]);
  });
});
