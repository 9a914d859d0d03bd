import type { Dirt } from '../dirt';
import { type Random, randomOf } from '../random';
import { MINUTES_PER_DAY, type Minutes, otherForm, unreadable, usualDay } from '../written-dates';
import {
  COMPLAINANTS,
  CONSENTS,
  LESSONS,
  NATURES,
  OUTCOMES,
  PLANS,
  PROVIDERS,
  RISKS,
  TEAMS,
  UNKNOWN_CONSENTS,
  UNKNOWN_OUTCOMES,
  UNKNOWN_PLANS,
  UNKNOWN_RISKS,
  UNKNOWN_TEAMS,
} from './words';

/** The header of the adults' system's export. */
export const ADULTS_HEADER = [
  'ComplaintID',
  'PersonID',
  'DateOfComplaint',
  'AckDate',
  'PlanAgreed',
  'ResponseDueBy',
  'ResponseDate',
  'ClosedDate',
  'Outcome',
  'Risk',
  'Team',
  'Provider',
  'Complainant',
  'ConsentHeld',
  'Nature',
  'Lessons',
] as const;

type Column = (typeof ADULTS_HEADER)[number];
/** A row that may still be dirtied. */
export type AdultsCells = Record<Column, string>;

const COMPLAINTS_SALT = 21;
const FIRST_REFERENCE = 41_000;
const FIRST_DAY = 17_622; // 2018-04-01
const DAYS = 2_000; // to 2023-09-21

/** The days of a complaint as they truly were. */
interface TrueDays {
  readonly received: Minutes;
  readonly acknowledged: Minutes;
  readonly due: Minutes | null;
  readonly answered: Minutes | null;
  readonly closed: Minutes | null;
}

function trueDays(random: Random): TrueDays {
  const received = (FIRST_DAY + random.between(0, DAYS)) * MINUTES_PER_DAY;
  const later = (days: number) => received + random.between(0, days) * MINUTES_PER_DAY;
  const answered = random.chance(0.9) ? later(220) : null;
  const closedAfter = random.chance(0.1) ? random.between(1, 20) * MINUTES_PER_DAY : 0;
  const closedUnanswered = random.chance(0.4) ? later(200) : null;
  return {
    received,
    acknowledged: later(6),
    due: random.chance(0.85) ? received + random.between(20, 240) * MINUTES_PER_DAY : null,
    answered,
    closed: answered === null ? closedUnanswered : random.chance(0.95) ? answered + closedAfter : null,
  };
}

/** The row of the complaint with this number, dirt and all: always the same for the same council. */
export function madeComplaint({ seed, dirt }: { seed: number; dirt: Dirt }, index: number): AdultsCells {
  const random = randomOf(seed, COMPLAINTS_SALT, index);
  const days = trueDays(random);
  const written = (at: Minutes | null): string => {
    if (at === null) return '';
    return random.chance(dirt.dateForm) ? otherForm(random, at) : usualIso(at);
  };
  const cells: AdultsCells = {
    ComplaintID: `ASC-C-${FIRST_REFERENCE + index}`,
    PersonID: `P${random.between(100_000, 999_999)}`,
    DateOfComplaint: written(days.received),
    AckDate: written(days.acknowledged),
    PlanAgreed: random.pick(PLANS),
    ResponseDueBy: written(days.due),
    ResponseDate: written(days.answered),
    ClosedDate: written(days.closed),
    Outcome: days.answered === null && days.closed === null ? '' : random.pick(OUTCOMES),
    Risk: random.pick(RISKS),
    Team: random.pick(TEAMS),
    Provider: random.pick(PROVIDERS),
    Complainant: random.pick(COMPLAINANTS),
    ConsentHeld: random.pick(CONSENTS),
    Nature: random.pick(NATURES),
    Lessons: random.pick(LESSONS),
  };
  addDirt({ random, dirt, cells, received: days.received });
  return cells;
}

const usualIso = (at: Minutes): string => usualDay(at).split('/').reverse().join('-');

interface DirtyRow {
  readonly random: Random;
  readonly dirt: Dirt;
  readonly cells: AdultsCells;
  readonly received: Minutes;
}

function addDirt(row: DirtyRow): void {
  wrongDates(row);
  unknownWords(row);
  respell(row);
  unplaceable(row);
}

/** Days that cannot be, of things that happened and of the day agreed. */
function wrongDates({ random, dirt, cells, received }: DirtyRow): void {
  const before = () => usualDay(received - random.between(1, 400) * MINUTES_PER_DAY);
  const wrong = () => random.pick([before(), unreadable(random), 'n/a', '01/02/2099']);
  if (random.chance(dirt.answer)) cells.ResponseDate = wrong();
  if (random.chance(dirt.answer)) cells.ClosedDate = wrong();
  if (random.chance(dirt.otherDate)) cells.AckDate = random.pick([before(), unreadable(random), '']);
  if (random.chance(dirt.otherDate)) cells.ResponseDueBy = random.pick([before(), unreadable(random), '']);
}

function unknownWords({ random, dirt, cells }: DirtyRow): void {
  const rate = dirt.unknownWord;
  if (random.chance(rate)) cells.Team = random.pick([...UNKNOWN_TEAMS, '']);
  if (random.chance(rate)) cells.Outcome = random.pick([...UNKNOWN_OUTCOMES, '']);
  if (random.chance(rate)) cells.Risk = random.pick([...UNKNOWN_RISKS, '']);
  if (random.chance(rate)) cells.ConsentHeld = random.pick([...UNKNOWN_CONSENTS, '']);
  if (random.chance(rate)) cells.PlanAgreed = random.pick(UNKNOWN_PLANS);
}

const LISTED: readonly Column[] = ['PlanAgreed', 'Outcome', 'Risk', 'Team', 'ConsentHeld'];

/** Other capitals and spaces, which mean nothing. */
function respell({ random, dirt, cells }: DirtyRow): void {
  for (const column of LISTED) {
    if (!random.chance(dirt.letterCase)) continue;
    cells[column] = random.chance(0.5) ? cells[column].toLowerCase() : cells[column].toUpperCase();
  }
  for (const column of ADULTS_HEADER) {
    if (cells[column] === '' || !random.chance(dirt.spaces)) continue;
    cells[column] = `${random.pick([' ', '  ', '\t', '\u00a0']) + cells[column]} `;
  }
}

/** What keeps a row from being placed at all. */
function unplaceable({ random, dirt, cells }: DirtyRow): void {
  if (!random.chance(dirt.quarantined)) return;
  const [column, content] = random.pick<readonly [Column, string]>([
    ['DateOfComplaint', ''],
    ['DateOfComplaint', unreadable(random)],
    ['DateOfComplaint', `14/06/22${random.between(10, 99)}`],
    ['ComplaintID', ''],
    ['ComplaintID', random.pick(['?', 'n/a', 'new'])],
  ]);
  cells[column] = content;
}
