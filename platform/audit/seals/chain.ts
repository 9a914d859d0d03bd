import { createHash } from 'node:crypto';
import type { Place, SealedEntry } from './entries';

/** A seal: so many entries, up to a place, and a hash over them and over the seal before. */
export interface Seal {
  readonly number: number;
  readonly sealedAt: Date;
  readonly entries: number;
  readonly through: Place;
  /** Hexadecimal. */
  readonly hash: string;
}

/** Takes the entries of one seal, one by one, and gives its hash (SHA-256) at the end. */
export interface SealHash {
  add(entry: SealedEntry): void;
  entries(): number;
  end(schema: string, seal: Omit<Seal, 'hash' | 'entries'>): string;
}

/** Begins the hash of the seal that follows one whose hash is `previous`; null for the first. */
export function sealHash(previous: string | null): SealHash {
  const hash = createHash('sha256').update(JSON.stringify(previous));
  let entries = 0;
  return {
    add(entry) {
      entries += 1;
      hash.update(`\n${lineOf(entry)}`);
    },
    entries: () => entries,
    end: (schema, { number, sealedAt, through }) =>
      hash
        .update(
          `\n${JSON.stringify([schema, number, sealedAt.toISOString(), entries, through.xid, through.id])}`,
        )
        .digest('hex'),
  };
}

/** Every value of an entry, in an order that never changes. */
const lineOf = ({
  xid,
  id,
  at,
  actor,
  role,
  action,
  record_id,
  request_id,
  nonce,
  signature,
}: SealedEntry): string =>
  JSON.stringify([xid, id, at, actor, role, action, record_id, request_id, nonce, signature]);
