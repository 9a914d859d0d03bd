import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
  type TokenEndpointResponse,
  type TokenEndpointResponseHelpers,
} from 'openid-client';
import { z } from 'zod';

/** As whom the site asks which sign-in service. */
export interface SignInClient {
  /** Where the service describes itself (OpenID Connect Discovery 1.0). */
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Divided by spaces. */
  readonly scopes: string;
  /** Of the tokens that say who signed in, where it is not one that the service names itself. */
  readonly idTokenAlgorithm?: string;
  /** Whether plain HTTP will do: for the demonstration on this machine alone. */
  readonly isInsecureAllowed: boolean;
}

/** A sign-in that has begun: what has to come back with it. Secret until then. */
export const attemptModel = z.object({
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** The page that the person wanted. */
  returnTo: z.string(),
});
export type Attempt = z.output<typeof attemptModel>;

/** What the service hands out for a person. */
export interface Grant {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly accessTokenEndsAt: number;
  readonly refreshToken: string | null;
  readonly idToken: string | null;
  readonly name: string | null;
  /** The service's own session, where it names one. */
  readonly providerSession: string | null;
}

export interface SignInService {
  /** Begins a sign-in by authorisation code with PKCE (RFC 7636) that comes back to `redirectUri`. `person` names who it will be, where that is known. */
  begin(wanted: {
    redirectUri: string;
    returnTo: string;
    person: string | null;
  }): Promise<{ url: URL; attempt: Attempt }>;
  /** Ends it with the address that the person came back to. Throws where it does not belong to `attempt`, or is refused. */
  finish(cameBackTo: URL, attempt: Attempt): Promise<Grant>;
  /** New tokens for a refresh token. Throws where it is no longer good. */
  renew(refreshToken: string): Promise<Grant>;
  /** Where the person signs out of the service too; null where it offers that to nobody. */
  endAt(wanted: { idToken: string | null; returnUri: string }): Promise<URL | null>;
}

/** How long the service may take for one request. */
const TIMEOUT_SECONDS = 5;

/** A sign-in service that is asked for what it is at the first sign-in, and again while it could not be had. */
export function createSignInService(client: SignInClient): SignInService {
  const configuration = keptOnceHad(() => discovered(client));
  return {
    async begin({ redirectUri, returnTo, person }) {
      const attempt = {
        state: randomState(),
        nonce: randomNonce(),
        codeVerifier: randomPKCECodeVerifier(),
        returnTo,
      };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: client.scopes,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await calculatePKCECodeChallenge(attempt.codeVerifier),
        code_challenge_method: 'S256',
        // Whoever names a person does not want to be the one who signed in there before.
        ...(person === null ? {} : { login_hint: person, prompt: 'login' }),
      });
      return { url, attempt };
    },
    async finish(cameBackTo, { state, nonce, codeVerifier }) {
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      };
      return grantOf(await authorizationCodeGrant(await configuration(), cameBackTo, checks));
    },
    renew: async (refreshToken) => grantOf(await refreshTokenGrant(await configuration(), refreshToken)),
    async endAt({ idToken, returnUri }) {
      const known = await configuration();
      if (known.serverMetadata().end_session_endpoint === undefined) return null;
      return buildEndSessionUrl(known, {
        post_logout_redirect_uri: returnUri,
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      });
    },
  };
}

function discovered(client: SignInClient): Promise<Configuration> {
  const { issuer, clientId, clientSecret, idTokenAlgorithm, isInsecureAllowed } = client;
  return discovery(
    issuer,
    clientId,
    {
      client_secret: clientSecret,
      ...(idTokenAlgorithm ? { id_token_signed_response_alg: idTokenAlgorithm } : {}),
    },
    undefined,
    { timeout: TIMEOUT_SECONDS, ...(isInsecureAllowed ? { execute: [allowInsecureRequests] } : {}) },
  );
}

/** Asks once for all who wait, and again only after a failure. */
function keptOnceHad<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let kept: Promise<Value> | null = null;
  return () => {
    kept ??= ask().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
}

type Tokens = TokenEndpointResponse & TokenEndpointResponseHelpers;

/** A token without an end is asked for anew after five minutes. */
const SECONDS_WITHOUT_END = 300;

function grantOf(tokens: Tokens): Grant {
  const claims = tokens.claims();
  return {
    accessToken: tokens.access_token,
    accessTokenEndsAt: Date.now() + (tokens.expiresIn() ?? SECONDS_WITHOUT_END) * 1000,
    refreshToken: tokens.refresh_token ?? null,
    idToken: tokens.id_token ?? null,
    name: typeof claims?.name === 'string' ? claims.name : null,
    providerSession: typeof claims?.sid === 'string' ? claims.sid : null,
  };
}
