import cookies from '@fastify/cookie';
import Fastify from 'fastify';
import { siteCookie } from './cookies';

/** What a browser is told by a site that is reached over HTTPS, or over HTTP on one's own machine. */
async function told({ isSecure, shown = '' }: { isSecure: boolean; shown?: string }) {
  const cookie = siteCookie('session', isSecure);
  const app = Fastify();
  await app.register(cookies);
  app.get('/set', (_, reply) => {
    cookie.set(reply, 'an-id');
    return reply.send();
  });
  app.get('/clear', (_, reply) => {
    cookie.clear(reply);
    return reply.send();
  });
  app.get('/of', (request) => ({ of: cookie.of(request) }));
  const [set, cleared, read] = await Promise.all([
    app.inject('/set'),
    app.inject('/clear'),
    app.inject({ url: '/of', headers: { cookie: shown } }),
  ]);
  await app.close();
  return {
    set: String(set.headers['set-cookie']),
    cleared: String(cleared.headers['set-cookie']),
    of: read.json().of,
  };
}

describe('a cookie of the site', () => {
  it('is held to the host by the browser over HTTPS, and is gone with the browser', async () => {
    const { set } = await told({ isSecure: true });
    expect(set).toBe('__Host-session=an-id; Path=/; HttpOnly; Secure; SameSite=Lax');
  });

  it('does without on a machine of one’s own, where there is no HTTPS', async () => {
    const { set } = await told({ isSecure: false });
    expect(set).toBe('session=an-id; Path=/; HttpOnly; SameSite=Lax');
  });

  it('is cleared with the same attributes, or browsers would keep it', async () => {
    const { cleared } = await told({ isSecure: true });
    expect(cleared).toMatch(/^__Host-session=; /);
    expect(cleared).toMatch(/Path=\/.*Expires=Thu, 01 Jan 1970.*HttpOnly.*Secure.*SameSite=Lax/);
  });

  it('is read under its own name alone: one that plain HTTP planted is none over HTTPS', async () => {
    expect((await told({ isSecure: true, shown: 'session=planted; __Host-session=mine' })).of).toBe('mine');
    expect((await told({ isSecure: true, shown: 'session=planted' })).of).toBeNull();
    expect((await told({ isSecure: false })).of).toBeNull();
  });
});
