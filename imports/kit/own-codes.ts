import type { ClosureReason, Outcome } from '../../domain/findings';
import type { WordTable } from '../cells/text';

/** A word by which a system says how a complaint ended, and what its importer takes it to mean. */
export interface OwnCode {
  readonly written: string;
  /** As decisions on words say it: a finding and its closure reason, or the reason alone; `NOT_A_COMPLAINT` where it never was one. */
  readonly meaning: string;
}

type Ended = { readonly outcome: Outcome | null; readonly closureReason: ClosureReason | null };

/** The words of a system's list, in the order of their meanings. `inWords` says how a stage ended that was closed so. */
export const ownCodes = <Meaning>(
  { listed }: WordTable<Meaning>,
  ended: (means: Meaning) => Ended | null,
): OwnCode[] => listed.map(([written, means]) => ({ written, meaning: meaningOf(ended(means)) }));

function meaningOf(ended: Ended | null): string {
  if (ended === null) return 'NOT_A_COMPLAINT';
  return [ended.outcome, ended.closureReason].filter((part) => part !== null).join(', ');
}
