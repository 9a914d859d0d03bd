import Fastify from 'fastify';
import { addHeaders } from './headers';

async function headersOf(options: { isSecure: boolean; signInOrigin: string | null }, url = '/') {
  const app = Fastify();
  addHeaders(app, options);
  app.get('/', (_, reply) => reply.send('page'));
  app.get('/kept', (_, reply) => reply.header('cache-control', 'public').send('file'));
  app.get('/broken', () => Promise.reject(new Error('broken')));
  const { headers } = await app.inject(url);
  await app.close();
  return headers;
}

const OVER_HTTPS = { isSecure: true, signInOrigin: 'https://sign-in.example.gov.uk' };

describe('what a browser may do with a page', () => {
  it('is to take everything from the site itself, and nothing that stands in the page', async () => {
    const policy = String((await headersOf(OVER_HTTPS))['content-security-policy']);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'self' https://sign-in.example.gov.uk",
      "frame-ancestors 'none'",
    ]);
    expect(policy).not.toMatch(/unsafe|\*|data:|http:/);
    const alone = await headersOf({ isSecure: true, signInOrigin: null });
    expect(alone['content-security-policy']).toContain("form-action 'self';");
  });

  it('is the same on pages that are not there or that broke', async () => {
    const usual = await headersOf(OVER_HTTPS);
    for (const url of ['/nowhere', '/broken']) {
      const headers = await headersOf(OVER_HTTPS, url);
      for (const name of [
        'content-security-policy',
        'x-content-type-options',
        'referrer-policy',
        'cache-control',
      ])
        expect({ url, [name]: headers[name] }).toEqual({ url, [name]: usual[name] });
    }
  });

  it('is to keep no page, and what says so itself', async () => {
    expect((await headersOf(OVER_HTTPS))['cache-control']).toBe('no-store');
    expect((await headersOf(OVER_HTTPS, '/kept'))['cache-control']).toBe('public');
  });

  it('is to come over HTTPS alone from then on, where the site is reached so', async () => {
    expect((await headersOf(OVER_HTTPS))['strict-transport-security']).toBe('max-age=31536000');
    expect(
      (await headersOf({ ...OVER_HTTPS, isSecure: false }))['strict-transport-security'],
    ).toBeUndefined();
  });
});
