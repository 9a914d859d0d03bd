import { type Part, productionProblems } from './production';

const COMPLETE = {
  NODE_ENV: 'production',
  TOKEN_ISSUER: 'https://login.example',
  TOKEN_AUDIENCE: 'complaints',
  TOKEN_JWKS_URL: 'https://login.example/keys',
  IDENTITY_PRIVATE_KEY: '{}',
  IDENTITY_PUBLIC_KEY: '{}',
};
const settingsWithProblems = (env: Record<string, string>, part: Part) =>
  productionProblems(env, part).map(({ setting }) => setting);

describe('production', () => {
  it.each<[Part, string[]]>([
    [
      'all',
      ['TOKEN_ISSUER', 'TOKEN_AUDIENCE', 'TOKEN_JWKS_URL', 'IDENTITY_PRIVATE_KEY', 'IDENTITY_PUBLIC_KEY'],
    ],
    ['gateway', ['TOKEN_ISSUER', 'TOKEN_AUDIENCE', 'TOKEN_JWKS_URL', 'IDENTITY_PRIVATE_KEY']],
    ['subgraph', ['IDENTITY_PUBLIC_KEY']],
    ['import', []],
  ])('asks of %s for the keys that it needs, and for no other', (part, needed) => {
    expect(settingsWithProblems({ NODE_ENV: 'production' }, part)).toEqual(needed);
    expect(settingsWithProblems(COMPLETE, part)).toEqual([]);
  });

  it('says what to write', () => {
    expect(productionProblems({ NODE_ENV: 'production' }, 'subgraph')).toEqual([
      {
        setting: 'IDENTITY_PUBLIC_KEY',
        says: "is not set, and production needs it. Write the public half (a JWK) of the gateway's key.",
      },
    ]);
  });

  it('takes neither a day that stands still nor keys over plain http', () => {
    const env = { ...COMPLETE, TODAY: '2022-01-31', TOKEN_JWKS_URL: 'HTTP://login.example/keys' };
    expect(settingsWithProblems(env, 'all')).toEqual(['TODAY', 'TOKEN_JWKS_URL']);
    const place = { ...COMPLETE, TOKEN_AUTHORIZATION_URL: 'http://login.example/authorize' };
    expect(settingsWithProblems(place, 'gateway')).toEqual(['TOKEN_AUTHORIZATION_URL']);
    expect(settingsWithProblems(env, 'subgraph')).toEqual(['TODAY']);
  });

  it('asks for nothing elsewhere', () => {
    expect(productionProblems({ TODAY: '2022-01-31' }, 'all')).toEqual([]);
  });
});
