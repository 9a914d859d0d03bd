import { faultWords } from '../fault-words';
import { momentWords } from '../shown-moment';
import type { Reason } from './columns';

/** What became of a decision, as the gateway says it. */
export interface Decided {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly faults?: readonly Reason[];
  readonly leftOutFor?: string;
  readonly decided?: DecidedBefore | null;
}

/** What somebody else had decided. */
export interface DecidedBefore {
  readonly kind: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly reason: string;
}

/** One thing that is in the way: what it says, and the column that it is about; null where it is the whole row. */
export interface Problem {
  readonly says: string;
  readonly field: { readonly column: string } | 'reason' | 'row';
}

/** Why a decision was not taken, in words. */
export interface RefusedDecision {
  readonly title: string;
  readonly problems: readonly Problem[];
  /** Faults that may remain if somebody says so. */
  readonly acceptable: readonly string[];
}

const DECIDED: Readonly<Record<string, string>> = {
  CORRECT: 'corrected it',
  DISMISS: 'dismissed it',
  REOPEN: 'took its dismissal back',
  CONFIRM: 'confirmed it as a copy',
  SEPARATE: 'made it a record of its own',
};

/** What others decided, in words; names no more than the decision does. */
export const decidedWords = ({ kind, decidedBy, decidedAt, reason }: DecidedBefore): string =>
  `${decidedBy} ${DECIDED[kind] ?? 'decided on it'} on ${momentWords(decidedAt)}: “${reason}”.`;

/** The refusal of a decision; null where it was accepted. `reference` is the column of the row's reference. */
export function refusalOf(decided: Decided, reference: string | null): RefusedDecision | null {
  if (decided.__typename === 'Amended' || decided.__typename === 'DuplicateDecided') return null;
  const title = TITLES[decided.__typename] ?? 'This could not be done';
  const acceptable =
    decided.__typename === 'FaultsRemain' ? [...new Set((decided.faults ?? []).map(({ code }) => code))] : [];
  return { title, problems: problemsOf(decided, reference), acceptable };
}

const TITLES: Readonly<Record<string, string>> = {
  StillQuarantined: 'The row could still not be counted',
  FaultsRemain: 'The row would be counted with other faults',
  AmendedAlready: 'Somebody else was first',
  DuplicateDecidedAlready: 'Somebody else was first',
  WouldBeLeftOut: 'The row would be no complaint',
  RecordHeld: 'Another row of this record is held',
  OtherStream: 'The row would belong to another stream',
  BeingUndone: 'The import of this row is being undone',
  SystemTakenOver: 'The system was taken over',
  CellsUnusable: 'The cells cannot be used so',
  ReasonUnusable: 'Say why',
};

function problemsOf(decided: Decided, reference: string | null): Problem[] {
  const message = decided.message ?? 'Load the page again, and look at what has become of it.';
  const atReference: Problem['field'] = reference === null ? 'row' : { column: reference };
  switch (decided.__typename) {
    case 'StillQuarantined':
    case 'FaultsRemain':
      return (decided.faults ?? []).map(faultProblem);
    case 'ReasonUnusable':
      return [{ says: message, field: 'reason' }];
    case 'RecordHeld':
      return [{ says: heldWords(message), field: atReference }];
    case 'WouldBeLeftOut':
      return [{ says: leftOutWords(decided.leftOutFor), field: 'row' }];
    case 'AmendedAlready':
      return [{ says: alreadyWords(decided.decided ?? null), field: 'row' }];
    case 'OtherStream':
      return [
        {
          says: 'You are not cleared for the stream that it would belong to. Ask somebody who is cleared for both.',
          field: 'row',
        },
      ];
    case 'BeingUndone':
      return [{ says: 'The row goes with its import. There is nothing left to decide.', field: 'row' }];
    default:
      return [{ says: message, field: 'row' }];
  }
}

function faultProblem({ column, code }: Reason): Problem {
  const { title, todo } = faultWords(code);
  return { says: `${title}. ${todo}`, field: column === null ? 'row' : { column } };
}

/** The gateway speaks of runs, as programs do. */
const heldWords = (message: string): string => message.replaceAll(/\brun (\d)/g, 'import $1');

const leftOutWords = (why: string | undefined): string =>
  `Corrected so, it would be left out${why === undefined ? '' : ` (${why.replace(/\.$/, '')})`}. If that is right, say below that it need not be counted.`;

const alreadyWords = (decided: DecidedBefore | null): string =>
  decided === null
    ? 'There is nothing to take back any more. Load the page again, and look at what has become of the row.'
    : `${decidedWords(decided)} Nothing of yours was done; what you typed is still here.`;
