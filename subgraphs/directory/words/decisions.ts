import { foldWord } from '../../../domain/words/fold-word';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';

export type WordKind = 'service' | 'channel' | 'closure-code';

/** What a word can mean: as its event says it, save the word and the day. */
export type Meaning =
  | { readonly serviceId: string }
  | { readonly channelId: string; readonly channel: string }
  | { readonly outcome: string | null; readonly closureReason: string };

/** One decision on a word. */
export interface Decision {
  /** Identifies the word among all others, of whatever kind. */
  readonly subject: string;
  readonly from_day: string;
  readonly kind: WordKind;
  readonly source: string | null;
  readonly word: string;
  readonly written: string;
  readonly means: Meaning;
  /** Null where nobody wrote one. */
  readonly reason: string | null;
  readonly decided_by: string;
  readonly decided_at: Date;
}

export const subjectOf = (of: { kind: WordKind; source: string | null; written: string }): string =>
  [of.kind, ...(of.source === null ? [] : [of.source]), foldWord(of.written)].join('/');

/** The decisions on one word, the one that reaches furthest back first. Others who decide on it wait for this one. */
export async function decisionsOn(transaction: Transaction, subject: string): Promise<Decision[]> {
  await lockName(transaction, `directory.word/${subject}`);
  return transaction.query<Decision>(
    'select * from directory.word_decision where subject = $1 order by from_day',
    [subject],
  );
}

/** Keeps a decision. */
export async function keepDecision(transaction: Transaction, decision: Decision): Promise<void> {
  const { subject, from_day, kind, source, word, written, means, reason, decided_by, decided_at } = decision;
  await transaction.query(
    `insert into directory.word_decision
       (subject, from_day, kind, source, word, written, means, reason, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10)`,
    [subject, from_day, kind, source, word, written, JSON.stringify(means), reason, decided_by, decided_at],
  );
}

/** The decision on a word that reaches furthest back; null where there is none, or the caller may not see it. */
export async function firstDecision(transaction: Transaction, subject: string): Promise<Decision | null> {
  const rows = await transaction.query<Decision>(
    'select * from directory.word_decision where subject = $1 order by from_day limit 1',
    [subject],
  );
  return rows[0] ?? null;
}

/** The words that people gave to services and channels, by the id that they mean, in the order of the words. */
export async function decidedNames(
  transaction: Transaction,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const decisions = await transaction.query<Pick<Decision, 'subject' | 'kind' | 'written' | 'means'>>(
    `select distinct on (subject) subject, kind, written, means from directory.word_decision
     where kind <> 'closure-code' order by subject, decided_at`,
  );
  const names = new Map<string, string[]>();
  for (const { kind, written, means } of decisions) {
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
