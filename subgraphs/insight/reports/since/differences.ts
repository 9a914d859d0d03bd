import type { CountingContext } from '../../context';
import { MEASURES, type Measure } from '../../figures/catalogue/measure-catalogue';
import type { ReportContent } from '../content';
import { type AskedCell, askedCell, valuesNow } from './asked-cells';
import { type Cause, type Compared, causesOf } from './causes';
import type { CellSides } from './cell-sql';
import { countChanges, NO_CHANGES, type Since } from './count-changes';
import { type DifferingLoader, differingLoader } from './list-records';
import { movedServices, readNamesSince } from './names-then';
import { readRecordingSince } from './recording-since';
import { reportedCells } from './reported-cells';

/** A figure that is another now than it was reported, or is the same of other records, and why. */
export interface Difference extends Compared {
  readonly causes: readonly Cause[];
  /** What its records are looked for with. */
  readonly since: Since;
  readonly listed: DifferingLoader;
}

/** What a frozen report says of its figures, and which transactions they were counted from. */
export interface FrozenFigures {
  readonly content: Pick<ReportContent, 'sections'>;
  readonly snapshot: string;
  /** Only these cells; null for all. */
  readonly cells?: readonly string[] | null;
}

/**
 * Every figure of a frozen report that is another now, or is the same of other records, in the order of the report. Each is
 * counted anew, and beside that what came and what went is found in the history of the facts: what the one does not account
 * for the other says.
 */
export async function differencesSince(
  context: CountingContext,
  { content, snapshot, cells = null }: FrozenFigures,
): Promise<readonly Difference[]> {
  const { transaction } = context;
  const { known } = await context.reference();
  const names = await readNamesSince(transaction, snapshot);
  const recording = await readRecordingSince(transaction, snapshot);
  const since = { snapshot, movedServices: movedServices(known, names) };
  const listed = differingLoader(transaction, since);
  const asked: AskedCell[] = [];
  const reported = reportedCells(content).filter(({ cell: { id } }) => cells?.includes(id) ?? true);
  for (const cell of reported) asked.push(await askedCell(context, cell, names));
  const counted = await changesOf(context, asked, since);
  const values = await valuesNow(context, asked);
  const differences: Difference[] = [];
  for (const cell of asked) {
    const compared = { asked: cell, changes: counted.get(cell) ?? NO_CHANGES, now: values.get(cell) ?? null };
    const causes = causesOf(compared, { names, recording });
    if (isDifferent(compared, causes)) differences.push({ ...compared, causes, since, listed });
  }
  return differences;
}

async function changesOf({ transaction }: CountingContext, asked: readonly AskedCell[], since: Since) {
  const sided = asked.flatMap((cell) => {
    const sides = sidesOf(cell);
    return sides === null ? [] : [{ cell, sides }];
  });
  const counted = await countChanges(
    transaction,
    sided.map(({ sides }) => sides),
    since,
  );
  return new Map(sided.map(({ cell }, place) => [cell, counted[place] ?? NO_CHANGES]));
}

/** A cell as its records are looked for; null where no measure says what to look for. */
export const sidesOf = ({ measure, was, now }: AskedCell): CellSides | null =>
  measure === null ? null : { measure, was, now };

/** Names that changed, and make no figure another, are no difference. */
const isDifferent = ({ asked: { cell, measure }, now }: Compared, causes: readonly Cause[]): boolean =>
  causes.some(({ kind }) => kind !== 'NAMES') || isAnother(cell, now, measure);

/** A share of the same counts is the same share, however it is rounded. */
function isAnother(then: AskedCell['cell'], now: Compared['now'], measure: Measure | null): boolean {
  if ((then.state === 'TOLD') !== (now !== null)) return true;
  if (now === null) return false;
  const isDivided = measure !== null && MEASURES[measure].kind === 'rate';
  if (isDivided) return then.numerator !== now.numerator || then.denominator !== now.denominator;
  return then.value !== now.value;
}
