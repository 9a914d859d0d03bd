import cookies from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { createSeal } from '../sessions/seal';
import { createAttempts } from './attempts';

const attemptOf = (state: string) => ({
  state,
  nonce: 'n',
  codeVerifier: 'verifier',
  returnTo: '/complaints',
});

/** A server that keeps an attempt at one address and takes it at another. */
async function serverWith(secret: string): Promise<FastifyInstance> {
  const attempts = createAttempts({ seal: createSeal({ secret, purpose: 'sign-ins' }), isSecure: true });
  const app = Fastify();
  await app.register(cookies);
  app.get<{ Params: { state: string } }>('/keep/:state', (request, reply) => {
    attempts.keep(reply, attemptOf(request.params.state));
    return reply.send();
  });
  app.get<{ Params: { state: string } }>('/take/:state', (request, reply) =>
    reply.send({ attempt: attempts.take(request, reply, request.params.state) }),
  );
  return app;
}

describe('sign-ins that have begun', () => {
  const apps: FastifyInstance[] = [];
  afterAll(() => Promise.all(apps.map((app) => app.close())));

  async function begun(secret = 'the secret of the site') {
    const app = await serverWith(secret);
    apps.push(app);
    const keep = async (state: string) => (await app.inject(`/keep/${state}`)).cookies;
    const take = async (state: string, shown: Record<string, string>) =>
      app.inject({ url: `/take/${state}`, headers: { cookie: headerOf(shown) } });
    return { keep, take };
  }
  const headerOf = (jar: Record<string, string>) =>
    Object.entries(jar)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ');
  const shownBy = (set: readonly { name: string; value: string }[]) =>
    Object.fromEntries(set.map(({ name, value }) => [name, value]));

  it('are each in a cookie of its own, so that two tabs do not disturb each other', async () => {
    const { keep, take } = await begun();
    const jar = { ...shownBy(await keep('one')), ...shownBy(await keep('other')) };
    expect(Object.keys(jar)).toHaveLength(2);
    for (const state of ['other', 'one'])
      expect((await take(state, jar)).json().attempt).toEqual(attemptOf(state));
  });

  it('are taken once: the cookie goes', async () => {
    const { keep, take } = await begun();
    const set = await keep('one');
    expect(set).toEqual([
      expect.objectContaining({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: 900 }),
    ]);
    const [cleared] = (await take('one', shownBy(set))).cookies;
    expect(cleared).toMatchObject({ name: set[0]?.name, value: '' });
    expect(cleared?.expires).toEqual(new Date(0));
  });

  it('are none of another browser, another state or another secret', async () => {
    const { keep, take } = await begun();
    const jar = shownBy(await keep('one'));
    expect((await take('one', {})).json().attempt).toBeNull();
    expect((await take('other', jar)).json().attempt).toBeNull();
    const elsewhere = await begun('another secret');
    expect((await elsewhere.take('one', jar)).json().attempt).toBeNull();
  });

  it('tell a reader of the cookie nothing', async () => {
    const { keep } = await begun();
    expect(JSON.stringify(await keep('a-state-to-find'))).not.toMatch(/a-state-to-find|verifier|complaints/);
  });

  it('are not mended from a cookie that was put there', async () => {
    const { keep, take } = await begun();
    const [name = ''] = Object.keys(shownBy(await keep('one')));
    const forged = Buffer.from(JSON.stringify(attemptOf('one'))).toString('base64url');
    const answer = await take('one', { [name]: forged });
    expect([answer.statusCode, answer.json().attempt]).toEqual([200, null]);
  });
});
