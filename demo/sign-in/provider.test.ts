import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { decodeJwt } from 'jose';
import { createTokenVerifier } from '../../platform/identity/bearer-token';
import { demonstrationToken } from '../../platform/identity/demonstration-token';
import { listening } from '../../platform/server/listening';
import { demonstrationPeople } from '../people';
import { demonstrationPrograms } from './programs';
import { createDemonstrationProvider } from './provider';

const AUDIENCE = 'council-complaints';
const CALLBACK = 'http://localhost:3000/sign-in/callback';
const CLIENT = { clientId: 'site', clientSecret: 'a secret of the test that is long enough for it' };
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

const programs = demonstrationPrograms(privateKey);

/** The service at an address of its own. */
async function serve(): Promise<{ issuer: string; server: Server }> {
  let answer: Parameters<typeof createServer>[1];
  const server = createServer((request, response) => answer?.(request, response));
  const port = await listening(server, { port: 0, setting: 'TEST' });
  const issuer = `http://localhost:${port}/demonstration-sign-in`;
  const provider = createDemonstrationProvider(issuer, {
    ...{ privateKey, audience: AUDIENCE, cookieSecret: 'cookies', tokenLifetimeSeconds: 3_600 },
    site: { ...CLIENT, origins: ['http://localhost:3000', 'http://127.0.0.1:3000'] },
    programs,
  });
  answer = provider.answer;
  return { issuer, server };
}

/** A browser that follows the service until it leads away, and keeps its cookies. */
function browser(issuer: string) {
  const jar = new Map<string, string>();
  return async (
    address: string,
  ): Promise<{ left: URL | null; text: string; status: number; headers: Headers }> => {
    let url = address;
    for (let step = 0; step < 10; step += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        jar.set(name, value);
      }
      const location = response.headers.get('location');
      const { status, headers } = response;
      if (location === null) return { left: null, text: await response.text(), status, headers };
      url = new URL(location, url).href;
      if (!url.startsWith(issuer)) return { left: new URL(url), text: '', status, headers };
    }
    throw new Error('It leads round in circles');
  };
}

describe('the demonstration’s sign-in service', () => {
  let issuer: string;
  let server: Server;
  let metadata: Record<string, string>;

  beforeAll(async () => {
    ({ issuer, server } = await serve());
    metadata = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const asked = (given: Record<string, string | null> = {}) => {
    const codeVerifier = randomBytes(32).toString('base64url');
    const parameters = {
      ...{
        client_id: CLIENT.clientId,
        response_type: 'code',
        redirect_uri: CALLBACK,
        state: 's',
        nonce: 'n',
      },
      ...{ scope: 'openid profile offline_access', login_hint: 'ana', prompt: 'login' },
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...given,
    };
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) if (value !== null) query.set(name, value);
    return { codeVerifier, address: `${metadata.authorization_endpoint}?${query}` };
  };
  const tokens = async (fields: Record<string, string>, secret = CLIENT.clientSecret) => {
    const basic = Buffer.from(`${CLIENT.clientId}:${encodeURIComponent(secret)}`).toString('base64');
    const response = await fetch(metadata.token_endpoint ?? '', {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams(fields),
    });
    return { status: response.status, body: await response.json() };
  };
  const codeFor = async (person: string) => {
    const { address, codeVerifier } = asked({ login_hint: person });
    const { left } = await browser(issuer)(address);
    return { code: left?.searchParams.get('code') ?? '', codeVerifier, left };
  };
  const exchange = ({ code, codeVerifier }: { code: string; codeVerifier: string }) =>
    tokens({ grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: codeVerifier });

  it('describes itself below its own path', () => {
    expect(metadata).toMatchObject({ issuer, code_challenge_methods_supported: ['S256'] });
    for (const place of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'end_session_endpoint'])
      expect(metadata[place]).toMatch(new RegExp(`^${issuer}/`));
  });

  it.each(demonstrationPeople.map((person) => [person.subject, person] as const))(
    'signs %s in with a token that the gateway takes, of the same names as those of “npm run token”',
    async (subject, person) => {
      const { status, body } = await exchange(await codeFor(subject));
      expect(status).toBe(200);
      const verifier = createTokenVerifier({
        ...{ issuer: ['council-complaints-demonstration', issuer], audience: AUDIENCE },
        ...{ algorithms: ['EdDSA'], keys: { publicKey } },
      });
      expect(await verifier.verify(body.access_token)).toEqual(person);
      const other = await demonstrationToken({ person, privateKey, issuer, audience: AUDIENCE });
      expect(decodeJwt(body.access_token)).toMatchObject(namesIn(decodeJwt(other)));
      expect(decodeJwt(body.id_token)).toMatchObject({ sub: subject, aud: 'site', nonce: 'n', iss: issuer });
      expect(decodeJwt(body.id_token)).toEqual(
        expect.objectContaining({ name: expect.any(String), sid: expect.any(String) }),
      );
    },
  );

  const namesIn = ({ iat: _, nbf: __, exp: ___, ...names }: Record<string, unknown>) => names;

  it.each(programs.map((program) => [program.clientId, program] as const))(
    'signs the program %s in by its own secret, for no person, and nobody by another',
    async (clientId, { clientSecret, signedIn }) => {
      const ask = async (secret: string, fields: Record<string, string>) => {
        const basic = Buffer.from(`${clientId}:${encodeURIComponent(secret)}`).toString('base64');
        const response = await fetch(metadata.token_endpoint ?? '', {
          method: 'POST',
          headers: { authorization: `Basic ${basic}` },
          body: new URLSearchParams(fields),
        });
        return { status: response.status, body: await response.json() };
      };
      const { status, body } = await ask(clientSecret, { grant_type: 'client_credentials' });
      expect([status, Object.keys(body).sort()]).toEqual([200, ['access_token', 'expires_in', 'token_type']]);
      const verifier = createTokenVerifier({
        ...{ issuer, audience: AUDIENCE, algorithms: ['EdDSA'], keys: { publicKey } },
      });
      expect(await verifier.verify(body.access_token)).toEqual(signedIn);
      expect((await ask('guessed', { grant_type: 'client_credentials' })).status).toBe(401);
      for (const grant_type of ['authorization_code', 'refresh_token', 'password'])
        expect((await ask(clientSecret, { grant_type, code: 'x', refresh_token: 'x' })).status).toBe(400);
    },
  );

  it('gives the site no token for itself', async () => {
    expect((await tokens({ grant_type: 'client_credentials' })).status).toBe(400);
  });

  it('shows whom one can be where nobody was named, and goes on with who is chosen', async () => {
    const go = browser(issuer);
    const { address } = asked({ login_hint: null });
    const page = await go(address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('?person=olu');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('says so where a choice comes too late, or from another browser', async () => {
    const page = await browser(issuer)(`${issuer}/choose/gone?person=ana`);
    expect([page.status, page.left]).toEqual([400, null]);
    expect(page.text).toContain('This sign-in has ended');
  });

  it('signs nobody in who is not among its people', async () => {
    for (const login_hint of ['nobody', '__proto__', '']) {
      const { address } = asked({ login_hint });
      const page = await browser(issuer)(address);
      expect([page.left, page.text.includes('Who do you want to be?')]).toEqual([null, true]);
    }
  });

  it('needs PKCE, and by a hash', async () => {
    for (const missing of [
      { code_challenge: null, code_challenge_method: null },
      { code_challenge_method: 'plain' },
    ]) {
      const { left } = await browser(issuer)(asked(missing).address);
      expect(left?.searchParams.get('error')).toBe('invalid_request');
      expect(left?.searchParams.get('code')).toBeNull();
    }
  });

  it.each([
    ['another host', 'http://evil.example/sign-in/callback'],
    ['another path', 'http://localhost:3000/elsewhere'],
    ['another port', 'http://localhost:3001/sign-in/callback'],
    ['what begins alike', 'http://localhost:3000/sign-in/callback/../../elsewhere'],
  ])('leads to no address that it does not know: %s', async (_what, redirect_uri) => {
    const page = await browser(issuer)(asked({ redirect_uri }).address);
    expect([page.left, page.status]).toEqual([null, 400]);
  });

  it('says in a page of its own what it does not do, and repeats nothing as markup', async () => {
    const page = await browser(issuer)(asked({ client_id: '<script>alert(1)</script>' }).address);
    expect([page.left, page.status]).toEqual([null, 400]);
    expect(page.text).toContain('<h1>This cannot be done</h1>');
    expect(page.text).not.toMatch(/<script|<style|style=/);
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' http://localhost:3000");
  });

  const endOf = (idToken: string, returnUri = 'http://127.0.0.1:3000/signed-out') =>
    `${metadata.end_session_endpoint}?${new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: returnUri })}`;
  const signedInBy = async (go: ReturnType<typeof browser>, person: string) => {
    const { address, codeVerifier } = asked({ login_hint: person });
    const { left } = await go(address);
    return (await exchange({ code: left?.searchParams.get('code') ?? '', codeVerifier })).body;
  };

  it('asks with a plain form whether one wants to sign out of it', async () => {
    const go = browser(issuer);
    const { id_token } = await signedInBy(go, 'ana');
    const page = await go(endOf(id_token));
    expect([page.status, page.text]).toEqual([200, expect.stringMatching(/<form [^>]*op\.logoutForm/)]);
    expect(page.text).toMatch(/<button [^>]*form="op\.logoutForm" name="logout" value="yes">Sign out/);
    expect(page.text).not.toMatch(/<script|<style|style=/);
    expect((await go(endOf(id_token, 'http://evil.example/'))).status).toBe(400);
  });

  it('lets the library’s own page send its form, by script or by hand, and no other script run', async () => {
    const { id_token } = await signedInBy(browser(issuer), 'ana');
    // Who is signed in there no more, after a restart say.
    const page = await browser(issuer)(endOf(id_token));
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page.text) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(page.headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}'`);
    expect(page.text).toContain('<button autofocus type="submit">');
  });

  it('gives tokens for a code once, to the site alone, and to who began', async () => {
    const wrong = await codeFor('ana');
    expect((await exchange({ ...wrong, codeVerifier: 'x'.repeat(43) })).body.error).toBe('invalid_grant');
    const stolen = await codeFor('ana');
    const fields = { grant_type: 'authorization_code', code: stolen.code, redirect_uri: CALLBACK };
    expect((await tokens({ ...fields, code_verifier: stolen.codeVerifier }, 'guessed')).status).toBe(401);
    const good = await codeFor('ana');
    expect((await exchange(good)).status).toBe(200);
    expect((await exchange(good)).body.error).toBe('invalid_grant');
  });

  it('renews tokens once for each refresh token, and takes all back when one is used again', async () => {
    const { body } = await exchange(await codeFor('mark'));
    const renew = (refresh_token: string) => tokens({ grant_type: 'refresh_token', refresh_token });
    const renewed = await renew(body.refresh_token);
    expect(renewed.status).toBe(200);
    expect(decodeJwt(renewed.body.access_token)).toMatchObject({
      sub: 'mark',
      role: 'manager',
      aud: AUDIENCE,
    });
    expect(renewed.body.refresh_token).not.toBe(body.refresh_token);
    expect((await renew(body.refresh_token)).body.error).toBe('invalid_grant');
    expect((await renew(renewed.body.refresh_token)).body.error).toBe('invalid_grant');
  });
});
