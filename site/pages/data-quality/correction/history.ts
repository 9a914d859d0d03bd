import { momentWords } from '../shown-moment';

/** A decision as the gateway tells it. */
export interface GivenAmendment {
  readonly kind: string;
  readonly state: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly refusal: string | null;
  readonly import: { readonly id: string } | null;
}

const KINDS: Readonly<Record<string, string>> = {
  CORRECT: 'Corrected',
  DISMISS: 'Dismissed',
  REOPEN: 'Dismissal taken back',
  CONFIRM: 'Confirmed as a copy',
  SEPARATE: 'Made a record of its own',
};
const STATES: Readonly<Record<string, string>> = {
  PENDING: 'accepted, about to be carried out',
  DONE: 'in effect',
  REFUSED: 'not carried out',
  UNDONE: 'undone since',
};
const REFUSALS: Readonly<Record<string, string>> = {
  RECORD_HELD: 'another row of that record is held by now',
  OTHER_STREAM: 'the row belongs by now to another stream',
  NOT_USABLE: 'the row, corrected so, is none any longer',
  BUILT_ON: 'a later import rests on it',
  ROW_GONE: 'the row is not there any longer',
  FAILED: 'it broke off again and again',
};

/** What was decided on a row, the newest first. */
export const historyView = (amendments: readonly GivenAmendment[] | null) =>
  [...(amendments ?? [])].reverse().map((amendment) => ({
    what: KINDS[amendment.kind] ?? amendment.kind,
    who: amendment.decidedBy,
    when: momentWords(amendment.decidedAt),
    why: amendment.reason,
    state: stateWords(amendment),
  }));

function stateWords({ state, refusal, import: run }: GivenAmendment): string {
  const words = STATES[state] ?? state;
  if (refusal !== null) return `${words}: ${REFUSALS[refusal] ?? refusal}. The row waits again.`;
  return run === null ? words : `${words}, as import ${run.id}`;
}
