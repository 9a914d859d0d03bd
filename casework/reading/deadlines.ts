import { type Day, isDay, londonDayOf } from '../../domain/calendar/day';
import type { Deadline } from '../../domain/clocks/deadline';
import { deadlinesOf, type StageAsked } from '../../domain/clocks/deadlines';
import { type AssumedDays, notAssumable, withAssumed } from '../../domain/clocks/what-if';
import { stageVersion } from '../../domain/procedure/stage-version';
import { badUserInput } from '../../platform/server/errors';
import { readDay } from '../../platform/server/read-day';
import { clockedStages } from './clocked-stages';
import type { LoadedComplaint, StreamContext } from './loaders';

/** The limits of a complaint, stage by stage, and how each day comes about. */
export async function deadlinesField(
  complaint: LoadedComplaint,
  _: object,
  context: StreamContext,
): Promise<Deadline[]> {
  return (await clockedStages(complaint, context)).flatMap(deadlinesOf);
}

/** The days that are assumed, as anything that the scalar lets through. */
export type GivenDays = { readonly stage?: number | null } & {
  readonly [Part in keyof AssumedDays]?: unknown;
};

/**
 * The limits of a complaint if days of one of its stages were others. Nothing is recorded. Throws BAD_USER_INPUT for a stage
 * that it has not, a day that is none, and days that cannot be meant together.
 */
export async function whatIfField(
  complaint: LoadedComplaint,
  { assume: { stage: number, ...given } }: { readonly assume: GivenDays },
  context: StreamContext,
): Promise<Deadline[]> {
  const assume = readAssumed(given);
  const stages = await clockedStages(complaint, context);
  const meant = number ?? complaint.latest.number;
  const asked = stages.find(({ stage }) => stage.number === meant);
  if (asked === undefined) throw noStage(meant, stages);
  const today = londonDayOf(context.clock.now());
  const changed = withVersion({ ...asked, today }, assume, context);
  const problem = notAssumable(assume, changed);
  if (problem !== null) throw badUserInput(`\`${problem.part}\` ${problem.why}`);
  const assumed = { ...changed, stage: withAssumed(assume, changed) };
  return stages.flatMap((each) => deadlinesOf(each === asked ? assumed : each));
}

const readAssumed = (given: Omit<GivenDays, 'stage'>): AssumedDays => {
  const day = (part: keyof AssumedDays): Day | null => readDay(part, given[part], isDay);
  return {
    receivedOn: day('receivedOn'),
    acknowledgedOn: day('acknowledgedOn'),
    answerBy: day('answerBy'),
    extendedTo: day('extendedTo'),
    suspendedOn: day('suspendedOn'),
    resumedOn: day('resumedOn'),
    statementAgreedOn: day('statementAgreedOn'),
    panelHeldOn: day('panelHeldOn'),
    panelReportedOn: day('panelReportedOn'),
  };
};

/** Another day of receipt may lead to another version of the procedure; an imported stage keeps its rule. */
function withVersion(asked: StageAsked, { receivedOn }: AssumedDays, { stream }: StreamContext): StageAsked {
  const { number: stage, isInherited } = asked.stage;
  if (receivedOn === null || isInherited) return asked;
  const version = stageVersion({ procedure: stream.liveProcedure, stage, receivedOn });
  if (version !== null) return { ...asked, version };
  throw badUserInput(`\`receivedOn\` is ${receivedOn}: the rules of stage ${stage} were not in force then.`);
}

function noStage(stage: number, stages: readonly StageAsked[]): Error {
  const had = stages.map((each) => each.stage.number).join(', ');
  const has = had === '' ? 'no stage with limits' : `limits in these: ${had}`;
  return badUserInput(`\`stage\` is ${stage}, which this complaint has no limits for. It has ${has}.`);
}
