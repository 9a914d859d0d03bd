import { type Library, startLibrary } from '../testing/start-library';
import { bearerChallenge } from './challenge';

const AUTHORIZE = 'https://sign-in.example/tenant/oauth2/authorize';

describe('what a client is told that is not signed in', () => {
  let library: Library;
  beforeAll(async () => {
    library = await startLibrary({
      signInPlace: { authorizationUrl: AUTHORIZE, audience: 'api://complaints' },
    });
  });
  afterAll(() => library.stop());

  const PLACE = `realm="council-complaints", authorization_uri="${AUTHORIZE}", resource_id="api://complaints"`;

  it.each([
    ['without a header', {}, `Bearer ${PLACE}`],
    ['with an empty token, as Excel asks first', { authorization: 'Bearer' }, `Bearer ${PLACE}`],
    [
      'with a token that is not good',
      { authorization: 'Bearer x.y.z' },
      `Bearer ${PLACE}, error="invalid_token"`,
    ],
  ])('is where to sign in, %s', async (_, headers, challenge) => {
    for (const path of ['/graphql', '/anything']) {
      const response = await fetch(`${library.url}${path}`, { headers: headers as Record<string, string> });
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, challenge]);
    }
  });

  it('is nothing for who is', async () => {
    const { status, headers } = await library.ask('{ whoAmI }', { role: 'stranger' });
    expect([status, headers.get('www-authenticate')]).toEqual([403, null]);
  });
});

it('cannot be broken by a setting', () => {
  const place = { authorizationUrl: 'https://sign-in.example/a"b?c="d"', audience: 'a "b" \\c' };
  expect(bearerChallenge(place, false)).toBe(
    'Bearer realm="council-complaints", authorization_uri="https://sign-in.example/a%22b?c=%22d%22", resource_id="a \\"b\\" \\\\c"',
  );
});

it('leads assistants to who signs people in', () => {
  expect(bearerChallenge(null, true, 'https://a.example/.well-known/oauth-protected-resource/mcp')).toBe(
    'Bearer realm="council-complaints", resource_metadata="https://a.example/.well-known/oauth-protected-resource/mcp", error="invalid_token"',
  );
});
