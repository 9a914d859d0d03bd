import { foldWord } from '../../../domain/words/fold-word';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';

export type WordKind = 'service' | 'channel' | 'closure-code';

/** What a word can mean: as its event says it, save the word and the day. */
export type Meaning =
  | { readonly serviceId: string }
  | { readonly channelId: string; readonly channel: string }
  | { readonly outcome: string | null; readonly closureReason: string };

/** One decision on a word: the one with the highest version holds. */
export interface Decision {
  /** Identifies the word among all others, of whatever kind. */
  readonly subject: string;
  readonly version: number;
  readonly from_day: string;
  readonly kind: WordKind;
  readonly source: string | null;
  readonly word: string;
  readonly written: string;
  readonly means: Meaning;
  /** False where that was taken back. */
  readonly is_kept: boolean;
  /** Null where nobody wrote one. */
  readonly reason: string | null;
  readonly decided_by: string;
  readonly decided_at: Date;
}

export const subjectOf = (of: { kind: WordKind; source: string | null; written: string }): string =>
  [of.kind, ...(of.source === null ? [] : [of.source]), foldWord(of.written)].join('/');

/** The newest decision on a word; null where there is none. Others who decide on it wait for this transaction. */
export async function lastDecision(transaction: Transaction, subject: string): Promise<Decision | null> {
  await lockName(transaction, `directory.word/${subject}`);
  return newestDecision(transaction, subject);
}

/** The newest decision on a word; null where there is none, or the caller may not see it. */
export async function newestDecision(transaction: Transaction, subject: string): Promise<Decision | null> {
  const rows = await transaction.query<Decision>(
    'select * from directory.word_decision where subject = $1 order by version desc limit 1',
    [subject],
  );
  return rows[0] ?? null;
}

/** Keeps a decision. */
export async function keepDecision(transaction: Transaction, decision: Decision): Promise<void> {
  const { subject, version, from_day, kind, source, word, written, means, is_kept } = decision;
  await transaction.query(
    `insert into directory.word_decision
       (subject, version, from_day, kind, source, word, written, means, is_kept, reason, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12)`,
    [
      ...[subject, version, from_day, kind, source, word, written, JSON.stringify(means), is_kept],
      ...[decision.reason, decision.decided_by, decision.decided_at],
    ],
  );
}

/** The words that people gave to services and channels, by the id that they mean, in the order of the words. */
export async function decidedNames(
  transaction: Transaction,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const decisions = await transaction.query<Pick<Decision, 'kind' | 'written' | 'means' | 'is_kept'>>(
    `select distinct on (subject) kind, written, means, is_kept from directory.word_decision
     where kind <> 'closure-code' order by subject, version desc`,
  );
  const names = new Map<string, string[]>();
  for (const { kind, written, means } of decisions.filter(({ is_kept }) => is_kept)) {
    const key = `${kind}/${idOf(means)}`;
    names.set(key, [...(names.get(key) ?? []), written]);
  }
  return names;
}

const idOf = (means: Meaning): string | null =>
  'serviceId' in means ? means.serviceId : 'channelId' in means ? means.channelId : null;

/** Names as they came with the product, and after them those that people gave: in whichever order they were given. */
export function withDecided(names: readonly string[], decided: readonly string[]): string[] {
  const given = new Set(decided.map(foldWord));
  return [...names.filter((name) => !given.has(foldWord(name))), ...decided];
}
