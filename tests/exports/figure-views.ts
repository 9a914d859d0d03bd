import { figureSets } from '../../contracts/figure-sets';
import { fieldOf } from '../../gateway/exports/figures';
import { type FigureSet, viewOf } from '../../platform/records/record-set';
import { inTransaction } from '../../platform/transaction/transaction';
import type { RunningProduct } from '../../scripts/testing/running-product';

export type Row = Readonly<Record<string, unknown>>;

/** What stands in a view of figures beside what the graph tells. */
const BESIDE = ['id', 'as_at', 'counted_at', 'is_current'];

const asked = (set: FigureSet, columns: readonly string[]): string =>
  `{ measures(by: [${set.by.join(', ')}]) { rows {
    ${columns.map((column) => `${column}: ${fieldOf(column)}`).join(' ')} } } }`;

/** A set's rows as the graph tells them to an analyst, with the columns of its view, by id. */
export async function figuresTold(
  { ask }: Pick<RunningProduct, 'ask'>,
  set: FigureSet,
  columns: readonly string[],
): Promise<Map<string, Row>> {
  const figures = columns.filter((column) => !BESIDE.includes(column));
  const { data } = await ask<{ measures: { rows: Row[] } }>('analyst', asked(set, figures));
  const idOf = (row: Row) =>
    figures
      .slice(0, set.by.length)
      .map((column) => row[column] ?? '-')
      .join(':');
  return new Map(data.measures.rows.map((row) => [idOf(row), row]));
}

/** The rows of a view without what stands beside the figures, by id. */
export const figuresShown = (rows: readonly Row[]): Map<string, Row> =>
  new Map(
    rows.map((row) => [
      String(row.id),
      Object.fromEntries(Object.entries(row).filter(([column]) => !BESIDE.includes(column))),
    ]),
  );

/** A sentence for each view of figures that says it is current and tells something else than the graph. */
export async function wrongViews(product: Pick<RunningProduct, 'ask' | 'schemas'>): Promise<string[]> {
  const wrong: string[] = [];
  for (const set of figureSets) {
    const rows = await readAsAnalyst(product, set);
    if (rows.length === 0 || rows.some(({ is_current }) => is_current !== true)) continue;
    const told = await figuresTold(product, set, Object.keys(rows[0] ?? {}));
    if (sorted(figuresShown(rows)) !== sorted(told)) wrong.push(`${viewOf(set)} tells other figures`);
  }
  return wrong;
}

const readAsAnalyst = ({ schemas }: Pick<RunningProduct, 'schemas'>, set: FigureSet): Promise<Row[]> =>
  inTransaction(schemas.of('insight'), { subject: 'test', role: 'analyst' }, ({ query }) =>
    query<Row>(`select * from ${viewOf(set)}`),
  );

const sorted = (rows: ReadonlyMap<string, Row>): string => JSON.stringify([...rows].sort());
