import { londonDayOf } from '../../../domain/calendar/day';
import type { Refused } from '../../../platform/server/refusal';
import type { QuarantineReason } from '../__generated__/resolver-types';
import type { Context } from '../context';
import type { RunFault } from '../load/types';
import { namesInForce } from '../names/names';
import type { AmendmentRow } from '../tables/amendments';
import { systemTakenOver } from '../take-over/taken-over';
import { saysTheSame } from './amendment';
import { heldInTheWay } from './held-row';
import { cellsUnusable, faultsRemain, otherStream, stillQuarantined, wouldBeLeftOut } from './refusals';
import type { Judgement, RowToJudge } from './row-to-judge';

const MOST_CHARACTERS = 100_000;

/** Cells as a caller sends them. */
export type GivenCells = readonly { readonly column: string; readonly value: string }[];

/** Cells by their columns, or why they cannot be used. */
function readCells(given: GivenCells): Readonly<Record<string, string>> | Refused<'CellsUnusable'> {
  const cells = new Map(given.map(({ column, value }) => [column, value]));
  if (given.length === 0)
    return cellsUnusable('Give at least one cell, with its column and what it should read.');
  if (cells.size < given.length) return cellsUnusable('A column is given twice. Give each once.');
  if (given.some(({ column, value }) => column.length + value.length > MOST_CHARACTERS))
    return cellsUnusable(`A cell holds more than ${MOST_CHARACTERS} characters.`);
  if (given.some(({ column, value }) => `${column}${value}`.includes('\0')))
    return cellsUnusable('A cell holds a character (NUL) that no row can have.');
  return Object.fromEntries(cells);
}

/** Why a row, corrected so, cannot be taken. */
export type CorrectionRefused =
  | Refused<'CellsUnusable' | 'RecordHeld' | 'OtherStream' | 'SystemTakenOver'>
  | ReturnType<typeof stillQuarantined | typeof faultsRemain | typeof wouldBeLeftOut>;

/**
 * Judges a correction as if the row had come so. Null where it can be taken: then it would be counted (no row
 * that is held stands in its way), has no fault that was not accepted, and belongs to nobody whom the caller is not
 * cleared for.
 */
async function judgeCorrection(
  context: Context,
  row: RowToJudge,
  acceptFaults: readonly string[],
): Promise<CorrectionRefused | null> {
  const { transaction, clock, judge, identity } = context;
  const facts = { today: londonDayOf(clock.now()), names: await namesInForce(transaction) };
  const judged = judge(row, facts);
  if (judged.kind !== 'taken') return notTaken(judged);
  const { owner, held, faults } = judged;
  const isCleared = identity.role === 'admin' || (owner !== null && identity.streams.includes(owner));
  if (!isCleared) return otherStream;
  const accepted = new Set(acceptFaults);
  const remaining = faults.filter(({ code }) => !accepted.has(code));
  if (remaining.length > 0) return faultsRemain(remaining.map(asReason));
  return heldInTheWay(transaction, row.source, held);
}

/** A request to correct a row of any kind. */
export interface CorrectionRequest {
  readonly cells: GivenCells;
  readonly reason: string;
  readonly acceptFaults?: readonly string[] | null | undefined;
}

/** A row to be corrected, with what accepting its correction takes. */
type Target = Pick<RowToJudge, 'source' | 'line' | 'raw'> & {
  readonly reasons?: readonly { readonly code: string }[];
};

/** What a correction decides, beside its reason. */
export interface Correction {
  readonly cells: Readonly<Record<string, string>>;
  readonly acceptedFaults: readonly string[];
}

/**
 * Corrects a row: `open` finds it or says why not (its argument recognises the same correction made again), and `accept`
 * keeps the decision once the corrected row can be taken.
 */
export async function correct<Found extends Target, Other>(
  context: Context,
  { cells: given, acceptFaults }: CorrectionRequest,
  {
    open,
    accept,
  }: {
    open(isSame: (before: AmendmentRow) => boolean): Promise<Other | { readonly target: Found }>;
    accept(target: Found, correction: Correction): Promise<Other>;
  },
): Promise<Other | CorrectionRefused> {
  const cells = readCells(given);
  if (isRefusal(cells)) return cells;
  const found = await open((before) => saysTheSame(before.cells, cells));
  if (!isFound(found)) return found;
  const { source, line, raw, reasons } = found.target;
  const gone = await systemTakenOver(context.transaction, source);
  if (gone !== null) return gone;
  const isRagged = hasRaggedReason(reasons);
  const acceptedFaults = acceptFaults ?? [];
  const refusal = await judgeCorrection(context, { source, line, raw, cells, isRagged }, acceptedFaults);
  return refusal ?? accept(found.target, { cells, acceptedFaults });
}

const RAGGED: ReadonlySet<unknown> = new Set(['ROW_TOO_SHORT', 'ROW_TOO_LONG']);

/** Reasons are what importers listed; a copy has none. */
const hasRaggedReason = (reasons: readonly { readonly code: string }[] = []): boolean =>
  reasons.some(({ code }) => RAGGED.has(code));

const isRefusal = (
  cells: Readonly<Record<string, string>> | Refused<'CellsUnusable'>,
): cells is Refused<'CellsUnusable'> => '__typename' in cells;

const isFound = <Found, Other>(
  found: Other | { readonly target: Found },
): found is { readonly target: Found } => typeof found === 'object' && found !== null && 'target' in found;

function notTaken(judged: Exclude<Judgement, { kind: 'taken' }>): CorrectionRefused {
  switch (judged.kind) {
    case 'unknownColumns': {
      const known = judged.known.length > 0 ? ` There are: ${judged.known.join(', ')}.` : '';
      return cellsUnusable(`The row can have no column ${judged.unknown.map(printable).join(', ')}.${known}`);
    }
    case 'incomplete':
      return cellsUnusable(
        `The row has not as many cells as it should, so that none can be trusted: give all of them. Missing: ${judged.missing.join(', ')}.`,
      );
    case 'unreadable':
      return cellsUnusable(judged.message);
    case 'leftOut':
      return wouldBeLeftOut(judged.reason);
    case 'quarantined':
      return stillQuarantined(judged.faults.map(asReason));
  }
}

const printable = (column: string): string => JSON.stringify(column.slice(0, 60));

const asReason = ({ column, code, value, action }: RunFault): QuarantineReason => ({
  column,
  code,
  value,
  action,
});
