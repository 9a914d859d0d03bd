import DataLoader from 'dataloader';
import type { OperationContext } from '../../platform/server/subgraph';
import { amendmentsOfRows } from './amendments/amendment';
import { type JudgeRow, withoutJudge } from './amendments/judge';
import { type Cell, cellsLoader } from './faults/cells';
import type { AmendmentRow } from './tables/amendments';

/** What intake adds to an operation. */
export interface Loaders {
  /** The cells of a quarantined row by its id; each reading is recorded. */
  readonly cells: DataLoader<string, Cell[] | null>;
  /** What people decided about a quarantined row. */
  readonly amendmentsOfRow: DataLoader<string, AmendmentRow[]>;
  /** Judges rows that people correct. */
  readonly judge: JudgeRow;
}

export type Context = OperationContext & Loaders;

/** Made anew for each operation. Without `judge` nothing can be corrected. */
export const operation = (context: OperationContext, judge: JudgeRow = withoutJudge): Loaders => ({
  cells: cellsLoader(context),
  amendmentsOfRow: new DataLoader((rowIds) => amendmentsOfRows(context.transaction, rowIds)),
  judge,
});
