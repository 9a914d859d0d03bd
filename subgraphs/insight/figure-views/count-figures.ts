import type { Clock } from '../../../platform/config/clock';
import type { Identity } from '../../../platform/identity/identity';
import { type FigureSet, figureRowId } from '../../../platform/records/record-set';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { CountingContext } from '../context';
import { askedFor } from '../figures/asked-figures';
import { MEASURE_NAMES } from '../figures/catalogue/measure-catalogue';
import { type MeasureRow, measures } from '../figures/measures';
import { readReference } from '../figures/reference';
import { FIELDS } from '../figures/stage-dimensions';
import { dimensionsOfSet } from './figure-columns';

/** Whose figures the views tell: logins of tools are made for analysts alone. */
const ANALYST: Identity = {
  ...{ subject: 'figure-views', role: 'analyst', partner: null },
  ...{ scopes: [], streams: [], services: [] },
};

const EVERY_MEASURE = askedFor(MEASURE_NAMES);

/** A set of figures, each row with the id by which it is found again. */
export interface CountedFigures {
  readonly asAt: string;
  readonly rows: readonly { readonly id: string; readonly figures: MeasureRow }[];
}

/** Counts a set of figures as the graph does for an analyst, in a transaction of theirs; nothing that was counted before is told again. */
export async function countFigures(
  transaction: Transaction,
  { set, clock }: { readonly set: FigureSet; readonly clock: Clock },
): Promise<CountedFigures> {
  const by = dimensionsOfSet(set);
  const known = await readReference(transaction, { clock, isPartner: false });
  // An answer that is kept for a minute would stand here for as long as nothing changes.
  const reference: CountingContext['reference'] = async () => ({ ...known, snapshot: null });
  const { asAt, rows } = await measures(
    { identity: ANALYST, clock, transaction, reference },
    { by, asked: EVERY_MEASURE },
  );
  const idOf = (row: MeasureRow) => figureRowId(by.map((dimension) => row[FIELDS[dimension]]));
  return { asAt, rows: rows.map((row) => ({ id: idOf(row), figures: row })) };
}
