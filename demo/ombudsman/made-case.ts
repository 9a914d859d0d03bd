import type { Dirt } from '../dirt';
import { type Random, randomOf } from '../random';
import { MINUTES_PER_DAY, type Minutes, otherForm, unreadable, usualDay } from '../written-dates';
import type { RegisterCell } from './register-cell';

const CASE_SALT = 23;
const FIRST_DAY = Date.UTC(2018, 3, 1) / 60_000;
const DAYS = 1_500;
const LGSCO_SHARE = 0.85;

const STREAMS = ['Corporate', 'Corporate', 'Adults', "Children's", 'Schools'] as const;
const LGSCO_DECISIONS = [
  'Upheld: fault and injustice',
  'UPHELD',
  'upheld - already remedied',
  'Not upheld',
  'Closed after initial enquiries',
  'Premature - referred back for local resolution',
  'Advice given',
  'Invalid or incomplete',
] as const;
const HOUSING_DECISIONS = [
  'No maladministration',
  'Service failure',
  'Repairs: severe maladministration; Delay: service failure',
  'Reasonable redress',
  'Outside jurisdiction',
  'Upheld',
] as const;
const REMEDIES = ['Apology', 'Training', 'Apology; £150 for distress', 'Procedure change'] as const;

export interface CaseToMake {
  readonly seed: number;
  readonly dirt: Dirt;
}

/** The cells of the enquiry with this number, the same whenever it is made. */
export function madeCase({ seed, dirt }: CaseToMake, number: number): RegisterCell[] {
  const random = randomOf(seed, CASE_SALT, number);
  const received = FIRST_DAY + random.between(0, DAYS) * MINUTES_PER_DAY;
  const isLgsco = random.chance(LGSCO_SHARE);
  const decided = random.chance(0.6) ? received + random.between(0, 200) * MINUTES_PER_DAY : null;
  const cells: RegisterCell[] = [
    bodyCell({ random, dirt }, isLgsco),
    referenceCell({ random, dirt }, { number, isLgsco }),
    random.chance(0.9) ? `${100_270_000 + random.between(0, 5_000)}` : '',
    streamCell({ random, dirt }, isLgsco),
    receivedCell({ random, dirt }, received),
    dayCell({ random, dirt }, received + 28 * MINUTES_PER_DAY),
    random.chance(0.8) ? dayCell({ random, dirt }, received + random.between(-1, 40) * MINUTES_PER_DAY) : '',
    decidedCell({ random, dirt }, { received, decided }),
    decided === null ? '' : random.pick(isLgsco ? LGSCO_DECISIONS : HOUSING_DECISIONS),
    ...remedyCells({ random, dirt }, decided),
  ];
  return cells.map((cell) => withDirt({ random, dirt }, cell));
}

interface Made {
  readonly random: Random;
  readonly dirt: Dirt;
}

function bodyCell({ random, dirt }: Made, isLgsco: boolean): string {
  if (random.chance(dirt.quarantined)) return random.pick(['', 'PHSO', 'Ombudsman', 'n/a']);
  const usual = isLgsco ? 'LGSCO' : 'HO';
  if (!random.chance(dirt.letterCase)) return usual;
  return isLgsco ? random.pick(['LGO', 'lgsco', 'lgo']) : random.pick(['Housing Ombudsman', 'ho']);
}

function referenceCell(
  { random, dirt }: Made,
  { number, isLgsco }: { number: number; isLgsco: boolean },
): string {
  if (random.chance(dirt.quarantined)) return random.pick(['', 'tbc', '?']);
  const digits = isLgsco ? `${19_000_000 + number}` : `${201_900_000 + number}`;
  if (!isLgsco) return digits;
  const parts = [digits.slice(0, 2), digits.slice(2, 5), digits.slice(5)];
  return random.chance(dirt.spaces) ? random.pick([digits, parts.join('-')]) : parts.join(' ');
}

function streamCell({ random, dirt }: Made, isLgsco: boolean): string {
  if (random.chance(dirt.unknownWord)) return random.pick(['', 'Highways', 'Housing']);
  const stream = isLgsco ? random.pick(STREAMS) : 'Stockport Homes';
  return random.chance(dirt.letterCase) ? random.pick([stream.toUpperCase(), stream.toLowerCase()]) : stream;
}

function receivedCell(made: Made, received: Minutes): RegisterCell {
  const { random, dirt } = made;
  if (!random.chance(dirt.quarantined))
    return dayCell({ ...made, dirt: { ...dirt, otherDate: 0 } }, received);
  return random.pick<RegisterCell>(['', unreadable(random), '01/01/2061', { error: '#N/A' }]);
}

function decidedCell(
  made: Made,
  { received, decided }: { received: Minutes; decided: Minutes | null },
): RegisterCell {
  if (decided === null) return '';
  return made.random.chance(made.dirt.answer)
    ? made.random.pick<RegisterCell>(['', unreadable(made.random), { day: received - 3 * MINUTES_PER_DAY }])
    : dayCell(made, decided);
}

function remedyCells(made: Made, decided: Minutes | null): RegisterCell[] {
  const { random } = made;
  if (decided === null || random.chance(0.6)) return ['', '', ''];
  const due = dayCell(made, decided + 28 * MINUTES_PER_DAY);
  return [
    random.pick(REMEDIES),
    due,
    random.chance(0.7) ? dayCell(made, decided + 20 * MINUTES_PER_DAY) : '',
  ];
}

/** Mostly a day as Excel keeps it; by hand it is text, in any form, and sometimes no day at all. */
function dayCell({ random, dirt }: Made, day: Minutes): RegisterCell {
  if (random.chance(dirt.otherDate)) return unreadable(random);
  if (!random.chance(dirt.dateForm)) return { day };
  return random.chance(0.5) ? usualDay(day) : otherForm(random, day);
}

/** Spaces around, a formula that gives the same, or nothing, in place of plain text; no day is made a formula. */
function withDirt({ random, dirt }: Made, cell: RegisterCell): RegisterCell {
  if (typeof cell !== 'string' || cell === '') return cell;
  if (random.chance(dirt.spaces)) return ` ${cell}  `;
  if (!random.chance(dirt.otherDate / 2)) return cell;
  return { formula: 'Z1', gave: random.chance(0.7) ? cell : null };
}
