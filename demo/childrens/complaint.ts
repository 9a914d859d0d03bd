import { type Random, randomOf } from '../random';
import { FORENAMES, OFFICERS, SUMMARIES, SURNAMES } from '../words';
import { MINUTES_PER_DAY, type Minutes } from '../written-dates';
import { AGE_BANDS, CHANNELS, OUTCOMES, RELATIONSHIPS, TEAMS } from './words';

/** One stage as it truly was, before anybody exported it. */
export interface TrueStage {
  readonly number: number;
  readonly startedAt: Minutes;
  readonly dueAt: Minutes;
  readonly extendedTo: Minutes | null;
  readonly completedAt: Minutes | null;
  readonly outcome: string | null;
  /** At stage 2 who investigated and who stood beside, at stage 3 who sat on the panel. */
  readonly people: readonly string[];
}

/** One complaint of the children's system through all its stages. */
export interface TrueComplaint {
  readonly index: number;
  readonly team: string;
  readonly channel: string;
  readonly relationship: string;
  readonly name: string;
  readonly childReference: string;
  readonly ageBand: string;
  readonly lookedAfter: boolean;
  readonly advocateOffered: boolean;
  readonly summary: string;
  readonly stages: readonly TrueStage[];
}

const SALT = 11;
const FIRST_DAY = 17_622; // 2018-04-01
const DAYS = 2_000; // to 2023-09-21
const MOST_STAGES = 3;

/** The complaint with this number in the council of this seed; always the same, whichever others were asked for. */
export function complaintOf({ seed, index }: { seed: number; index: number }): TrueComplaint {
  const random = randomOf(seed, SALT, index);
  return {
    index,
    team: random.pick(TEAMS),
    channel: random.pick(CHANNELS),
    relationship: random.pick(RELATIONSHIPS),
    name: person(random),
    childReference: `CH${random.between(10_000, 99_999)}`,
    ageBand: random.pick(AGE_BANDS),
    lookedAfter: random.chance(0.3),
    advocateOffered: random.chance(0.7),
    summary: random.pick(SUMMARIES),
    stages: stagesOf(random),
  };
}

function stagesOf(random: Random): readonly TrueStage[] {
  const stages: TrueStage[] = [];
  let startedAt: Minutes | null = (FIRST_DAY + random.between(0, DAYS)) * MINUTES_PER_DAY + hour(random);
  for (let number = 1; number <= MOST_STAGES && startedAt !== null; number += 1) {
    const stage = stageOf(random, number, startedAt);
    stages.push(stage);
    startedAt =
      stage.completedAt !== null && random.chance(0.2) ? later(random, stage.completedAt, 28) : null;
  }
  return stages;
}

const LIMIT_DAYS = [14, 35, 42];

function stageOf(random: Random, number: number, startedAt: Minutes): TrueStage {
  const dueAt = startedAt + (LIMIT_DAYS[number - 1] ?? 0) * MINUTES_PER_DAY;
  const completedAt = random.chance(0.93) ? later(random, startedAt, 20 + 20 * number) : null;
  return {
    number,
    startedAt,
    dueAt,
    extendedTo: random.chance(0.25) ? dueAt + 14 * MINUTES_PER_DAY : null,
    completedAt,
    outcome: completedAt === null ? null : random.pick(OUTCOMES),
    people:
      number === 2
        ? [random.pick(OFFICERS), person(random)]
        : [person(random), person(random), person(random)],
  };
}

function person(random: Random): string {
  return `${random.pick(FORENAMES)} ${random.pick(SURNAMES)}`;
}

/** The same day or up to `days` later; never an earlier hour of the same day. */
function later(random: Random, at: Minutes, days: number): Minutes {
  return at + random.between(0, days) * MINUTES_PER_DAY + random.between(0, 59);
}

/** Now and then just after midnight, where Greenwich is still at the day before in summer. */
function hour(random: Random): Minutes {
  return random.chance(0.03) ? random.between(0, 50) : random.between(8 * 60, 17 * 60);
}
