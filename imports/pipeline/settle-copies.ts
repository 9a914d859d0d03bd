import type { Load, SettledCopy, VariedRecord } from '../../subgraphs/intake/subgraph';
import { reversed } from '../cells/compare-cells';
import { rawCells } from '../corrections';
import { compareRows } from '../kit/compare-rows';
import type { Facts, Hashed, Source } from '../source';

type Row = VariedRecord['rows'][number];
type Compare = (one: Row, other: Row) => ReturnType<typeof compareRows>;

/** Rows of one record that say the same: the most exact of them, and all. */
interface SameMeaning {
  readonly exact: Row;
  readonly rows: readonly Row[];
}

/**
 * Makes copies of the rows that say the same as another row of their record, though their texts differ. Few rows differ
 * from another of the same record, so that only those are compared.
 */
export async function settleCopies(
  load: Pick<Load, 'varied' | 'settle'>,
  { source, facts }: { readonly source: Source<Hashed>; readonly facts: Facts },
): Promise<void> {
  // However it is written, what identifies the record is the same in all of its rows.
  const identity = Object.fromEntries(source.identityColumns.map((column) => [column, () => true]));
  const by = { listed: { ...source.listed, ...identity }, names: facts.names };
  const compare: Compare = (one, other) =>
    compareRows({ one: rawCells(one.raw), other: rawCells(other.raw) }, by);
  for await (const records of load.varied()) {
    await load.settle(records.flatMap(({ rows }) => sameMeanings(rows, compare).flatMap(settled)));
  }
}

/** The rows by what they mean, the held one first: where another says just the same, that one stays. */
export function sameMeanings(rows: readonly Row[], compare: Compare): readonly SameMeaning[] {
  const found: SameMeaning[] = [];
  for (const row of rows) {
    const compared = found.map((same) => ({ same, is: reversed(compare(same.exact, row)) }));
    const place = compared.findIndex(({ is }) => is !== 'different');
    const match = compared[place];
    if (match === undefined) found.push({ exact: row, rows: [row] });
    else {
      const { exact, rows: others } = match.same;
      found[place] = { exact: match.is === 'more' ? row : exact, rows: [...others, row] };
    }
  }
  return found;
}

/** What becomes of the rows of the file among them. */
function settled({ exact, rows }: SameMeaning): SettledCopy[] {
  if (rows.length === 1) return [];
  const last = Math.max(...rows.map(({ ordinal }) => ordinal ?? 0));
  const isExacter = exact.ordinal !== null && rows.some(({ ordinal }) => ordinal === null);
  return rows.flatMap((row) =>
    row.ordinal === null
      ? []
      : [
          {
            ordinal: row.ordinal,
            contentHash: exact.contentHash,
            standsAt: last,
            isExact: row.contentHash === exact.contentHash,
            isExacter,
          },
        ],
  );
}
