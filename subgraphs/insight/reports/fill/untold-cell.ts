import type { CellState, ReportCell } from '../content';

/** Why a cell holds nothing. */
export type Untold = Exclude<CellState, 'TOLD'>;

/** How people read a cell that holds no figure. */
const STATE_WORDS: Readonly<Record<Untold, string>> = {
  NOT_RECORDED: 'not recorded',
  NOT_YET: 'not yet',
  SUPPRESSED: 'too few to show',
  BLANK: 'to be filled in',
  EMPTY: '',
};

/** A cell that holds nothing, of the reason why. */
export const untoldCell = (id: string, state: Untold, missing: string | null = null): ReportCell => ({
  ...{ id, state, text: STATE_WORDS[state], missing, question: null },
  ...{ value: null, numerator: null, denominator: null, rag: null, direction: null },
});
