import { type Random, randomOf } from '../random';
import { addDirt } from './add-dirt';
import { complaintOf } from './complaint';
import type { ChildrensDirt } from './dirt';
import { type ComplaintRecord, cleanRecord, type Json } from './record';
import { NO_RECORDS } from './words';

/** What children's system to make up. The same request gives the same file, to the byte. */
export interface ChildrensRequest {
  readonly seed: number;
  /** How many lines the file has, copies and lines that are no record among them; blank lines are none. */
  readonly rows: number;
  readonly dirt: ChildrensDirt;
}

const BLOCK_LINES = 500;
const RECORDS_SALT = 12;
const PLACES_SALT = 13;

/**
 * An export of the children's system in blocks of text: a line for each complaint with all its stages; its copies come
 * anywhere after it. Memory does not grow with `rows`.
 */
export async function* generateChildrens(request: ChildrensRequest): AsyncGenerator<string> {
  let block = '';
  let lines = 0;
  for (const line of linesOf(request)) {
    block += `${line}\n`;
    lines += 1;
    if (lines % BLOCK_LINES !== 0) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

function* linesOf(request: ChildrensRequest): Generator<string> {
  let written = 0;
  for (const { random, text } of textsOf(request)) {
    if (written === request.rows) return;
    if (random.chance(request.dirt.noRow)) yield random.pick(['', '  ', '\r']);
    yield text;
    written += 1;
  }
}

/** Lines without end; the first of them, as many as were asked for, make the file. */
function* textsOf(request: ChildrensRequest): Generator<{ random: Random; text: string }> {
  const { seed, dirt } = request;
  for (let index = 0; ; index += 1) {
    const random = randomOf(seed, PLACES_SALT, index);
    yield { random, text: lineOf(random, dirt, recordOf(request, index)) };
    if (random.chance(dirt.noRecord)) yield { random, text: random.pick(NO_RECORDS) };
    const before = random.between(0, index);
    if (random.chance(dirt.plainCopy)) {
      yield { random, text: lineOf(random, { layout: 0.9 }, recordOf(request, before)) };
    }
    if (random.chance(dirt.conflictingCopy)) {
      const conflicting = { ...recordOf(request, before), summary: `${index} days later` };
      yield { random, text: lineOf(random, dirt, conflicting) };
    }
  }
}

/** The record of a complaint, dirt and all; always the same for the same complaint. */
function recordOf({ seed, dirt }: ChildrensRequest, index: number): ComplaintRecord {
  const complaint = complaintOf({ seed, index });
  const record = cleanRecord(complaint);
  addDirt({ random: randomOf(seed, RECORDS_SALT, index), dirt, complaint, record });
  return record;
}

/** A record as a line; its keys may come in another order, with blanks between them. */
function lineOf(random: Random, { layout }: Pick<ChildrensDirt, 'layout'>, record: ComplaintRecord): string {
  if (!random.chance(layout)) return JSON.stringify(record);
  return JSON.stringify(turned(record), null, 1).replaceAll('\n', ' ');
}

/** The same with the keys of every object the other way round. */
function turned(value: Json | ComplaintRecord): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(turned);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}
