import { asLine, raggedLine } from '../csv-lines';
import { type Random, randomOf } from '../random';
import { CALL_COLUMNS, type CallCells, type CallDirt, madeCall } from './made-call';

/** What telephony export to make up. The same request gives the same file, to the byte. */
export interface CallsRequest {
  readonly seed: number;
  /** How many rows the file has, copies among them; the header and blank lines are none. */
  readonly rows: number;
  readonly dirt: CallDirt;
}

const PLACES_SALT = 11;
const BLOCK_LINES = 500;

/** An export of the telephony system in blocks of text, a row a call, in the order of offers; memory does not grow. */
export async function* generateCalls(request: CallsRequest): AsyncGenerator<string> {
  let block = asLine(CALL_COLUMNS);
  for (let place = 0; place < request.rows; place += 1) {
    block += linesAt(request, place);
    if (place % BLOCK_LINES !== BLOCK_LINES - 1) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

/** The row at a place: mostly a call of its own, now and then a copy of one before; perhaps something blank before it. */
function linesAt({ seed, rows, dirt }: CallsRequest, place: number): string {
  const random = randomOf(seed, PLACES_SALT, place);
  const before = random.chance(dirt.noRow) ? random.pick(['\r\n', asLine(CALL_COLUMNS), ',,,,,,,\r\n']) : '';
  const copied = place > 0 && random.chance(dirt.copy) ? random.between(0, place - 1) : null;
  const cells = madeCall({ seed, rows, dirt }, copied ?? place);
  if (copied !== null) return before + asLine(listed(copyOf(random, cells)));
  return before + (random.chance(dirt.ragged) ? raggedLine(random, listed(cells)) : asLine(listed(cells)));
}

/** The same but for spaces, or at odds with the first. */
function copyOf(random: Random, cells: CallCells): CallCells {
  if (random.chance(0.5)) return { ...cells, Queue: ` ${cells.Queue} `, Agent: `${cells.Agent} ` };
  return { ...cells, Queue: random.pick(['Complaints', 'Complaints - ASC']), Agent: `${cells.Agent} (2)` };
}

const listed = (cells: CallCells): readonly string[] => CALL_COLUMNS.map((column) => cells[column]);
