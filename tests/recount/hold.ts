/** One row that is taken, with what tells copies apart. */
export interface TakenRow<Record> {
  readonly identity: string;
  /** Equal for rows that say the same, spaces aside. */
  readonly content: string;
  /** When its system changed it last; null where none is kept, or none can be read. */
  readonly updated: string | null;
  readonly record: Record;
}

/** The rows that hold, by their identities. */
export type Held<Record> = ReadonlyMap<string, TakenRow<Record>>;

/** What becomes of a file's rows: `read` is `loaded`, `copies`, `leftOut` and `quarantined` together. */
export interface Counts {
  readonly read: number;
  readonly loaded: number;
  readonly updated: number;
  readonly copies: number;
  readonly leftOut: number;
  readonly quarantined: number;
}

/**
 * What holds after a file's rows, over what held before. Of one file's copies the newest holds, and of equally new ones the
 * later; over what held before it holds unless that says the same, or is newer.
 */
export function hold<Record>(
  rows: readonly TakenRow<Record>[],
  before: Held<Record> = new Map(),
): { held: Held<Record>; counts: Pick<Counts, 'loaded' | 'updated' | 'copies'> } {
  const newest = new Map<string, TakenRow<Record>>();
  for (const row of rows) if (isNoOlder(row, newest.get(row.identity))) newest.set(row.identity, row);
  const loads = [...newest.values()].filter((row) => {
    const other = before.get(row.identity);
    return other?.content !== row.content && isNoOlder(row, other);
  });
  const updated = loads.filter(({ identity }) => before.has(identity)).length;
  return {
    held: new Map([...before, ...loads.map((row) => [row.identity, row] as const)]),
    counts: { loaded: loads.length, updated, copies: rows.length - loads.length },
  };
}

const isNoOlder = (row: TakenRow<unknown>, other: TakenRow<unknown> | undefined): boolean =>
  (other?.updated ?? '') <= (row.updated ?? '');

/** All cells of a row without their spaces. */
export const contentOf = (cells: readonly string[]): string =>
  cells.map((cell) => cell.replace(/\s/g, '')).join('\n');

/** A line as it is compared with the importer's, which keeps a hash where the plain reading keeps what is said. */
export function withoutContent<Line extends object>(line: Line): Omit<Line, 'content'> {
  const { content: _, ...others } = { content: '', ...line };
  return others;
}
