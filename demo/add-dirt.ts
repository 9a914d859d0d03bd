import type { TrueStage } from './complaint';
import type { Dirt } from './dirt';
import type { Random } from './random';
import type { Cells, Column } from './row';
import {
  LEFT_OUT_CODES,
  LEFT_OUT_TYPES,
  type NamedService,
  UNKNOWN_CHANNELS,
  UNKNOWN_CODES,
  UNKNOWN_ROUTES,
  UNKNOWN_SERVICES,
  UNKNOWN_STATUSES,
  UNKNOWN_TYPES,
} from './words';
import { MINUTES_PER_DAY, otherForm, unreadable, usualMoment } from './written-dates';

/** What becomes of a row after what was done to it; 'ragged' is one to be quarantined for its number of cells. */
export type Fate = 'counts' | 'leftOut' | 'quarantined' | 'ragged';

const DATES: readonly Column[] = ['Date Received', 'Date Acknowledged', 'Date Responded'];
const LISTED: readonly Column[] = ['Status', 'Closure Code', 'Service', 'Channel', 'Case Type', 'Route'];
const SPACED: readonly Column[] = [
  ...DATES,
  ...LISTED,
  'Case Ref',
  'Stage',
  'Parent Ref',
  'Directorate',
  'Target Date',
];

/** A row being dirtied: its cells are changed in place. */
export interface DirtyRow {
  readonly random: Random;
  readonly dirt: Dirt;
  readonly stage: TrueStage;
  readonly cells: Cells;
}

/** Makes a row no complaint, or one that cannot be placed, at the rates of `dirt`; says which it then is. */
export function corrupt({ random, dirt, cells }: DirtyRow): Fate {
  if (random.chance(dirt.leftOutType)) {
    cells['Case Type'] = random.chance(0.9) ? random.pick(LEFT_OUT_TYPES) : random.pick(UNKNOWN_TYPES);
    if (random.chance(0.8)) cells.Stage = '';
    return 'leftOut';
  }
  if (random.chance(dirt.leftOutCode)) {
    cells['Closure Code'] = random.pick(LEFT_OUT_CODES);
    return 'leftOut';
  }
  if (random.chance(dirt.ragged)) return 'ragged';
  if (!random.chance(dirt.quarantined)) return 'counts';
  const [column, content] = random.pick<readonly [Column, string]>([
    ['Date Received', ''],
    ['Date Received', unreadable(random)],
    ['Date Received', `14/06/22${random.between(10, 99)}`],
    ['Case Ref', ''],
    ['Case Ref', random.pick(['?', 'n/a', 'new'])],
    ['Stage', random.pick(['', '0', '4', 'two'])],
  ]);
  cells[column] = content;
  return 'quarantined';
}

/** What goes wrong in a row that counts all the same. */
export function addDirt(row: DirtyRow, service: NamedService): void {
  otherForms(row);
  origin(row);
  wrongDates(row);
  words(row, service);
}

function otherForms({ random, dirt, stage, cells }: DirtyRow): void {
  const { receivedAt, acknowledgedAt, answeredAt } = stage;
  if (random.chance(dirt.dateForm)) cells['Date Received'] = otherForm(random, receivedAt);
  if (random.chance(dirt.dateForm)) cells['Date Acknowledged'] = otherForm(random, acknowledgedAt);
  if (answeredAt !== null && random.chance(dirt.dateForm))
    cells['Date Responded'] = otherForm(random, answeredAt);
}

function origin({ random, dirt, stage, cells }: DirtyRow): void {
  if (cells['Parent Ref'] !== '' && random.chance(dirt.parentLost)) {
    cells['Parent Ref'] = random.pick(['', '999', 'see file', '100000001']);
  }
  if (stage.number > 1 && random.chance(dirt.route)) {
    cells.Route = random.pick([
      '',
      'Direct to stage 2',
      'Escalated from stage 1',
      random.pick(UNKNOWN_ROUTES),
    ]);
  }
  // At the first stage neither means anything, but people type them.
  if (stage.number === 1 && random.chance(dirt.route / 10)) cells['Parent Ref'] = '100200001';
  if (stage.number === 1 && random.chance(dirt.route / 10)) cells.Route = 'Direct to stage 2';
  const parent = cells['Parent Ref'];
  if (!/^\d{9}$/.test(parent) || !random.chance(dirt.parentNoise)) return;
  const [start, end] = [parent.slice(0, 3), parent.slice(3)];
  cells['Parent Ref'] = random.pick([
    `${start} ${end}`,
    `#${start} ${end}`,
    `CRM-${parent}`,
    `${parent}.`,
    ` ${parent}`,
  ]);
}

function wrongDates({ random, dirt, stage, cells }: DirtyRow): void {
  if (stage.answeredAt !== null && random.chance(dirt.answer)) {
    const before = usualMoment(stage.receivedAt - random.between(1, 400) * MINUTES_PER_DAY);
    cells['Date Responded'] = random.pick([before, unreadable(random), 'n/a', '01/02/2099']);
  }
  if (random.chance(dirt.otherDate)) {
    const before = usualMoment(stage.receivedAt - random.between(1, 30) * MINUTES_PER_DAY);
    cells['Date Acknowledged'] = random.pick([before, unreadable(random), '']);
  }
  if (random.chance(dirt.otherDate)) cells['Target Date'] = unreadable(random);
  if (random.chance(dirt.otherDate)) cells['Last Updated'] = random.pick(['', unreadable(random)]);
}

function words({ random, dirt, cells }: DirtyRow, service: NamedService): void {
  const [former] = service.otherNames;
  if (former !== undefined && random.chance(dirt.formerName)) {
    cells.Service = random.pick([former, ...service.otherNames.slice(1)]);
  }
  if (random.chance(dirt.unknownWord)) cells.Service = random.pick([...UNKNOWN_SERVICES, '']);
  if (cells['Closure Code'] !== '' && random.chance(dirt.unknownWord))
    cells['Closure Code'] = random.pick(UNKNOWN_CODES);
  if (random.chance(dirt.unknownWord)) cells.Channel = random.pick([...UNKNOWN_CHANNELS, '']);
  if (random.chance(dirt.unknownWord / 3)) cells.Directorate = random.pick(['', 'Environment and Economy']);
  if (random.chance(dirt.unknownWord / 3)) cells.Status = random.pick(UNKNOWN_STATUSES);
}

/** Other capitals and spaces, which mean nothing. */
export function respell({ random, dirt, cells }: DirtyRow): void {
  for (const column of LISTED) {
    if (!random.chance(dirt.letterCase)) continue;
    cells[column] = random.chance(0.5) ? cells[column].toLowerCase() : cells[column].toUpperCase();
  }
  for (const column of SPACED) {
    if (cells[column] !== '' && random.chance(dirt.spaces))
      cells[column] = `${random.pick([' ', '  ', '\t']) + cells[column]} `;
  }
}
