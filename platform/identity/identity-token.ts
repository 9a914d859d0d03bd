/** The header in which the gateway's word about the caller reaches a subgraph. */
export const IDENTITY_HEADER = 'x-signed-identity';

/** How identities are signed: EdDSA (RFC 8037) alone, for a minute, by the gateway, for subgraphs. */
export const IDENTITY_TOKEN = {
  algorithm: 'EdDSA',
  type: 'identity+jwt',
  issuer: 'gateway',
  audience: 'subgraphs',
  lifetimeSeconds: 60,
} as const;

/** Half the lifetime: what is handed out of a cache is good for at least the other half. */
export const CACHED_MILLIS = (IDENTITY_TOKEN.lifetimeSeconds * 1000) / 2;

/** As many callers as are served at once, with room. */
export const CACHED_IDENTITIES = 1_000;
