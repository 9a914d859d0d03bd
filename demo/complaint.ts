import { type Random, randomOf } from './random';
import {
  CHANNELS,
  CLOSURE_CODES,
  FORENAMES,
  type NamedService,
  OFFICERS,
  SCHOOLS,
  SCHOOLS_SERVICE,
  SERVICES,
  SUMMARIES,
  SURNAMES,
  THEMES,
  TITLES,
  WARDS,
} from './words';
import { MINUTES_PER_DAY, type Minutes } from './written-dates';

/** One stage as it truly was, before anybody exported it. */
export interface TrueStage {
  readonly number: number;
  readonly reference: string;
  /** The reference of the stage before; null at the first stage of the complaint. */
  readonly parent: string | null;
  readonly receivedAt: Minutes;
  readonly acknowledgedAt: Minutes;
  readonly dueAt: Minutes;
  readonly answeredAt: Minutes | null;
  readonly closureCode: string;
  readonly officer: string;
  readonly summary: string;
}

/** One complaint of the corporate system through all its stages. */
export interface TrueComplaint {
  readonly index: number;
  readonly stream: 'corporate' | 'schools';
  readonly service: NamedService;
  readonly theme: string;
  readonly channel: string;
  readonly ward: string;
  readonly school: readonly [urn: string, name: string] | null;
  readonly title: string;
  readonly forename: string;
  readonly surname: string;
  readonly postcode: string;
  readonly stages: readonly TrueStage[];
}

const FIRST_REFERENCE = 100_200_000;
/** References are apart by as many as a complaint can have stages. */
const MOST_STAGES = 3;
const FIRST_DAY = 17_622; // 2018-04-01
const DAYS = 2_000; // to 2023-09-21

const COMPLAINTS_SALT = 1;

/** The complaint with this number in the council of this seed; always the same, whichever others were asked for. */
export function complaintOf({ seed, index }: { seed: number; index: number }): TrueComplaint {
  const random = randomOf(seed, COMPLAINTS_SALT, index);
  const stream = random.chance(0.11) ? 'schools' : 'corporate';
  return {
    index,
    stream,
    service: stream === 'schools' ? SCHOOLS_SERVICE : random.pick(SERVICES),
    theme: random.pick(THEMES),
    channel: random.pick(CHANNELS),
    ward: random.pick(WARDS),
    school: stream === 'schools' ? random.pick(SCHOOLS) : null,
    title: random.pick(TITLES),
    forename: random.pick(FORENAMES),
    surname: random.pick(SURNAMES),
    postcode: `SK${random.between(1, 8)} ${random.between(1, 9)}${random.pick(['AB', 'GZ', 'LJ'])}`,
    stages: stagesOf(random, { stream, index }),
  };
}

function stagesOf(
  random: Random,
  { stream, index }: { stream: TrueComplaint['stream']; index: number },
): readonly TrueStage[] {
  const first = stream === 'corporate' && random.chance(0.07) ? 2 : 1;
  const last = stream === 'corporate' ? 2 : MOST_STAGES;
  const stages: TrueStage[] = [];
  let receivedAt: Minutes | null =
    (FIRST_DAY + random.between(0, DAYS)) * MINUTES_PER_DAY + officeHour(random);
  for (let number = first; number <= last && receivedAt !== null; number += 1) {
    const stage: TrueStage = stageOf(random, {
      number,
      index,
      receivedAt,
      parent: stages.at(-1)?.reference ?? null,
    });
    stages.push(stage);
    receivedAt =
      stage.answeredAt !== null && random.chance(0.35) ? later(random, stage.answeredAt, 30) : null;
  }
  return stages;
}

function stageOf(
  random: Random,
  known: Pick<TrueStage, 'number' | 'receivedAt' | 'parent'> & { readonly index: number },
): TrueStage {
  const { index, ...stage } = known;
  const answeredAt = random.chance(0.95) ? later(random, stage.receivedAt, 40) : null;
  return {
    ...stage,
    reference: String(FIRST_REFERENCE + index * MOST_STAGES + stage.number - 1),
    acknowledgedAt: later(random, stage.receivedAt, 6),
    dueAt: stage.receivedAt + 14 * stage.number * MINUTES_PER_DAY,
    answeredAt,
    closureCode: answeredAt === null ? '' : random.pick(CLOSURE_CODES),
    officer: random.pick(OFFICERS),
    summary: random.pick(SUMMARIES),
  };
}

/** The same day or up to `days` later; never an earlier hour of the same day. */
function later(random: Random, at: Minutes, days: number): Minutes {
  return at + random.between(0, days) * MINUTES_PER_DAY + random.between(0, 59);
}

/** Now and then just after midnight, where Greenwich is still at the day before in summer. */
function officeHour(random: Random): Minutes {
  return random.chance(0.03) ? random.between(0, 50) : random.between(8 * 60, 17 * 60);
}
