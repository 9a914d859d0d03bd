import { copyKind, copyOf, copyRate } from './copies';
import { asLine, raggedLine } from './csv-lines';
import type { Dirt } from './dirt';
import { firstRow, laterRows, type MadeRow } from './made-row';
import { type Random, randomOf } from './random';
import { type Cells, COLUMNS } from './row';

/** What council to make up. The same request gives the same file, to the byte. */
export interface CouncilRequest {
  readonly seed: number;
  /** How many rows the file has, copies and rows left out among them; the header, blank lines and `Total` are none. */
  readonly rows: number;
  readonly dirt: Dirt;
  /** Whether the `Total` line tells another number than the file holds. */
  readonly wrongTotal?: boolean;
}

const BLOCK_LINES = 500;
const PLACES_SALT = 3;
/** A little more than the rows that a complaint has on average through its stages. */
const ROWS_PER_COMPLAINT = 1.4;
/** A prime greater than any number of complaints that is not a multiple of it. */
const STRIDE = 1_000_003;

/**
 * An export of the corporate system in blocks of text: a byte order mark, CRLF, a row for each stage. A complaint's
 * later stages come anywhere, before it or after; a row's copies anywhere after it. Memory does not grow with `rows`.
 */
export async function* generateCorporate(request: CouncilRequest): AsyncGenerator<string> {
  let block = `\ufeff${asLine(COLUMNS)}`;
  let lines = 0;
  for (const line of linesOf(request)) {
    block += line;
    lines += 1;
    if (lines % BLOCK_LINES !== 0) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

function* linesOf(request: CouncilRequest): Generator<string> {
  const { seed, rows, dirt, wrongTotal = false } = request;
  let written = 0;
  let stages = 0;
  for (const { random, row, isCopy } of rowsOf(request)) {
    if (written === rows) break;
    if (random.chance(dirt.noRow)) yield noRow(random);
    yield lineOf({ random, dirt, row });
    written += 1;
    if (row.fate === 'counts' && !isCopy) stages += 1;
  }
  const total = stages + (wrongTotal ? randomOf(seed).between(1, 9) : 0);
  yield asLine(COLUMNS.map((_, place) => ['Total', String(total)][place] ?? ''));
}

interface PlacedRow {
  readonly random: Random;
  readonly row: MadeRow;
  readonly isCopy: boolean;
}

/** Rows without end; the first of them, as many as were asked for, make the file. */
function* rowsOf(request: CouncilRequest): Generator<PlacedRow> {
  const { seed, rows, dirt } = request;
  const scattered = scatter(Math.floor(rows / (ROWS_PER_COMPLAINT + copyRate(dirt))));
  for (let index = 0; ; index += 1) {
    const random = randomOf(seed, PLACES_SALT, index);
    const first = firstRow(request, index);
    if (first !== null) yield { random, row: first, isCopy: false };
    for (const row of laterRows(request, scattered(index))) yield { random, row, isCopy: false };
    const copy = copyAt({ request, random, index, scattered });
    if (copy !== null) yield { random, row: copy, isCopy: true };
  }
}

/** Sends the numbers below `count` each to another below it, far from its own; leaves those from `count` on. */
function scatter(count: number): (index: number) => number {
  return (index) => (index < count ? (index * STRIDE + Math.floor(count / 3)) % count : index);
}

interface Place {
  readonly request: CouncilRequest;
  readonly random: Random;
  readonly index: number;
  scattered(index: number): number;
}

/** A copy of a row that was written here or anywhere before, if one is due here. */
function copyAt({ request, random, index, scattered }: Place): MadeRow | null {
  const kind = copyKind(random, request.dirt);
  if (kind === null) return null;
  const before = random.between(0, index);
  const [later] = random.chance(0.3) ? laterRows(request, scattered(before)) : [];
  const original = later ?? firstRow(request, before);
  if (original === null || original.fate !== 'counts') return null;
  return { ...original, cells: copyOf(random, original, kind) };
}

function lineOf({ random, dirt, row }: { random: Random; dirt: Dirt; row: MadeRow }): string {
  const cells = asList(row.cells);
  if (row.fate === 'ragged') return raggedLine(random, cells);
  // Blank cells past the last column are what spreadsheets leave.
  return asLine(random.chance(dirt.ragged) ? [...cells, '', ' '] : cells);
}

function noRow(random: Random): string {
  return random.pick([asLine(COLUMNS), '\r\n', asLine(COLUMNS.map(() => '')), ' , ,\r\n']);
}

function asList(cells: Cells): readonly string[] {
  return COLUMNS.map((column) => cells[column]);
}
