import { isDay, londonDayOf, toDay } from '../../domain/calendar/day';
import type { StageAsked } from '../../domain/clocks/deadlines';
import { clockedImport } from '../../domain/clocks/imported-stage';
import { stageRule } from '../../domain/procedure/procedure';
import { type LimitRule, stageVersion } from '../../domain/procedure/stage-version';
import { importedCalendars } from '../reference/clock-calendars';
import { standing } from '../stages/complaint-state';
import type { StreamDefinition } from '../stream/definition';
import type { LoadedComplaint, StreamContext } from './loaders';
import type { StageWithNames } from './read-stages';

/**
 * The stages of a complaint for clocks, in order: those worked on here by the procedure's version of the day on which each
 * was received, imported ones by the rule that dates them. A stage for which there was no rule is left out.
 */
export async function clockedStages(
  complaint: LoadedComplaint,
  context: StreamContext,
): Promise<StageAsked[]> {
  const live = await context.liveClocks.load(complaint.id);
  const asked = complaint.stages.map(async (row): Promise<StageAsked[]> => {
    const stage = live?.stages.find(({ number, isInherited }) => number === row.number && !isInherited);
    if (stage === undefined) return importedStage(row, complaint, context);
    const version = stageVersion({
      ...{ procedure: context.stream.liveProcedure, stage: stage.number, receivedOn: stage.receivedOn },
    });
    const today = londonDayOf(context.clock.now());
    return version === null ? [] : [{ stage, version, calendars: await context.clocks(), today }];
  });
  return (await Promise.all(asked)).flat();
}

async function importedStage(
  row: StageWithNames,
  { asAt }: LoadedComplaint,
  { stream, clocks, ownOfStage }: StreamContext,
): Promise<StageAsked[]> {
  const receivedOn = toDay(row.received_on);
  const rule = stageRule({ procedure: stream.procedure, stage: row.number, receivedOn });
  if (rule === null) return [];
  const { status, closedOn } = standing(row);
  const { panel } = stream;
  const own = panel === undefined ? {} : await ownOfStage.load(row.id);
  const further = panelLimits(stream, { stage: row.number, receivedOn });
  const stage = {
    ...{ number: row.number, receivedOn, isEnded: status === 'CLOSED' },
    acknowledgedOn: dayOf(row.acknowledged_on),
    dueOn: dayOf(row.due_on),
    answeredOn: dayOf(row.answered_on),
    endedOn: dayOf(closedOn),
    panelHeldOn: dayOf(panel && own[panel.heldOn]),
    panelReportedOn: dayOf(panel && own[panel.reportedOn]),
  };
  const calendars = importedCalendars(await clocks());
  return [{ ...clockedImport({ stage, rule, calendars, further }), today: asAt }];
}

const dayOf = (kept: string | null | undefined) => (kept && isDay(kept) ? kept : null);

/** The limits of a panel, of which an imported stage records when it met and reported: those of the live procedure. */
function panelLimits(
  { panel, liveProcedure: procedure }: StreamDefinition,
  of: Pick<Parameters<typeof stageVersion>[0], 'stage' | 'receivedOn'>,
): readonly LimitRule[] {
  if (panel === undefined) return [];
  const version = stageVersion({ procedure, ...of });
  return (version?.limits ?? []).filter(({ metBy }) => metBy === 'panelHeld' || metBy === 'panelReported');
}
