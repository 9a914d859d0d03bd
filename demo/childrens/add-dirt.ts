import type { Random } from '../random';
import { MINUTES_PER_DAY, offsetMoment, otherForm, unreadable } from '../written-dates';
import type { TrueComplaint, TrueStage } from './complaint';
import type { ChildrensDirt } from './dirt';
import type { ComplaintRecord, StageRecord } from './record';
import {
  NO_CASE_NUMBERS,
  NO_STAGE_NUMBERS,
  UNKNOWN_ANSWERS,
  UNKNOWN_CHANNELS,
  UNKNOWN_OUTCOMES,
  UNKNOWN_TEAMS,
} from './words';

/** A complaint being dirtied: its record is changed in place. */
export interface DirtyRow {
  readonly random: Random;
  readonly dirt: ChildrensDirt;
  readonly complaint: TrueComplaint;
  readonly record: ComplaintRecord;
}

/** All that goes wrong in a complaint that is a record, at the rates of `dirt`. */
export function addDirt(row: DirtyRow): void {
  const { complaint, record } = row;
  complaint.stages.forEach((stage, place) => {
    const written = record.stages[place];
    if (written !== undefined) addDirtToStage(row, written, stage);
  });
  words(row);
  laterStages(row);
  corrupt(row);
}

function addDirtToStage({ random, dirt }: DirtyRow, written: StageRecord, stage: TrueStage): void {
  const { startedAt, completedAt } = stage;
  if (random.chance(dirt.dateForm)) written.startedAt = otherForm(random, startedAt);
  if (random.chance(dirt.dateForm)) written.dueOn = otherForm(random, stage.dueAt);
  if (completedAt !== null && random.chance(dirt.dateForm))
    written.completedAt = otherForm(random, completedAt);
  if (completedAt !== null && random.chance(dirt.answer)) {
    const before = offsetMoment(startedAt - random.between(1, 400) * MINUTES_PER_DAY);
    written.completedAt = random.pick([before, unreadable(random), '2099-02-01T10:00:00+00:00']);
  }
  if (random.chance(dirt.otherDate)) written.dueOn = random.pick([unreadable(random), null, '1999-01-04']);
  if (random.chance(dirt.otherDate)) written.extendedTo = unreadable(random);
  if (stage.number === 3 && random.chance(dirt.otherDate * 10)) written.panelHeldOn = unreadable(random);
  if (stage.number === 3 && random.chance(dirt.otherDate * 10)) written.findingsOn = unreadable(random);
  if (completedAt === null) return;
  if (random.chance(dirt.unknownWord)) written.outcome = random.pick(UNKNOWN_OUTCOMES);
  if (random.chance(dirt.spelling)) written.outcome = respelt(random, String(written.outcome));
}

function words({ random, dirt, complaint, record }: DirtyRow): void {
  if (random.chance(dirt.unknownWord)) record.team = random.pick([...UNKNOWN_TEAMS, '']);
  if (random.chance(dirt.unknownWord)) record.channel = random.pick([...UNKNOWN_CHANNELS, null]);
  if (random.chance(dirt.unknownWord)) record.advocateOffered = random.pick([...UNKNOWN_ANSWERS, 'Y']);
  if (random.chance(dirt.unknownKey)) record['a.key'] = { since: 2021, kept: [true, null, '"quoted" [0]'] };
  for (const key of ['team', 'channel'] as const) {
    if (typeof record[key] === 'string' && random.chance(dirt.spelling))
      record[key] = respelt(random, record[key]);
  }
  if (random.chance(dirt.spelling)) record.caseNumber = ` ${record.caseNumber} `;
  if (random.chance(dirt.unknownKey))
    record.complainant = { name: complaint.name, emoji: '\ud83d', isNew: true };
}

/** Other capitals, spaces for underscores, spaces around: all of which mean nothing. */
function respelt(random: Random, word: string): string {
  const spaced = random.chance(0.5) ? word.replaceAll('_', ' ') : word;
  return random.pick([spaced.toLowerCase(), spaced.toUpperCase(), ` ${spaced}`, `${spaced}\t`]);
}

function laterStages({ random, dirt, record: { stages } }: DirtyRow): void {
  const [first, second, third] = stages;
  if (first === undefined || second === undefined) return;
  if (random.chance(dirt.laterStage)) {
    const unplaced = third ?? second;
    if (random.chance(0.7)) unplaced.startedAt = random.pick([unreadable(random), null, '2099-05-04']);
    else unplaced.stage = random.pick(NO_STAGE_NUMBERS);
  }
  if (!random.chance(dirt.stages)) return;
  const changed = random.pick([
    [second, first, ...(third ? [third] : [])],
    [first, ...(third ? [third] : [])],
    [second, ...(third ? [third] : [])],
    [first, second, { ...second }, ...(third ? [third] : [])],
    [first, { ...second, outcome: 'UPHELD', dueOn: '2031-01-01' }, second, ...(third ? [third] : [])],
    [{ ...first, startedAt: 'soon' }, second, first],
    [third ?? second, second, first],
    [second, { ...first, startedAt: '2023-12-01' }],
  ]);
  stages.splice(0, stages.length, ...changed);
}

/** Makes a complaint one that cannot be told from others or placed in time. */
function corrupt({ random, dirt, record }: DirtyRow): void {
  if (!random.chance(dirt.quarantined)) return;
  const { stages } = record;
  const [first] = stages;
  const way = random.between(0, 4);
  if (way === 0) record.caseNumber = random.pick(NO_CASE_NUMBERS);
  if (way === 1) stages.splice(0);
  if (way === 2)
    record.stages = random.pick<StageRecord[]>([[{}], [{ stage: null, outcome: '' }], [{ stage: 1 }]]);
  if (way === 3 && first) {
    first.startedAt = random.pick([unreadable(random), null, '', '2099-05-04T09:00:00+01:00']);
  }
  if (way === 4 && first) first.stage = random.pick(NO_STAGE_NUMBERS);
}
