import { NUL_SIGN } from '../formats/text/lines';
import type { Fault, MappedRow, RawRow } from '../record';
import type { Hashed, Source } from '../source';
import { excerpt } from './printable';

/** Faults that a row of any source can have, and what is done about each. */
const UNSOUND_CELLS = {
  NUL_BYTES: `Quarantined: the row has NUL bytes in it (shown as ${NUL_SIGN}), so part of it is lost. Export it again, or correct it.`,
  LOOKS_WRONGLY_DECODED:
    'Kept as it came: it looks like text that was read in a wrong encoding on its way. Correct it in the system it comes from.',
} as const;

/**
 * What UTF-8 looks like that was read as Windows-1252 ("Â£", "cafÃ©", "â€“", a byte order mark, an emoji), and the sign for
 * a character that could not be read.
 */
const WRONGLY_DECODED =
  /\ufffd|[ÂÃÄÅ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|ï»¿|ï¿½|ðŸ/;

/** The same source; cells that were damaged on their way are told, whatever else is in the row. */
export function watchingCells<Record extends Hashed>(source: Source<Record>): Source<Record> {
  return {
    ...source,
    faults: { ...source.faults, ...UNSOUND_CELLS },
    map(row, facts) {
      const mapped = source.map(row, facts);
      const holding = (sign: RegExp | string) =>
        Object.keys(row.cells).filter((column) => (row.cells[column] ?? '').search(sign) >= 0);
      if (isAnywhere(row, (cell) => cell.includes(NUL_SIGN)))
        return damaged(mapped, { source, faults: faultsOf(holding(NUL_SIGN), 'NUL_BYTES', { row, source }) });
      if (mapped.kind === 'noRow' || !isAnywhere(row, (cell) => WRONGLY_DECODED.test(cell))) return mapped;
      const noted = faultsOf(holding(WRONGLY_DECODED), 'LOOKS_WRONGLY_DECODED', { row, source });
      return { ...mapped, faults: [...mapped.faults, ...noted] };
    },
  };
}

/** Most rows have nothing of the kind: they are passed over without a list being made of them. */
function isAnywhere({ cells, ragged }: RawRow, test: (cell: string) => boolean): boolean {
  for (const column in cells) if (test(cells[column] ?? '')) return true;
  return ragged?.beyond.some(test) ?? false;
}

/** A row that is damaged is in quarantine, whatever could be read of it. */
function damaged<Record extends Hashed>(
  mapped: MappedRow<Record>,
  { source, faults }: { source: Pick<Source<Record>, 'place'>; faults: readonly Fault[] },
): MappedRow<Record> {
  const owner = ownerOf(mapped, source);
  return { kind: 'quarantined', faults, ...(owner === undefined || owner === null ? {} : { owner }) };
}

function ownerOf<Record extends Hashed>(
  mapped: MappedRow<Record>,
  { place }: Pick<Source<Record>, 'place'>,
): string | null | undefined {
  if (mapped.kind === 'noRow') return undefined;
  if (mapped.kind !== 'taken') return mapped.owner;
  const { keeper, owner } = place(mapped.record);
  return owner === undefined ? keeper : owner;
}

/** The path of a value in a record of JSON lines; the keys of a file may be anything that somebody wrote. */
const COLUMN = /^[\p{L}_(][\p{L}\p{N}_.[\]() -]{0,99}$/u;

function faultsOf(
  columns: readonly string[],
  code: keyof typeof UNSOUND_CELLS,
  { row, source }: { row: RawRow; source: Pick<Source<Hashed>, 'personalColumns'> },
): Fault[] {
  const found = columns.length > 0 ? columns : [null];
  return found.map((path) => {
    const column = path !== null && COLUMN.test(path) ? path : null;
    const isShown = column !== null && !source.personalColumns.has(column.replace(/\[\d+\]/g, '[]'));
    return {
      line: row.line,
      column,
      code,
      value: isShown ? excerpt(row.cells[column] ?? '') : null,
      action: UNSOUND_CELLS[code],
    };
  });
}
