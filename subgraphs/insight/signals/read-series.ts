import { EVERY_DAY } from '../../../counting/day-set';
import { NOT_RECORDED } from '../../../counting/dimensions';
import { type Day, monthOf } from '../../../domain/calendar/day';
import { lastDayOfMonth } from '../../../domain/calendar/months';
import type { Part } from '../../../domain/signals/parts';
import { groupBy } from '../../../platform/tables/group-by';
import type { CountingContext } from '../context';
import { partlyRecorded } from '../coverage/coverage';
import { askedFor } from '../figures/asked-figures';
import { type Checked, checkQuestion } from '../figures/check-question';
import { isMeasureRecorded } from '../figures/measure-recorded';
import { measuredValue } from '../figures/row-values';
import { FIELDS } from '../figures/stage-dimensions';
import { emptyTally, type Tally } from '../figures/tally';
import { tellAsked } from '../small-numbers/told-rows';
import {
  JUDGED_MEASURES,
  type JudgedMeasure,
  MEASURES_TO_COUNT,
  type SignalDimension,
} from './judged-measures';
import type { QuarterDays } from './quarters';

/** One measure of one service, directorate or theme at one stage, quarter by quarter. */
export interface Series {
  readonly of: JudgedMeasure;
  readonly dimension: SignalDimension;
  readonly name: string;
  readonly stream: string;
  readonly stage: number;
  /** Beside the quarters asked for; null where it was not recorded, or not all of it yet. */
  readonly parts: readonly (Part | null)[];
}

/** What series are read of. */
interface Asked {
  readonly dimension: SignalDimension;
  readonly quarters: readonly QuarterDays[];
  readonly checked: Checked;
}

/** Far above what services, stages and quarters make: of more, something would go missing. */
const MOST_ROWS = 100_000;

/** The question of all series, checked: from the first to the last day of the quarters. */
export const checkSeries = (
  context: CountingContext,
  { quarters, asAt }: { readonly quarters: readonly QuarterDays[]; readonly asAt?: unknown },
): Promise<Checked> =>
  checkQuestion(context, {
    where: { from: quarters[0]?.from ?? null, to: quarters.at(-1)?.to ?? null },
    asAt,
  });

/** Every series by one dimension. What nobody has named is left out: that it grows is a matter of the records. */
export async function readSeries(context: CountingContext, asked: Asked): Promise<readonly Series[]> {
  const { dimension, checked } = asked;
  const { rows, areTold } = await tellAsked(context, {
    by: ['STREAM', 'STAGE', dimension, 'FINANCIAL_YEAR', 'QUARTER'],
    ...{ asked: askedFor(MEASURES_TO_COUNT), checked, limit: MOST_ROWS },
  });
  if (rows.length >= MOST_ROWS) throw new Error(`More than ${MOST_ROWS} rows of ${dimension}`);
  const named = rows.filter(
    (row) => row.stage !== null && (row[FIELDS[dimension]] ?? NOT_RECORDED) !== NOT_RECORDED,
  );
  const groups = groupBy(named, (row) => JSON.stringify([row.stream, row.stage, row[FIELDS[dimension]]]));
  const isRecorded = recordedIn(asked);
  return [...groups.values()].flatMap((group) =>
    JUDGED_MEASURES.flatMap(
      (of) =>
        seriesOf(of, group, {
          ...asked,
          isRecorded: (...at) => isRecorded(...at) && areTold(group, of.measure),
        }) ?? [],
    ),
  );
}

type IsRecorded = (of: JudgedMeasure, at: { stream: string; stage: number }, quarter: QuarterDays) => boolean;

function seriesOf(
  of: JudgedMeasure,
  group: readonly Tally[],
  { dimension, quarters, isRecorded }: Asked & { readonly isRecorded: IsRecorded },
): Series | null {
  const [first] = group;
  const [stream, stage, name] = [
    first?.stream ?? null,
    first?.stage ?? null,
    first?.[FIELDS[dimension]] ?? null,
  ];
  if (stream === null || stage === null || name === null || stage < of.firstStage) return null;
  const parts = quarters.map((quarter) => {
    if (!isRecorded(of, { stream, stage }, quarter)) return null;
    const row = group.find(
      (each) => each.financialYear === quarter.financialYear && each.quarter === quarter.quarter,
    );
    return partOf(of, row ?? emptyTally({}));
  });
  const isOfNothing = parts.every((part) => (part?.count ?? 0) === 0);
  return isOfNothing ? null : { of, dimension, name, stream, stage, parts };
}

function partOf({ measure, kind }: JudgedMeasure, tally: Tally): Part {
  const { value, numerator, denominator } = measuredValue(measure, tally);
  return kind === 'COUNT' ? { count: value ?? 0, of: 1 } : { count: numerator ?? 0, of: denominator ?? 0 };
}

/** Whether a measure was recorded in a whole quarter, told once for all services. */
function recordedIn({ checked: { recording, at } }: Asked): IsRecorded {
  const known = new Map<string, boolean>();
  return ({ measure }, { stream, stage }, { from, to }) => {
    const name = JSON.stringify([measure, stream, stage, from]);
    const found = known.get(name) ?? isWhole(measure, stream, stage, from, to);
    known.set(name, found);
    return found;
  };

  function isWhole(
    measure: JudgedMeasure['measure'],
    stream: string,
    stage: number,
    from: Day,
    to: Day,
  ): boolean {
    const days = { ...EVERY_DAY, from, to };
    const covered = { streams: [stream], stages: [stage], days, asAt: at.asAt };
    const begins = recording.reach?.get(stream)?.from ?? null;
    // A source's first record is seldom of the quarter's first day.
    if (begins !== null && begins > lastDayOfMonth(monthOf(from))) return false;
    return (
      to <= at.asAt &&
      partlyRecorded({ streams: [stream], days }, recording).length === 0 &&
      isMeasureRecorded(measure, covered, recording)
    );
  }
}
