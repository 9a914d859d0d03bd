/**
 * Who asks, as the gateway vouches for it and every subgraph verifies it. `scopes` open fields of the graph;
 * the rest reaches row-level security. Names in the lists are ids, never people's names.
 */
export interface Identity {
  /** The subject of the sign-in: an opaque id. */
  readonly subject: string;
  readonly role: string;
  readonly scopes: readonly string[];
  /** Streams whose people and narratives the caller is cleared for, in lower case. */
  readonly streams: readonly string[];
  /** Ids of the services that the caller manages. */
  readonly services: readonly string[];
  /** The partner organisation that the caller belongs to; null for the council's own people. */
  readonly partner: string | null;
  /** What was signed in with, where that is no person's sign-in and no program's at the sign-in service: a key. */
  readonly credential?: 'key' | undefined;
  /** The least number that the caller is told of complaints, besides 0; left out where small numbers are told too. */
  readonly smallNumbersBelow?: number | undefined;
}

/** Who signed in, as the sign-in service says; what the role may see is not its business. */
export type SignedIn = Omit<Identity, 'scopes' | 'credential' | 'smallNumbersBelow'>;
