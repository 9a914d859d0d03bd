import type { KeyObject } from 'node:crypto';
import type { ClientMetadata, Configuration } from 'oidc-provider';
import { DEMONSTRATION_ALGORITHM } from '../../platform/identity/demonstration-token';
import type { SignedIn } from '../../platform/identity/identity';
import { castMember } from './cast';
import { refusedPage, signedOutPage, signOutPage } from './choose-page';
import { createMemoryAdapters } from './memory-adapter';
import type { DemonstrationProgram } from './programs';

/** The site as the demonstration's sign-in service knows it. */
export interface KnownSite {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Origins at which it may be reached: people type localhost and 127.0.0.1 alike. */
  readonly origins: readonly string[];
}

export interface ProviderOptions {
  /** Signs tokens: the key that the gateway verifies the demonstration's tokens with. */
  readonly privateKey: KeyObject;
  readonly audience: string;
  readonly site: KnownSite;
  /** Programs that sign in by themselves. */
  readonly programs: readonly DemonstrationProgram[];
  /** The path of the issuer. */
  readonly path: string;
  /** What the service's own cookies are signed with. */
  readonly cookieSecret: string;
  /** How long a token for the gateway holds. */
  readonly tokenLifetimeSeconds: number;
}

/** The place of the page on which one chooses who to be, below the issuer. */
export const CHOOSING = '/choose';

const DAY_SECONDS = 24 * 60 * 60;

/**
 * How the demonstration's OpenID provider works: authorisation code with PKCE, tokens for the gateway that hold the same
 * names as those of `npm run token`, refresh tokens, and signing out of everything at once.
 */
export function providerConfiguration(options: ProviderOptions): Configuration {
  const { privateKey, audience, site, programs, path, cookieSecret, tokenLifetimeSeconds } = options;
  return {
    adapter: createMemoryAdapters(),
    clients: [clientOf(site), ...programs.map(programOf)],
    jwks: {
      keys: [
        {
          ...privateKey.export({ format: 'jwk' }),
          alg: DEMONSTRATION_ALGORITHM,
          use: 'sig',
          kid: 'demonstration',
        },
      ],
    },
    enabledJWA: { idTokenSigningAlgValues: [DEMONSTRATION_ALGORITHM] },
    cookies: { keys: [cookieSecret], long: { sameSite: 'lax' }, short: { sameSite: 'lax' } },
    claims: { openid: ['sub', 'sid'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_, accountId) => accountOf(accountId),
    extraTokenClaims: (_, token) =>
      'accountId' in token ? namesOf(token.accountId) : namesOfProgram(programs, token.clientId),
    interactions: { url: (_, interaction) => `${path}${CHOOSING}/${interaction.uid}` },
    // Nobody is asked for consent: the site is the only one that asks.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        accountId: context.oidc.account?.accountId ?? '',
        clientId: context.oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope('openid profile offline_access');
      await grant.save();
      return grant;
    },
    issueRefreshToken: async () => true,
    // Good for one use, as with services that the product will meet.
    rotateRefreshToken: true,
    renderError: (context, { error_description: says, error }) => {
      context.type = 'html';
      context.body = refusedPage(String(says ?? error));
    },
    pkce: { required: () => true },
    // It asks nobody but the site, which is at this machine's own address: the library by itself would refuse to.
    fetch: (url, request) => {
      const { dispatcher: _, ...unguarded } = { dispatcher: null, ...request };
      return fetch(url, unguarded);
    },
    ttl: {
      AccessToken: tokenLifetimeSeconds,
      ClientCredentials: tokenLifetimeSeconds,
      Grant: DAY_SECONDS,
      IdToken: 60 * 60,
      Interaction: 60 * 60,
      RefreshToken: DAY_SECONDS,
      Session: DAY_SECONDS,
    },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      clientCredentials: { enabled: true },
      resourceIndicators: tokensFor(audience, tokenLifetimeSeconds),
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage(form);
        },
        postLogoutSuccessSource: (context) => {
          context.body = signedOutPage();
        },
      },
      userinfo: { enabled: false },
    },
  };
}

const clientOf = ({ clientId, clientSecret, origins }: KnownSite): ClientMetadata => ({
  client_id: clientId,
  client_secret: clientSecret,
  redirect_uris: origins.map((origin) => `${origin}/sign-in/callback`),
  post_logout_redirect_uris: origins.map((origin) => `${origin}/signed-out`),
  backchannel_logout_uri: `${origins[0] ?? ''}/sign-in/ended`,
  backchannel_logout_session_required: true,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  id_token_signed_response_alg: DEMONSTRATION_ALGORITHM,
});

/** A program gets tokens by its secret, and nothing else: nobody is sent anywhere for it. */
const programOf = ({ clientId, clientSecret }: DemonstrationProgram): ClientMetadata => ({
  client_id: clientId,
  client_secret: clientSecret,
  redirect_uris: [],
  grant_types: ['client_credentials'],
  response_types: [],
  id_token_signed_response_alg: DEMONSTRATION_ALGORITHM,
});

/** Every token is for the gateway, whatever was asked for. */
const tokensFor = (
  audience: string,
  lifetimeSeconds: number,
): NonNullable<Configuration['features']>['resourceIndicators'] => ({
  enabled: true,
  defaultResource: () => 'urn:council-complaints:gateway',
  useGrantedResource: () => true,
  getResourceServerInfo: () => ({
    scope: '',
    audience,
    accessTokenFormat: 'jwt',
    accessTokenTTL: lifetimeSeconds,
    jwt: { sign: { alg: DEMONSTRATION_ALGORITHM } },
  }),
});

async function accountOf(accountId: string) {
  const member = castMember(accountId);
  if (member === null) return undefined;
  return { accountId, claims: () => ({ sub: accountId, name: member.name }) };
}

/** The names that a token of the demonstration carries beside its subject. */
function namesOf(accountId: string | undefined) {
  const member = accountId === undefined ? null : castMember(accountId);
  return member === null ? undefined : claimsOf(member.person);
}

/** The same for a program. */
function namesOfProgram(programs: readonly DemonstrationProgram[], clientId: string | undefined) {
  const program = programs.find((each) => each.clientId === clientId);
  return program === undefined ? undefined : claimsOf(program.signedIn);
}

const claimsOf = ({ subject: _, ...names }: SignedIn) => ({
  ...names,
  streams: [...names.streams],
  services: [...names.services],
});
