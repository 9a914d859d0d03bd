import { asLine, raggedLine } from '../csv-lines';
import type { Dirt } from '../dirt';
import { type Random, randomOf } from '../random';
import { ADULTS_HEADER, type AdultsCells, madeComplaint } from './made-complaint';
import { inWindows1252 } from './windows-1252';
import { NATURES, OUTCOMES } from './words';

/** What export of the adults' system to make up. The same request gives the same file, to the byte. */
export interface AdultsRequest {
  readonly seed: number;
  /** How many rows the file has, copies among them; the header and blank lines are none. */
  readonly rows: number;
  readonly dirt: Dirt;
}

const PLACES_SALT = 22;
const BLOCK_ROWS = 500;

/** An export of the adults' system in blocks of bytes: Windows-1252, CRLF, a row a complaint; memory does not grow. */
export function* generateAdults(request: AdultsRequest): Generator<Buffer> {
  for (const block of adultsText(request)) yield inWindows1252(block);
}

/** The same in blocks of text, before it is written in the system's encoding. */
export function* adultsText(request: AdultsRequest): Generator<string> {
  let block = asLine(ADULTS_HEADER);
  for (let place = 0; place < request.rows; place += 1) {
    block += linesAt(request, place);
    if (place % BLOCK_ROWS !== BLOCK_ROWS - 1) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

/** The row at a place: mostly a complaint of its own, now and then a copy of one before; perhaps no row before it. */
function linesAt({ seed, dirt }: AdultsRequest, place: number): string {
  const random = randomOf(seed, PLACES_SALT, place);
  const before = random.chance(dirt.noRow) ? noRow(random) : '';
  const plain = place > 0 && random.chance(dirt.plainCopy);
  const other = place > 0 && random.chance(dirt.olderCopy + dirt.conflictingCopy);
  if (plain || other) {
    const cells = madeComplaint({ seed, dirt }, random.between(0, place - 1));
    return before + asLine(listed(plain ? plainCopy(cells) : otherCopy(random, cells)));
  }
  const cells = listed(madeComplaint({ seed, dirt }, place));
  if (random.chance(dirt.ragged)) return before + raggedLine(random, cells);
  // Blank cells past the last column are what spreadsheets leave.
  return before + asLine(random.chance(dirt.ragged) ? [...cells, '', ' '] : cells);
}

const noRow = (random: Random): string =>
  random.pick([asLine(ADULTS_HEADER), '\r\n', asLine(ADULTS_HEADER.map(() => '')), ' , ,\r\n']);

/** The same but for spaces. */
const plainCopy = (cells: AdultsCells): AdultsCells => ({
  ...cells,
  Team: ` ${cells.Team}`,
  Lessons: `${cells.Lessons} `,
});

/** As the complaint was before, or as somebody else has it. */
const otherCopy = (random: Random, cells: AdultsCells): AdultsCells =>
  random.chance(0.5)
    ? { ...cells, ResponseDate: '', ClosedDate: '', Outcome: '' }
    : { ...cells, Outcome: random.pick(OUTCOMES), Nature: `${random.pick(NATURES)} (2)` };

const listed = (cells: AdultsCells): readonly string[] => ADULTS_HEADER.map((column) => cells[column]);
