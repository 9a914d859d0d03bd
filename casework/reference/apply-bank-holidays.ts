import { bankHolidayChanged } from '../../contracts/events/bank-holiday-changed';
import { type Day, FIRST_DAY, LAST_DAY } from '../../domain/calendar/day';
import type { Calendar } from '../../domain/calendar/working-days';
import { createFollower, on } from '../../platform/outbox/event-contract';
import type { Follower } from '../../platform/server/subgraph';
import type { Transaction } from '../../platform/transaction/transaction';
import { acknowledgeBy, type Dated, daysToAnswer } from '../stages/clock-days';
import { publishTouched } from '../stages/publish-touched';
import { dueDateOf } from '../stages/stage-state';
import { type Described, describeStream } from '../stream/describe-stream';
import type { StageRow } from '../tables/case-tables';
import { keepBankHolidays, readCalendar } from './bank-holidays';
import { lockMappedWords } from './mapped-words';

/** Stages that are looked at together. */
const BATCH_STAGES = 1_000;

/** No limit to acknowledge reaches further, bank holidays included. */
const LONGEST_ACKNOWLEDGEMENT_DAYS = 31;

type DatedStage = Pick<
  StageRow,
  'id' | 'complaint_id' | 'number' | 'received_on' | 'acknowledged_on' | 'due_on' | 'answered_on'
> & { readonly is_open: boolean };

/**
 * Dates a stream's open stages anew by the bank holidays that directory published, and publishes the complaints that changed
 * by it. What is answered or ended keeps the day by which it was judged, and so does every stage when the follower is
 * built anew; the working days that an answer took are counted by the calendar as it is now. The stream tells its calendar
 * anew, by which others count how old is what is open.
 */
export function holidayFollower(stream: Described): Follower {
  const { name: schema } = stream;
  return createFollower({
    name: 'holidays',
    follows: ['directory'],
    handlers: [
      on(bankHolidayChanged, async (transaction, events) => {
        // Nobody records by the calendar of before while this one is applied.
        await lockMappedWords(transaction, schema);
        const before = await readCalendar(transaction, stream);
        await keepBankHolidays(transaction, schema, events);
        const after = await readCalendar(transaction, stream);
        const days = events.map(({ payload: { day } }) => day).sort();
        const between = { from: days[0] ?? LAST_DAY, to: days.at(-1) ?? FIRST_DAY };
        const touched = await dateAnew(transaction, stream, { before, after, between });
        await publishTouched(transaction, stream, [...touched].sort());
        await describeStream(transaction, stream);
      }),
    ],
    async reset(transaction) {
      await transaction.query(`delete from "${schema}".bank_holiday`);
    },
  });
}

interface Change {
  readonly before: Calendar;
  readonly after: Calendar;
  /** The first and the last day that changed: what was received later, or was due before, is not concerned. */
  readonly between: { readonly from: Day; readonly to: Day };
}

/** Dates the open stages that the change concerns. Returns the complaints of all whose days it changed. */
async function dateAnew(
  transaction: Transaction,
  stream: Dated,
  change: Change,
): Promise<ReadonlySet<string>> {
  const touched = new Set<string>();
  if (change.before === change.after) return touched;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const stages: readonly DatedStage[] = await concernedStages(transaction, stream.name, {
      after,
      ...change.between,
    });
    const moved = stages.flatMap((stage) => redated(stream, stage, change));
    await writeDueDays(transaction, stream.name, moved);
    const recounted = stages.filter((stage) => isCountedAnew(stream, stage, change));
    for (const { complaint_id } of [...moved, ...recounted]) touched.add(complaint_id);
    after = stages.length < BATCH_STAGES ? undefined : stages.at(-1)?.id;
  }
  return touched;
}

/** What is open and due later, was answered later, or has a limit to acknowledge that may reach so far. */
function concernedStages(
  transaction: Transaction,
  schema: string,
  { after, from, to }: { readonly after: string; readonly from: Day; readonly to: Day },
): Promise<DatedStage[]> {
  return transaction.query<DatedStage>(
    `select id, complaint_id, number, received_on, acknowledged_on, due_on, answered_on,
       not ended and answered_on is null and closed_on is null as is_open
     from "${schema}".stage
     where id > $1 and received_on <= $2
       and (due_on >= $3 or answered_on >= $3 or received_on >= $3::date - $4::int)
     order by id limit $5`,
    [after, to, from, LONGEST_ACKNOWLEDGEMENT_DAYS, BATCH_STAGES],
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
  if (!stage.is_open) return [];
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
