import type { ControlTotal, Load, StagedRow } from '../../subgraphs/intake/subgraph';
import { contentHash } from '../cells/content-hash';
import { AmericanDays } from '../kit/american-days';
import { daysSaid } from '../kit/days-said';
import type { MappedRow, RawRow } from '../record';
import type { Facts, Hashed, Source } from '../source';
import { keptRow } from './keep-people-out';

export interface FileToStage<Record extends Hashed> {
  readonly source: Source<Record>;
  readonly facts: Facts;
  readonly file: string;
  readonly maximumBytes: number;
}

/** What only the whole file says. */
export interface StagedFile {
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** The last one, should there be several; null where the file has none. */
  readonly controlTotal: ControlTotal | null;
  /** Whether it seems to be cut off: its end is not what its source's files end with. */
  readonly isCutOff: boolean;
  /** What to look at in the file before it is trusted, in words for the complaints team. */
  readonly notes: readonly string[];
}

/**
 * Reads a file to its end and stages its rows, batch by batch: while one is written the next is read and mapped, and
 * no more than these two are in memory. Throws `FileRefused`, which may be after many batches: nothing of them stays.
 */
export async function stageFile<Record extends Hashed>(
  load: Pick<Load, 'stageRows' | 'gone'>,
  { source, facts, file, maximumBytes }: FileToStage<Record>,
): Promise<StagedFile> {
  const reading = source.read({ file, maximumBytes });
  const gone = await load.gone();
  let controlTotal: ControlTotal | null = null;
  const american = new AmericanDays();
  let isShort = false;
  let writing: Promise<void> = Promise.resolve();
  for await (const rows of reading) {
    const staged: StagedRow[] = [];
    for (const row of rows) {
      if (row.ragged?.isCutOff) isShort = true;
      american.see(row);
      const mapped = withSheet(source.map(row, facts), row);
      if (mapped.kind !== 'noRow') staged.push(keptRow(stagedRow(row, mapped, source, facts), source, gone));
      else if (mapped.controlTotal) controlTotal = { ...mapped.controlTotal, line: row.line };
    }
    await writing;
    writing = load.stageRows(staged);
    // Awaited in the next round; a failure meanwhile must not count as unhandled.
    writing.catch(() => undefined);
  }
  await writing;
  const lacksTotal = source.endsWithTotal === true && controlTotal === null;
  const notes = [...reading.notes(), ...american.notes()];
  return { sha256: reading.sha256(), controlTotal, isCutOff: isShort || lacksTotal, notes };
}

/** Lines of several sheets have the same numbers: a fault says on which sheet it is. */
function withSheet<Record>(mapped: MappedRow<Record>, { sheet }: RawRow): MappedRow<Record> {
  if (sheet === undefined || mapped.kind === 'noRow') return mapped;
  return {
    ...mapped,
    faults: mapped.faults.map((fault) => ({ ...fault, action: onSheet(fault.action, sheet) })),
  };
}

const onSheet = (action: string, sheet: string): string => `${action} (Sheet "${sheet}".)`;

/** A row that its source has mapped, as it is staged. */
export function stagedRow<Record extends Hashed>(
  row: RawRow,
  mapped: Exclude<MappedRow<Record>, { kind: 'noRow' }>,
  source: Pick<Source<Record>, 'place' | 'owner' | 'receivedColumns'>,
  facts: Pick<Facts, 'today'>,
): StagedRow {
  const { line } = row;
  const raw = asItCame(row);
  if (mapped.kind !== 'taken')
    return {
      ...{ owner: source.owner ?? null, ...mapped, line, raw, contentHash: hashOf(row) },
      days: daysSaid(row, source, facts),
    };
  const { kind, identity, lastUpdated, record, faults } = mapped;
  const { kept, ...placement } = source.place(record);
  const { contentHash } = record;
  return { kind, line, raw, contentHash, faults, identity, lastUpdated, ...placement, record: kept };
}

/** Under this name the cells past the header's last column are kept. */
const BEYOND = '(beyond the last column)';

/** And under this the sheet's, of a workbook of which several are read. */
const SHEET = '(sheet)';

const asItCame = ({ cells, ragged, sheet }: RawRow): object => ({
  ...cells,
  ...(ragged && ragged.beyond.length > 0 ? { [BEYOND]: ragged.beyond } : {}),
  ...(sheet === undefined ? {} : { [SHEET]: sheet }),
});

/** What a row that is no record is known by: all its cells. */
const hashOf = ({ cells, ragged }: RawRow): string =>
  contentHash([...Object.values(cells), ...(ragged?.beyond ?? [])]);
