import type { Day } from '../../domain/calendar/day';
import type { FactsOf } from '../../domain/procedure/command';
import type { Transaction } from '../../platform/transaction/transaction';
import { answerDueOn, openLimits } from '../live/limits-of-stage';
import type { LiveClockRow } from '../live/tables';
import type { Clocked } from './clock-calendars';
import { changedDays, type DatedAnew } from './date-anew';
import { type ClockChange, movedLimits } from './moved-limits';

/** Complaints that are looked at together. */
const BATCH_COMPLAINTS = 1_000;
/** For so many days at most after its last command a limit of a stage that ended may run: to ask for the next. */
const LONGEST_AFTER_END_DAYS = 120;
/** Who moved it, in the timeline: nobody. */
const CALENDAR = 'calendar';

interface Held extends LiveClockRow {
  readonly version: number;
}

/** A complaint whose limits moved, as it is to stand. */
interface Moved {
  readonly complaintId: string;
  readonly version: number;
  readonly stage: number;
  readonly redated: readonly FactsOf<'redate'>[];
  readonly nextLimit: string | null;
  readonly nextDueOn: Day | null;
  readonly answerDueOn: Day | null;
  /** Whether the stage is due by the live procedure, and not by the system that it came from. */
  readonly isDatedHere: boolean;
}

/**
 * Moves the limits of complaints that are worked on here and wait for something, and says so in their timelines: an entry
 * for each limit. What is met or ended keeps its days.
 */
export async function dateLiveAnew(
  transaction: Transaction,
  stream: Clocked,
  change: ClockChange & { readonly now: Date },
): Promise<DatedAnew> {
  const touched = new Set<string>();
  let moved = 0;
  const from = firstChanged(change);
  if (from === null) return { touched, moved };
  for (let after: string | undefined = ''; after !== undefined; ) {
    const held: readonly Held[] = await concerned(transaction, stream.name, { after, from });
    const anew = held.flatMap((each) => movedOf(stream, each, change));
    await writeMoved(transaction, stream.name, { moved: anew, now: change.now });
    for (const { complaintId, redated } of anew) {
      touched.add(complaintId);
      moved += redated.length;
    }
    after = held.length < BATCH_COMPLAINTS ? undefined : held.at(-1)?.complaint_id;
  }
  return { touched, moved };
}

/** The first day that is counted by one of the calendars alone. */
function firstChanged({ before, after }: ClockChange): Day | null {
  const working = changedDays({ before: before.working, after: after.working });
  const school = changedDays({
    before: before.school ?? before.working,
    after: after.school ?? after.working,
  });
  const days = [working, school].flatMap((each) => (each === null ? [] : [each.from]));
  return days.sort()[0] ?? null;
}

/** What is open, and what ended not so long before the change that the next stage may be asked for still. */
const concerned = (
  transaction: Transaction,
  schema: string,
  of: { readonly after: string; readonly from: Day },
): Promise<Held[]> =>
  transaction.query<Held>(
    `select live_case.complaint_id, live_case.version, live_clock.stages
     from "${schema}".live_case join "${schema}".live_clock using (complaint_id)
     where complaint_id > $1 and (not is_ended or changed_at >= $2::date - $3::int)
     order by complaint_id limit $4`,
    [of.after, of.from, LONGEST_AFTER_END_DAYS, BATCH_COMPLAINTS],
  );

function movedOf(
  { liveProcedure: procedure }: Clocked,
  { complaint_id: complaintId, version, stages }: Held,
  change: ClockChange,
): Moved[] {
  const stage = stages.at(-1);
  const redated = stage === undefined ? [] : movedLimits(procedure, stage, change);
  if (stage === undefined || redated.length === 0) return [];
  const counting = { procedure, calendars: change.after };
  const next = openLimits(counting, stage).find(({ dueOn }) => dueOn !== null);
  const isDatedHere = !stage.isInherited && redated.some(({ limit }) => limit === 'ANSWER');
  return [
    {
      ...{ complaintId, version, stage: stage.number, redated, isDatedHere },
      ...{ nextLimit: next?.name ?? null, nextDueOn: next?.dueOn ?? null },
      answerDueOn: answerDueOn(counting, stage),
    },
  ];
}

async function writeMoved(
  transaction: Transaction,
  schema: string,
  { moved, now }: { readonly moved: readonly Moved[]; readonly now: Date },
): Promise<void> {
  if (moved.length === 0) return;
  const entries = moved.flatMap(({ complaintId, version, stage, redated }) =>
    redated.map((facts, index) => ({ complaintId, place: version + index + 1, stage, facts })),
  );
  await transaction.query(
    `insert into "${schema}".timeline_entry (complaint_id, place, stage, event, facts, by, at)
     select "complaintId", place, stage, 'redate', facts, $2, $3
     from jsonb_to_recordset($1::jsonb) as entry ("complaintId" text, place int, stage smallint, facts jsonb)`,
    [JSON.stringify(entries), CALENDAR, now],
  );
  const anew = JSON.stringify(moved.map(({ redated, ...rest }) => ({ ...rest, count: redated.length })));
  await transaction.query(
    `update "${schema}".live_case set version = live_case.version + anew.count, next_limit = anew."nextLimit",
       next_due_on = anew."nextDueOn", answer_due_on = anew."answerDueOn"
     from jsonb_to_recordset($1::jsonb) as anew ("complaintId" text, count int, "nextLimit" text,
       "nextDueOn" date, "answerDueOn" date)
     where live_case.complaint_id = anew."complaintId"`,
    [anew],
  );
  await transaction.query(
    `update "${schema}".stage set due_on = anew."answerDueOn"
     from jsonb_to_recordset($1::jsonb) as anew ("complaintId" text, stage int, "isDatedHere" boolean, "answerDueOn" date)
     where stage.complaint_id = anew."complaintId" and stage.number = anew.stage and anew."isDatedHere"`,
    [anew],
  );
}
