import { FileRefused } from '../../record';
import { type Line, LONGEST_LINE_BYTES, NUL_SIGN } from '../text/lines';
import { isSeparatorLine } from './dialect';
import { OpenRecord } from './open-record';
import { hasSwallowed, isStray, mendedCells, type Shape } from './stray-quotes';

/** One record of a file: its cells, and where it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether the file ends in it, without a line end. */
  readonly isOpen: boolean;
}

/** Reads lines as records. One whose quotes do not fit costs no more than itself: the lines that follow it are read anew. */
export class CsvRecords {
  /** The lines of a record of which the end has not come. */
  private begun: Line[] = [];
  private characters = 0;
  private record: OpenRecord;
  /** The line in which the quoted cell begins that is open. */
  private openFrom = 0;
  width: number | null = null;

  constructor(private readonly separator: string) {
    this.record = new OpenRecord(separator);
  }

  /**
   * The records that end with this line. Throws `FileRefused`: FILE_CUT_OFF where a quoted cell never ends, MALFORMED_CSV
   * for a line longer than any record.
   */
  add(line: Line): CsvRecord[] {
    const records: CsvRecord[] = [];
    const waiting = [line];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      this.take(next, { records, waiting });
    }
    return records;
  }

  /** The records that the end of the file ends. Throws `FileRefused` FILE_CUT_OFF where a quoted cell never does. */
  end(): CsvRecord[] {
    const records: CsvRecord[] = [];
    const waiting: Line[] = [];
    while (this.begun.length > 0) {
      this.giveUp({ records, waiting });
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
        this.take(next, { records, waiting });
    }
    return records;
  }

  /** Takes one line; `waiting` gets those that have to be read anew, the last first. */
  private take(line: Line, to: Target): void {
    if (line.isCut) refuseEndless(line);
    const isFirst = this.begun.length === 0;
    if (isFirst && isSeparatorLine(line.text)) return;
    const cellsBefore = this.record.cells.length;
    const progress = this.record.read(isFirst ? line.text : line.gap + line.text);
    if (progress === 'whole' && isFirst) {
      to.records.push(recordOf(line, this.record.cells));
      this.record = new OpenRecord(this.separator);
      return;
    }
    this.begun.push(line);
    this.characters += line.gap.length + line.text.length;
    if (isFirst || this.record.cells.length > cellsBefore) this.openFrom = line.number;
    if (progress === 'malformed') this.mend(to);
    else if (progress === 'whole') this.finish(to);
    else if (this.characters > LONGEST_LINE_BYTES) this.giveUp(to);
  }

  private get shape(): Shape {
    return { separator: this.separator, width: this.width };
  }

  private finish({ records, waiting }: Target): void {
    if (hasSwallowed(this.begun, this.shape)) {
      this.mend({ records, waiting });
      return;
    }
    const [first] = this.begun;
    const last = this.begun.at(-1);
    if (first) records.push({ ...recordOf(first, this.record.cells), isOpen: last?.isOpen ?? false });
    this.restart();
  }

  /** Reads the first line by itself, and those after it anew. */
  private mend({ records, waiting }: Target): void {
    const [first, ...others] = this.begun;
    if (first) records.push(recordOf(first, mendedCells(first.text, this.shape)));
    waiting.push(...others.reverse());
    this.restart();
  }

  private giveUp(to: Target): void {
    if (isStray(this.begun, this.shape)) {
      this.mend(to);
      return;
    }
    throw new FileRefused(
      'FILE_CUT_OFF',
      `The file is cut off inside a quoted cell: the cell that begins in line ${this.openFrom} is not closed. ` +
        'Export the file again and check that it was copied whole.',
    );
  }

  private restart(): void {
    this.begun = [];
    this.characters = 0;
    this.record = new OpenRecord(this.separator);
  }
}

interface Target {
  readonly records: CsvRecord[];
  readonly waiting: Line[];
}

const recordOf = ({ number: line, isOpen }: Line, cells: readonly string[]): CsvRecord => ({
  line,
  cells,
  isOpen,
});

/** What was not written to its end may have NUL bytes for the rest: a row that is damaged, however many they are. */
function refuseEndless({ text }: Line): void {
  if (text.startsWith(NUL_SIGN)) return;
  throw new FileRefused(
    'MALFORMED_CSV',
    'The file has a line longer than 1 MiB, which no export of this source has. Check that the right file was chosen.',
  );
}
