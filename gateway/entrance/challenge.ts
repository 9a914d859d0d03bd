/** Where people sign in, for tools that can take them there. */
export interface SignInPlace {
  readonly authorizationUrl: string;
  /** For whom tokens are made. */
  readonly audience: string;
}

const REALM = 'council-complaints';

/**
 * The header WWW-Authenticate of a 401 (RFC 6750). Excel, Power BI and other clients of OData ask without a token, read
 * `authorization_uri` and `resource_id` there, take the person to sign in, and come back. AI assistants read at `metadata` where
 * to (RFC 9728).
 */
export function bearerChallenge(
  place: SignInPlace | null,
  isTokenRefused: boolean,
  metadata: string | null = null,
): string {
  const parameters = [
    ['realm', REALM],
    ...(metadata === null ? [] : [['resource_metadata', metadata]]),
    ...(place === null
      ? []
      : [
          ['authorization_uri', new URL(place.authorizationUrl).href],
          ['resource_id', place.audience],
        ]),
    ...(isTokenRefused ? [['error', 'invalid_token']] : []),
  ];
  return `Bearer ${parameters.map(([name, value = '']) => `${name}="${escaped(value)}"`).join(', ')}`;
}

/** The same for who came with a key's id and secret (RFC 7617). */
export const BASIC_CHALLENGE = `Basic realm="${REALM}", charset="UTF-8"`;

const escaped = (text: string): string => text.replaceAll(/["\\]/g, '\\$&');
