import { type Random, randomOf } from '../random';
import { OFFICERS } from '../words';
import { unreadable } from '../written-dates';
import { withoutTime, writtenOtherwise, writtenSecond } from './written-seconds';

/** The header of the telephony system's export. */
export const CALL_COLUMNS = [
  'CallID',
  'Queue',
  'CLI',
  'OfferedAt',
  'AnsweredAt',
  'EndedAt',
  'Agent',
  'Result',
] as const;

/** A row that may still be dirtied. */
export type CallCells = Record<(typeof CALL_COLUMNS)[number], string>;

/** How often each thing goes wrong, as a rate from 0 to 1, of rows. */
export interface CallDirt {
  readonly dateForm: number;
  readonly letterCase: number;
  readonly copy: number;
  readonly ragged: number;
  readonly noRow: number;
  readonly quarantined: number;
  readonly unknownWord: number;
  /** A moment that is missing, unreadable, without a time or out of order. */
  readonly moment: number;
  /** A call in the hours around a change of the clocks. */
  readonly clockChange: number;
}

/** No dirt at 0, a little at 1, as much more of each as the scale says; no rate passes one in two. */
export function callDirtOf(scale: number): CallDirt {
  const scaled = (rate: number) => Math.min(rate * scale, 0.5);
  return {
    dateForm: scaled(0.02),
    letterCase: scaled(0.02),
    copy: scaled(0.01),
    ragged: scaled(0.001),
    noRow: scaled(0.002),
    quarantined: scaled(0.004),
    unknownWord: scaled(0.005),
    moment: scaled(0.01),
    clockChange: scaled(0.01),
  };
}

/** What the calls of a file are made from. */
export interface CallMaking {
  readonly seed: number;
  readonly rows: number;
  readonly dirt: CallDirt;
}

const CALLS_SALT = 12;
const FIRST_CALL = 702_638;
const HOUR = 3_600;
const DAY = 24 * HOUR;
/** 1 April 2019, as a London wall clock counts. */
const FIRST_DAY = Date.UTC(2019, 3, 1) / 1_000;
const DAYS = 5 * 365;
/** The Sundays on which the clocks changed, at midnight. */
const CHANGES = [Date.UTC(2021, 2, 28) / 1_000, Date.UTC(2021, 9, 31) / 1_000] as const;
const QUEUES = ['COMPLAINTS_MAIN', 'Complaints', 'Complaints - ASC'] as const;

/** The call at a place of the file, dirt and all; always the same for the same place. */
export function madeCall(making: CallMaking, place: number): CallCells {
  const random = randomOf(making.seed, CALLS_SALT, place);
  const cells = cleanCall(random, making, place);
  addDirt(random, making.dirt, cells);
  return cells;
}

/** Seconds are those of a London wall clock, which nobody corrected while it changed. */
function cleanCall(random: Random, { rows, dirt }: CallMaking, place: number): CallCells {
  const day = FIRST_DAY + Math.floor((place / Math.max(rows, 1)) * DAYS) * DAY;
  const inOffice = day + random.between(8 * HOUR, 17 * HOUR);
  const atChange = random.pick(CHANGES) + random.between(HOUR / 2, 3 * HOUR);
  const offered = random.chance(dirt.clockChange) ? atChange : inOffice;
  const answered = random.chance(0.91);
  const waited = offered + random.between(0, random.chance(0.2) ? 20 : 240);
  return {
    CallID: String(FIRST_CALL + place),
    Queue: random.pick(QUEUES),
    // Numbers set aside for drama (Ofcom): nobody's.
    CLI: `0161496${String(random.between(0, 999)).padStart(4, '0')}`,
    OfferedAt: writtenSecond(offered),
    AnsweredAt: answered ? writtenSecond(waited) : '',
    EndedAt: writtenSecond(answered ? waited + random.between(20, 1_500) : waited),
    Agent: answered ? random.pick(OFFICERS) : '',
    Result: answered ? 'Answered' : 'Abandoned',
  };
}

function addDirt(random: Random, dirt: CallDirt, cells: CallCells): void {
  if (random.chance(dirt.moment)) moment(random, cells);
  if (random.chance(dirt.dateForm)) cells.OfferedAt = writtenOtherwise(random, cells.OfferedAt);
  if (random.chance(dirt.unknownWord)) cells.Queue = random.pick(['Switchboard', 'Complaints Overflow', '']);
  if (random.chance(dirt.unknownWord)) cells.Result = random.pick(['Voicemail', 'Transferred', '']);
  if (random.chance(dirt.letterCase)) cells.Result = ` ${cells.Result.toUpperCase()}`;
  if (random.chance(dirt.letterCase)) cells.Queue = `${cells.Queue.toLowerCase()} `;
  if (!random.chance(dirt.quarantined)) return;
  if (random.chance(0.4)) cells.CallID = random.pick(['', ' ', 'n/a']);
  else cells.OfferedAt = random.pick(['', unreadable(random), '2090-01-01 10:00:00']);
}

function moment(random: Random, cells: CallCells): void {
  const column = random.pick<'OfferedAt' | 'AnsweredAt' | 'EndedAt'>(['OfferedAt', 'AnsweredAt', 'EndedAt']);
  const { OfferedAt, EndedAt } = cells;
  const wrong = [
    '',
    unreadable(random),
    withoutTime(OfferedAt),
    OfferedAt.replace(/\d{4}/, (year) => String(Number(year) - 1)),
    EndedAt.replace(/\d{4}/, (year) => String(Number(year) + 1)),
    EndedAt,
  ] as const;
  cells[column] = column === 'OfferedAt' ? withoutTime(OfferedAt) : random.pick(wrong);
}
