import type { Day } from '../../domain/calendar/day';
import type { Calendar } from '../../domain/calendar/working-days';
import type { Transaction } from '../../platform/transaction/transaction';
import { acknowledgeBy, type Dated, daysToAnswer } from '../stages/clock-days';
import { dueDateOf } from '../stages/stage-state';
import type { StageRow } from '../tables/case-tables';

/** Stages that are looked at together. */
const BATCH_STAGES = 1_000;

type DatedStage = Pick<
  StageRow,
  'id' | 'complaint_id' | 'number' | 'received_on' | 'acknowledged_on' | 'due_on' | 'answered_on'
> & {
  readonly is_open: boolean;
  /** Whether it is worked on here: then its limits are those of the live procedure, and are moved by them. */
  readonly is_live: boolean;
};

/** A stream's calendar as it was and as it is. */
export interface Change {
  readonly before: Calendar;
  readonly after: Calendar;
}

/** What dating anew changed. */
export interface DatedAnew {
  /** The complaints of all whose days it changed. */
  readonly touched: ReadonlySet<string>;
  /** How many open stages have another due day. */
  readonly moved: number;
}

/**
 * Dates the open stages that the change concerns: what was received after the last day that changed, or was due before the
 * first, is not.
 */
export async function dateAnew(transaction: Transaction, stream: Dated, change: Change): Promise<DatedAnew> {
  const touched = new Set<string>();
  let moved = 0;
  const between = changedDays(change);
  if (between === null) return { touched, moved };
  const days = { ...between, acknowledgedFrom: acknowledgedFrom(stream, change.before, between.from) };
  for (let after: string | undefined = ''; after !== undefined; ) {
    const stages: readonly DatedStage[] = await concernedStages(transaction, stream.name, { after, ...days });
    const redue = stages.flatMap((stage) => redated(stream, stage, change));
    await writeDueDays(transaction, stream.name, redue);
    moved += redue.length;
    const recounted = stages.filter((stage) => isCountedAnew(stream, stage, change));
    for (const { complaint_id } of [...redue, ...recounted]) touched.add(complaint_id);
    after = stages.length < BATCH_STAGES ? undefined : stages.at(-1)?.id;
  }
  return { touched, moved };
}

/** The first and the last day that is worked in one calendar alone; null where there is none. */
export function changedDays({ before, after }: Change): { readonly from: Day; readonly to: Day } | null {
  if (before === after) return null;
  const [was, is] = [before, after].map(({ daysOff }) => new Set(daysOff.map(({ day }) => day)));
  const changed = [...before.daysOff, ...after.daysOff]
    .map(({ day }) => day)
    .filter((day) => was?.has(day) !== is?.has(day))
    .sort();
  const [from, to] = [changed[0], changed.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/** The first day of receipt for which the last day to acknowledge may be this one or later. */
function acknowledgedFrom({ procedure }: Pick<Dated, 'procedure'>, calendar: Calendar, day: Day): Day {
  const longest = Math.max(
    ...procedure.rules.map(({ acknowledgeWithin }) => acknowledgeWithin?.workingDays ?? 0),
  );
  const worked = calendar.workingDays.filter((each) => each < day);
  return worked[worked.length - longest] ?? calendar.firstDay;
}

/** What is open and due later, was answered later, or has a limit to acknowledge that may reach so far. */
function concernedStages(
  transaction: Transaction,
  schema: string,
  of: { readonly after: string; readonly from: Day; readonly to: Day; readonly acknowledgedFrom: Day },
): Promise<DatedStage[]> {
  return transaction.query<DatedStage>(
    `select id, complaint_id, number, received_on, acknowledged_on, due_on, answered_on,
       not ended and answered_on is null and closed_on is null as is_open,
       exists (select from "${schema}".live_clock, jsonb_array_elements(live_clock.stages) as live
         where live_clock.complaint_id = stage.complaint_id and (live ->> 'number')::int = stage.number
           and not (live ->> 'isInherited')::boolean) as is_live
     from "${schema}".stage
     where id > $1 and received_on <= $2
       and (due_on >= $3 or answered_on >= $3 or received_on >= $4)
     order by id limit $5`,
    [of.after, of.to, of.from, of.acknowledgedFrom, BATCH_STAGES],
  );
}

/** Whether other working days are counted of a stage: those to its answer, or those to acknowledge it. */
function isCountedAnew({ procedure }: Dated, stage: DatedStage, { before, after }: Change): boolean {
  return (
    daysToAnswer(stage, before) !== daysToAnswer(stage, after) ||
    acknowledgeBy(stage, { procedure, calendar: before }) !==
      acknowledgeBy(stage, { procedure, calendar: after })
  );
}

/**
 * The stage with its new due day, where that moves. A stage keeps its due day alone, and not whether somebody agreed it: one
 * that is not the limit by the calendar of before was agreed, and an agreed day stays.
 */
function redated({ procedure }: Dated, stage: DatedStage, { before, after }: Change): DatedStage[] {
  const dueBy = (calendar: Calendar) =>
    dueDateOf(
      { procedure, calendar },
      {
        ...{ number: stage.number, receivedOn: stage.received_on, acknowledgedOn: stage.acknowledged_on },
        agreedDueOn: null,
      },
    ).dueOn;
  if (!stage.is_open || stage.is_live) return [];
  const due_on = dueBy(after);
  return stage.due_on === dueBy(before) && stage.due_on !== due_on ? [{ ...stage, due_on }] : [];
}

async function writeDueDays(
  transaction: Transaction,
  schema: string,
  stages: readonly DatedStage[],
): Promise<void> {
  if (stages.length === 0) return;
  await transaction.query(
    `update "${schema}".stage set due_on = moved.due_on
     from unnest($1::text[], $2::date[]) as moved (id, due_on) where stage.id = moved.id`,
    [stages.map(({ id }) => id), stages.map(({ due_on }) => due_on)],
  );
}
