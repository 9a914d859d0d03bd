import type { MappedRow, RawRow } from '../../imports/record';
import type { Hashed, Source } from '../../imports/source';

/** What shows while a file's rows pass, and in none of its counts and faults. */
export interface Seen {
  /** Rows of the file so far, those that are no record of anything included. */
  readonly rows: number;
  /** Rows left out, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Whether the file has a `Total` line. */
  readonly hasTotal: boolean;
  /** The line of a row with which the file breaks off; null where it does not. */
  readonly cutOffLine: number | null;
}

/** The same source, and what is seen of the file that is read with it. For one import. */
export function watchRows<Record extends Hashed>(
  source: Source<Record>,
): { readonly source: Source<Record>; readonly seen: Seen } {
  const leftOut = new Map<string, number>();
  const seen: { -readonly [Name in keyof Seen]: Seen[Name] } = {
    ...{ leftOut, rows: 0, hasTotal: false, cutOffLine: null },
  };
  const note = ({ line, ragged }: RawRow, mapped: MappedRow<Record>): void => {
    seen.rows += 1;
    if (mapped.kind === 'noRow') seen.hasTotal ||= mapped.controlTotal !== undefined;
    else if (ragged?.isCutOff) seen.cutOffLine = line;
    if (mapped.kind === 'leftOut') leftOut.set(mapped.reason, (leftOut.get(mapped.reason) ?? 0) + 1);
  };
  return {
    source: {
      ...source,
      map(row, facts) {
        const mapped = source.map(row, facts);
        note(row, mapped);
        return mapped;
      },
    },
    seen,
  };
}
