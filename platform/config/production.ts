import type { SettingProblem } from './settings-error';

/** What of the product a process runs. A part is given no key that it does not need. */
export type Part = 'all' | 'gateway' | 'subgraph' | 'import';

const TOKENS = ['TOKEN_ISSUER', 'TOKEN_AUDIENCE', 'TOKEN_JWKS_URL'] as const;

const REQUIRED: Readonly<Record<Part, readonly string[]>> = {
  all: [...TOKENS, 'IDENTITY_PRIVATE_KEY', 'IDENTITY_PUBLIC_KEY'],
  gateway: [...TOKENS, 'IDENTITY_PRIVATE_KEY'],
  subgraph: ['IDENTITY_PUBLIC_KEY'],
  import: [],
};

const WHAT_TO_WRITE: Readonly<Record<string, string>> = {
  TOKEN_ISSUER: 'Write the issuer that your sign-in service puts into its tokens.',
  TOKEN_AUDIENCE: 'Write the audience that your sign-in service puts into tokens for this product.',
  TOKEN_JWKS_URL: "Write the address of your sign-in service's keys (its jwks_uri).",
  IDENTITY_PRIVATE_KEY: 'Write the private key (a JWK) that the gateway signs with.',
  IDENTITY_PUBLIC_KEY: "Write the public half (a JWK) of the gateway's key.",
};

/** Addresses that nobody may change on the way, and what they could do. */
const OVER_HTTPS = [
  ['TOKEN_JWKS_URL', 'hand out keys of their own'],
  ['TOKEN_AUTHORIZATION_URL', 'ask people for their passwords'],
] as const;

/** What production needs and lacks, and what has no place there. `env` holds no blank settings. */
export function productionProblems(env: Readonly<Record<string, string>>, part: Part): SettingProblem[] {
  if (env.NODE_ENV !== 'production') return [];
  const missing = REQUIRED[part].filter((name) => env[name] === undefined);
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
