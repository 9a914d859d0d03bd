import { hash } from 'node:crypto';
import type { MatchKeys } from '../../../contracts/match-keys';
import type { MatchKeysRow } from '../tables/duplicates';

/** A record whose content was searched. */
export interface SearchedRecord {
  readonly source: string;
  readonly record: string;
  readonly owner: string | null;
  readonly contentHash: string;
  /** Null where it shows nothing. */
  readonly matchKeys: MatchKeys | null;
}

/** How many words of one record are kept: of a longer text those with the smallest hashes, the same in every record. */
const MOST_WORDS = 64;
/** Two in four thousand million: as many as fit an `int`. */
const WORD_DIGITS = 8;
const KEY_CHARACTERS = 22;

/** Makes what is kept of records, with this salt: equal only for what is equal, and of no use without the salt. */
export function hashMatchKeys(salt: string): (record: SearchedRecord) => MatchKeysRow {
  const key = (kind: string, value: string) =>
    hash('sha256', `${salt}/${kind}/${value}`, 'base64url').slice(0, KEY_CHARACTERS);
  const maybeKey = (kind: string, value: string | null) => (value === null ? null : key(kind, value));
  const keys = (kind: string, values: readonly string[] = []) => values.map((value) => key(kind, value));
  // To the last bit as `int` holds it, sign and all.
  const word = (value: string) =>
    Number.parseInt(hash('sha256', `${salt}/word/${value}`, 'hex').slice(0, WORD_DIGITS), 16) | 0;
  return ({ source, record, owner, contentHash, matchKeys }) => ({
    ...{ source, record, owner, content_hash: contentHash },
    received_on: matchKeys?.receivedOn ?? null,
    names: keys('name', matchKeys?.names),
    email: maybeKey('email', matchKeys?.email ?? null),
    postcode: maybeKey('postcode', matchKeys?.postcode ?? null),
    words: [...new Set((matchKeys?.words ?? []).map(word))].sort((a, b) => a - b).slice(0, MOST_WORDS),
    own_references: keys('reference', matchKeys?.references),
    named_references: keys('reference', matchKeys?.namesReferences),
  });
}
