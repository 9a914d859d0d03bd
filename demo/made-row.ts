import { addDirt, corrupt, type Fate, respell } from './add-dirt';
import { complaintOf, type TrueComplaint, type TrueStage } from './complaint';
import type { Dirt } from './dirt';
import { randomOf } from './random';
import { type Cells, cleanRow } from './row';

const ROWS_SALT = 2;

/** A row as it is exported, with the stage that it is about. */
export interface MadeRow {
  readonly cells: Cells;
  readonly fate: Fate;
  readonly stage: TrueStage;
}

/** What the rows of a council are made from. */
export interface Making {
  readonly seed: number;
  readonly dirt: Dirt;
}

/** The row of a complaint's first stage, dirt and all; always the same for the same complaint. */
export function firstRow(making: Making, index: number): MadeRow | null {
  const complaint = complaintOf({ seed: making.seed, index });
  const [stage] = complaint.stages;
  return stage === undefined ? null : madeRow(making, complaint, stage);
}

/** The rows of a complaint's later stages, dirt and all. */
export function laterRows(making: Making, index: number): readonly MadeRow[] {
  const complaint = complaintOf({ seed: making.seed, index });
  return complaint.stages.slice(1).map((stage) => madeRow(making, complaint, stage));
}

function madeRow({ seed, dirt }: Making, complaint: TrueComplaint, stage: TrueStage): MadeRow {
  const random = randomOf(seed, ROWS_SALT, complaint.index, stage.number);
  const cells = cleanRow(complaint, stage);
  const row = { random, dirt, stage, cells };
  addDirt(row, complaint.service);
  const fate = corrupt(row);
  respell(row);
  return { cells, fate, stage };
}
