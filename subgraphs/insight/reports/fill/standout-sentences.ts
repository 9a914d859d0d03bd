import { isNoise } from '../../../../domain/figures/figures';
import type { ReportCell } from '../content';
import type { Standouts } from '../definitions/definition';
import type { FilledTable } from './fill-table';

/** Fewer are too few to say that they rose: one complaint more would be a large part of them. */
const FEWEST = 10;

/**
 * A sentence of the rows of a table that rose by more than noise (`isNoise`), those that rose most first, with the figures that
 * the table tells of them.
 */
export function standoutSentence(
  { table: key, now, before, what }: Standouts,
  tables: readonly FilledTable[],
): string {
  const filled = tables.find(({ table }) => table.key === key);
  if (filled === undefined) throw new Error('A definition names a table that it does not hold');
  const { table, eachKeys } = filled;
  const risen = table.rows
    .filter((row) => eachKeys.has(row.key))
    .flatMap(({ label, cells }) => {
      const value = (column: string) => figureIn(cells, `/${column}`);
      const rise = riseOf(value(now), value(before));
      return rise === null ? [] : [{ label: `${label} (${value(before)} to ${value(now)})`, rise }];
    })
    .sort((one, other) => other.rise - one.rise);
  const heads = table.rowHead.toLowerCase();
  if (risen.length === 0) return `${what} rose by more than chance in no ${heads} against the year before.`;
  return `${what} rose by more than chance against the year before, most first: ${listed(risen.map(({ label }) => label))}.`;
}

const figureIn = (cells: readonly ReportCell[], ending: string): number | null =>
  cells.find(({ id }) => id.endsWith(ending))?.value ?? null;

/** By how many a count rose; null where it did not, or by no more than noise. */
function riseOf(now: number | null, before: number | null): number | null {
  if (now === null || before === null || now < FEWEST || now <= before) return null;
  return isNoise({ unit: 'COUNT', value: now }, { unit: 'COUNT', value: before }) ? null : now - before;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
