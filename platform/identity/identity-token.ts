import { createHash } from 'node:crypto';

/** The header in which the gateway's word about the caller reaches a subgraph. */
export const IDENTITY_HEADER = 'x-signed-identity';

/** How identities are signed: EdDSA (RFC 8037) alone, by the gateway, for one request to one part, which comes at once. */
export const IDENTITY_TOKEN = {
  algorithm: 'EdDSA',
  type: 'identity+jwt',
  issuer: 'gateway',
  lifetimeSeconds: 10,
} as const;

/** The gateway and a subgraph may be on machines whose clocks differ a little. */
export const CLOCK_TOLERANCE_SECONDS = 5;

/** The one request that an identity is signed for. */
export interface VouchedRequest {
  /** The part that is asked. */
  readonly part: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

/** What of a request is signed, beside the part: everything that decides what is answered. */
export const hashOfRequest = ({ query, variables, operationName }: VouchedRequest): string =>
  createHash('sha256')
    .update(JSON.stringify([query, variables, operationName]))
    .digest('base64url');
