import { parse } from 'graphql';
import { isReadable } from '../graph/plugins/request-limits';
import { plainText, type TrustedOperation } from './trusted-operation';

/** The trusted operations, as callers may name them. */
export interface OperationBook {
  /** By its name; the newest of those that were ever called so. */
  byName(name: string): TrustedOperation | null;
  byHash(hash: string): TrustedOperation | null;
  /** By its own words, however they are written. */
  byText(text: string): TrustedOperation | null;
}

/** Ways of writing that were found to be an operation's; clients write each in one or two. */
const MOST_SPELLINGS = 2_000;

/** Of several operations of one name the first is found by it. */
export function createOperationBook(operations: readonly TrustedOperation[]): OperationBook {
  const byName = new Map([...operations].reverse().map((each) => [each.name, each]));
  const byHash = new Map(operations.map((each) => [each.hash, each]));
  const byPlainText = new Map(operations.map((each) => [each.text, each]));
  /** Trusted ones alone: what others send takes no room. */
  const spelled = new Map<string, TrustedOperation>();
  return {
    byName: (name) => byName.get(name) ?? null,
    byHash: (hash) => byHash.get(hash.toLowerCase()) ?? null,
    byText(text) {
      const known = spelled.get(text);
      if (known !== undefined) return known;
      const found = byPlainText.get(plainTextOf(text) ?? '');
      if (found === undefined) return null;
      if (spelled.size >= MOST_SPELLINGS) spelled.clear();
      spelled.set(text, found);
      return found;
    },
  };
}

/** Null for what is no document, or longer and deeper than any that is read. */
function plainTextOf(text: string): string | null {
  try {
    return isReadable(text) ? plainText(parse(text, { noLocation: true })) : null;
  } catch {
    return null;
  }
}
