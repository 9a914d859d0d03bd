import type { SettingProblem } from './settings-error';

/** What of the product a process runs. A part is given no key that it does not need. */
export type Part = 'all' | 'gateway' | 'site' | 'subgraph' | 'import';

const TOKENS = ['TOKEN_ISSUER', 'TOKEN_AUDIENCE', 'TOKEN_JWKS_URL'] as const;

/** What the site needs beside its name at the sign-in service. */
const SITE = ['SITE_URL', 'SITE_CLIENT_SECRET', 'SITE_SESSION_SECRET'] as const;

const REQUIRED: Readonly<Record<Part, readonly string[]>> = {
  all: [...TOKENS, 'IDENTITY_PRIVATE_KEY', 'IDENTITY_PUBLIC_KEY'],
  gateway: [...TOKENS, 'IDENTITY_PRIVATE_KEY'],
  site: [...TOKENS, 'SITE_CLIENT_ID', ...SITE, 'SITE_GATEWAY_URL'],
  subgraph: ['IDENTITY_PUBLIC_KEY'],
  import: [],
};

const WHAT_TO_WRITE: Readonly<Record<string, string>> = {
  TOKEN_ISSUER: 'Write the issuer that your sign-in service puts into its tokens.',
  TOKEN_AUDIENCE: 'Write the audience that your sign-in service puts into tokens for this product.',
  TOKEN_JWKS_URL: "Write the address of your sign-in service's keys (its jwks_uri).",
  SITE_CLIENT_ID: 'Write the id that your sign-in service gave to the site.',
  SITE_CLIENT_SECRET: 'Write the secret that your sign-in service gave to the site.',
  SITE_URL: 'Write the origin at which people reach the site.',
  SITE_SESSION_SECRET: 'Write what "openssl rand -base64 32" prints, the same for every copy of the site.',
  SITE_GATEWAY_URL: 'Write where the gateway answers.',
  IDENTITY_PRIVATE_KEY: 'Write the private key (a JWK) that the gateway signs with.',
  IDENTITY_PUBLIC_KEY: "Write the public half (a JWK) of the gateway's key.",
};

/** Addresses that nobody may change on the way, and what they could do. */
const OVER_HTTPS = [
  ['TOKEN_JWKS_URL', 'hand out keys of their own'],
  ['TOKEN_AUTHORIZATION_URL', 'ask people for their passwords'],
  ['SITE_URL', 'read what people see, and take their sessions'],
] as const;

/** The whole product has a site only where the sign-in service knows it. */
const requiredOf = (env: Readonly<Record<string, string>>, part: Part): readonly string[] =>
  part === 'all' && env.SITE_CLIENT_ID !== undefined ? [...REQUIRED.all, ...SITE] : REQUIRED[part];

/** What production needs and lacks, and what has no place there. `env` holds no blank settings. */
export function productionProblems(env: Readonly<Record<string, string>>, part: Part): SettingProblem[] {
  if (env.NODE_ENV !== 'production') return [];
  const missing = requiredOf(env, part).filter((name) => env[name] === undefined);
  const problems = missing.map((setting) => ({
    setting,
    says: `is not set, and production needs it. ${WHAT_TO_WRITE[setting] ?? ''}`.trim(),
  }));
  if (env.TODAY !== undefined)
    problems.push({
      setting: 'TODAY',
      says: 'is set, and in production the date is the real one. Remove it.',
    });
  if (REQUIRED[part].includes('TOKEN_JWKS_URL'))
    for (const [setting, danger] of OVER_HTTPS)
      if (/^http:/i.test(env[setting] ?? ''))
        problems.push({
          setting,
          says: `begins with http://, where anybody on the way can ${danger}. Write an address that begins with https://.`,
        });
  return problems;
}
