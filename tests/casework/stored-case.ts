import { clockCalendars } from '../../casework/live/clock-calendars';
import { liveCaseRow, liveClockRow } from '../../casework/live/live-case-row';
import { readCase } from '../../casework/live/read-case';
import type { LiveClockRow } from '../../casework/live/tables';
import { asPerson } from '../../casework/live/testing';
import { deadlinesField } from '../../casework/reading/deadlines';
import type { StreamContext } from '../../casework/reading/loaders';
import type { StageRow } from '../../casework/tables/case-tables';
import type { Day } from '../../domain/calendar/day';
import type { ClockCalendars, Deadline } from '../../domain/clocks/deadline';
import { deadlinesOf } from '../../domain/clocks/deadlines';
import { caseOf } from '../../domain/procedure/case-of';
import type { CaseState, StageOfCase } from '../../domain/procedure/case-state';
import type { TimelineEntry } from '../../domain/procedure/command';
import { versionOfStage } from '../../domain/procedure/permitted';
import type { LiveProcedure } from '../../domain/procedure/stage-version';
import { keysOf } from '../../platform/tables/keys-of';
import { asText } from './in-order';
import { type KeptBeside, readBeside, toldBeside } from './kept-beside';
import type { Played } from './played';

/** A stored complaint, and what its timeline tells. */
export interface Stored {
  readonly state: CaseState;
  readonly entries: readonly TimelineEntry[];
  /** The last day for the answer of each stage. */
  readonly answerDueOn: readonly (Day | null)[];
  /** Whatever is not as the timeline tells. */
  readonly problems: readonly string[];
}

/** A complaint of a sequence, looked at on a day, with the surname that its complainant was given last; null of one that something else worked on, of which what is beside its timeline is not looked at. */
interface Of {
  readonly complaintId: string;
  readonly today: Day;
  readonly surname: string | null;
}

interface Kept {
  readonly entries: readonly TimelineEntry[];
  readonly live: Awaited<ReturnType<typeof readCase>>['held'];
  readonly clock: LiveClockRow | null;
  readonly stages: readonly StageRow[];
  readonly deadlines: readonly Deadline[] | null;
  readonly beside: KeptBeside;
  readonly calendars: ClockCalendars;
}

/** Reads all that is kept of a complaint, and works it out again of the entries of its timeline alone. */
export async function storedCase(
  { stream, dataSource }: Pick<Played, 'stream' | 'dataSource'>,
  { complaintId, today, surname }: Of,
): Promise<Stored> {
  const officer = { subject: 'olive', role: 'officer', streams: [stream.name] };
  const kept = await asPerson({ stream, dataSource, today }, officer, (context) =>
    read(context, complaintId),
  );
  const { liveProcedure: procedure } = stream.stream;
  const state = caseOf({ procedure, entries: kept.entries });
  const limits = state.stages.map((stage) =>
    limitsOf(stage, { procedure, today, calendars: kept.calendars }),
  );
  const answerDueOn = limits.map((all) => all.find(({ name }) => name === 'ANSWER')?.dueOn ?? null);
  const last = kept.entries.at(-1);
  const row = liveCaseRow(complaintId, state, {
    ...{ procedure, calendars: kept.calendars, now: new Date(last?.at ?? '') },
    began: new Date(kept.entries[0]?.at ?? ''),
  });
  const pairs: readonly Pair[] = [
    ['places', kept.entries.map(({ place }) => place), kept.entries.map((_, index) => index + 1)],
    ['live_case', kept.live, row],
    ['live_case.answer_due_on', kept.live?.answer_due_on ?? null, answerDueOn.at(-1) ?? null],
    ['live_clock', kept.clock?.stages, liveClockRow(complaintId, state).stages],
    ['the stages', kept.stages.map(shortOf), expectedStages(state, answerDueOn)],
    ['deadlines', kept.deadlines ?? [], state.isSettled ? [] : limits.flat()],
    ...besidePairs(kept, surname === null ? null : toldBeside(kept.entries, { complaintId, state, surname })),
  ];
  return { state, entries: kept.entries, answerDueOn, problems: pairs.flatMap(differs) };
}

type Pair = readonly [string, unknown, unknown];

const besidePairs = ({ beside }: Kept, told: KeptBeside | null): readonly Pair[] =>
  told === null ? [] : keysOf(told).map((what) => [what, beside[what], told[what]]);

async function read(context: StreamContext, complaintId: string): Promise<Kept> {
  const { transaction, stream } = context;
  const of = { schema: stream.name, complaintId };
  const complaint = await context.complaints.load(complaintId);
  const { held, entries } = await readCase(transaction, of);
  const [clock = null] = await transaction.query<LiveClockRow>(
    `select * from "${stream.name}".live_clock where complaint_id = $1`,
    [complaintId],
  );
  return {
    clock,
    entries,
    live: held,
    stages: await transaction.query<StageRow>(
      `select * from "${stream.name}".stage where complaint_id = $1 order by number`,
      [complaintId],
    ),
    deadlines: complaint && (await deadlinesField(complaint, {}, context)),
    beside: await readBeside(context, complaintId),
    calendars: await clockCalendars(context),
  };
}

function limitsOf(
  stage: StageOfCase,
  on: { readonly procedure: LiveProcedure; readonly calendars: ClockCalendars; readonly today: Day },
): readonly Deadline[] {
  const version = versionOfStage(on.procedure, stage);
  return version === null ? [] : deadlinesOf({ ...on, stage, version });
}

/** What figures are made of. */
const shortOf = (row: StageRow) => ({
  ...{ number: row.number, route: row.route, received: row.received_on, acknowledged: row.acknowledged_on },
  ...{ due: row.due_on, answered: row.answered_on, closed: row.closed_on, ended: row.ended },
  ...{ outcome: row.outcome, why: row.closure_reason, source: row.source },
});

const expectedStages = (state: CaseState, answerDueOn: Stored['answerDueOn']) =>
  (state.isSettled ? [] : state.stages).map((stage, index) => ({
    ...{ number: stage.number, route: stage.route, received: stage.receivedOn },
    ...{ acknowledged: stage.acknowledgedOn, due: answerDueOn[index] ?? null, answered: stage.answeredOn },
    ...{ closed: stage.endedOn, ended: stage.endedOn !== null, outcome: stage.outcome },
    ...{ why: stage.closureReason, source: 'casework' },
  }));

function differs([what, stored, told]: Pair): string[] {
  const [one, other] = [asText(stored), asText(told)];
  return one === other ? [] : [`${what}: ${one}, and by the timeline ${other}`];
}
