import DataLoader from 'dataloader';
import type { Day } from '../../domain/calendar/day';
import type { OperationContext } from '../../platform/server/subgraph';
import { amendmentsOf, amendmentsOfCopies, amendmentsOfRows } from './amendments/amendment';
import { type JudgeRow, withoutJudge } from './amendments/row-to-judge';
import { duplicatesOfRecord } from './duplicates/likely-duplicates';
import { type Cell, cellsLoader, copyCellsLoader } from './faults/cells';
import { openFaultsLoader } from './faults/open-faults';
import { type ListedRow, quarantinedRowsOf } from './faults/quarantine';
import type { CountedCells } from './faults/tallies';
import { type ByRecord, type LineageLoaders, lineageLoaders } from './lineage/loaders';
import { type WrittenSince, writtenSinceLoader } from './lineage/written-since';
import { type Catalogue, withoutCatalogue } from './lists/catalogue';
import { type ListedRun, runLoader } from './runs/list-runs';
import type { AmendmentRow } from './tables/amendments';
import type { LikelyDuplicateRow } from './tables/duplicates';
import { takenOverDays } from './take-over/taken-over';

/** What intake adds to an operation. */
export interface Loaders {
  /** The cells of a quarantined row by its id; each reading is recorded. */
  readonly cells: DataLoader<string, Cell[] | null>;
  /** The cells of a conflicting copy by the id of its fault; each reading is recorded. */
  readonly copyCells: DataLoader<string, Cell[] | null>;
  /** What people decided about a copy, by the id of its fault. */
  readonly amendmentsOfCopy: DataLoader<string, AmendmentRow[]>;
  /** What people decided about a quarantined row. */
  readonly amendmentsOfRow: DataLoader<string, AmendmentRow[]>;
  /** How many open faults touch a figure, by the figure's id. */
  readonly openFaults: DataLoader<string, number | null>;
  /** What was counted of faults and of quarantined rows. */
  readonly countedCells: CountedCells;
  /** An import by its number. */
  readonly runs: DataLoader<number, ListedRun | null>;
  /** Where a record came from. */
  readonly lineage: LineageLoaders;
  /** What wrote a record of a reported figure since the report was frozen, by the id that insight gives it. */
  readonly writtenSince: WrittenSince;
  /** What may be the same matter as a record, as far as the caller may see both; the likeliest first. */
  readonly duplicates: ByRecord<LikelyDuplicateRow[]>;
  /** A decision by its number; null where the caller may not see it. */
  readonly amendments: DataLoader<number, AmendmentRow | null>;
  /** A quarantined row by its id; null where the caller may not see it. */
  readonly quarantined: DataLoader<string, ListedRow | null>;
  /** The day on which a system was taken over, by its name; null of one that was not. */
  readonly takenOverOn: DataLoader<string, Day | null>;
  /** Judges rows that people correct. */
  readonly judge: JudgeRow;
  /** What the importers say of themselves; null without any. */
  readonly catalogue: Catalogue | null;
}

/** What the program that starts intake hands over of the importers. */
type Importers = Pick<Loaders, 'judge' | 'catalogue'>;

export type Context = OperationContext & Loaders;

/** Made anew for each operation. Without importers nothing can be corrected, and nothing is known of them. */
export const operation = (
  context: OperationContext,
  { judge, catalogue }: Importers = { judge: withoutJudge, catalogue: withoutCatalogue },
): Loaders => ({
  cells: cellsLoader(context),
  copyCells: copyCellsLoader(context),
  amendmentsOfCopy: new DataLoader((ids) => amendmentsOfCopies(context.transaction, ids)),
  amendmentsOfRow: new DataLoader((rowIds) => amendmentsOfRows(context.transaction, rowIds)),
  openFaults: openFaultsLoader(context),
  countedCells: new Map(),
  runs: runLoader(context),
  lineage: lineageLoaders(context),
  writtenSince: writtenSinceLoader(context),
  duplicates: duplicatesOfRecord(context),
  amendments: new DataLoader((ids) => amendmentsOf(context.transaction, ids)),
  quarantined: new DataLoader((ids) => quarantinedRowsOf(context, ids)),
  takenOverOn: new DataLoader((names) => takenOverDays(context.transaction, names)),
  judge,
  catalogue,
});
