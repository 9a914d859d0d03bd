import { isDay, londonDayOf, toDay } from '../../domain/calendar/day';
import { countedWhenAsked, type ListPage, type PageArguments } from '../../platform/lists/list';
import { readDay } from '../../platform/server/read-day';
import type { Resolvers } from '../../platform/server/subgraph';
import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import { checkMayWork } from '../live/live-caller';
import type { LiveCaseRow } from '../live/tables';
import type { StreamContext } from '../reading/loaders';
import { endAbsence, recordAbsence } from './absences';
import { assignMany } from './assign-many';
import { readGroups, saveGroup } from './groups';
import { handOverWork } from './hand-over';
import type { WorklistFilter, WorklistKind } from './list-conditions';
import type { ManyDone } from './many';
import { readAbsences } from './read-absences';
import { readWorklist } from './read-worklist';
import type { AbsenceRow, GroupRow } from './tables';
import { type UrgencyDays, urgencyOf, workingDaysLeft } from './urgency';
import { countByAssignee, countLists } from './worklist-counts';
import { worklistView } from './worklist-view';

/** What a stream's resolvers have of worklists, and of who works on them, alike in all. */
export function worklistResolvers(stream: string): Resolvers {
  return {
    Query: {
      [`${stream}Worklist`]: worklist,
      [`${stream}WorklistCounts`]: worklistCounts,
      [`${stream}Groups`]: groups,
      [`${stream}Absences`]: absences,
    },
    Mutation: commands(`${stream.charAt(0).toUpperCase()}${stream.slice(1)}`),
    WorklistConnection: countedWhenAsked,
    LiveCase: { absence: ofAssignee, workingDaysLeft: daysLeft },
    CaseGroup: { callGroups: ({ call_groups }: GroupRow) => call_groups },
    Absence: absenceFields,
    ManyDone: { absence: ofReceiver },
    OneDone: { complaint: complaintById },
    OneRefused: { complaint: complaintById },
  };
}

interface Narrowed {
  readonly where?: WorklistFilter | null;
  readonly withinWorkingDays?: number | null;
}
interface ListAsked extends Narrowed, PageArguments {
  readonly list: WorklistKind;
}

const USUAL_DAYS = 5;
const daysAhead = ({ withinWorkingDays }: Narrowed): number => withinWorkingDays ?? USUAL_DAYS;

/** What the caller may see of it changes with the day and with who is away: no answer is kept. */
function open({ identity, stream, transaction }: StreamContext): void {
  checkMayWork(identity, stream.name);
  keepNoAnswer(transaction);
}

async function worklist(
  _: object,
  { list: kind, where, first, after, ...asked }: ListAsked,
  context: StreamContext,
) {
  open(context);
  const withinWorkingDays = daysAhead(asked);
  const view = await worklistView(context, withinWorkingDays);
  const page = await readWorklist(context.transaction, context.stream.name, {
    ...{ kind, view, filter: where ?? {}, withinWorkingDays, paging: { first, after } },
  });
  return withUrgency(page, view, context);
}

async function withUrgency(
  page: ListPage<LiveCaseRow>,
  { today, soonUntil }: UrgencyDays,
  context: StreamContext,
) {
  const calendar = await context.calendar();
  const edges = page.edges.map((edge) => {
    const { next_due_on: due, waits_for: waitsFor } = edge.node;
    const dueOn = due === null ? null : toDay(due);
    return {
      ...edge,
      urgency: urgencyOf({ dueOn, waitsFor, today, soonUntil }),
      workingDaysLeft: workingDaysLeft({ dueOn, today, calendar }),
    };
  });
  return { ...page, edges, asAt: today, soonUntil };
}

async function worklistCounts(_: object, { where, ...asked }: Narrowed, context: StreamContext) {
  open(context);
  const { transaction, stream, identity } = context;
  const view = await worklistView(context, daysAhead(asked));
  const narrowed = { view, filter: where ?? {} };
  return {
    ...{ asAt: view.today, soonUntil: view.soonUntil },
    lists: () => countLists(transaction, stream.name, narrowed),
    assignees: () =>
      identity.role === 'officer' ? countByAssignee(transaction, stream.name, narrowed) : null,
  };
}

function groups(_: object, __: object, context: StreamContext) {
  open(context);
  return readGroups(context.transaction, context.stream.name);
}

function absences(_: object, { on }: { readonly on?: unknown }, context: StreamContext) {
  open(context);
  const day = readDay('on', on, isDay) ?? londonDayOf(context.clock.now());
  return readAbsences(context.transaction, context.stream.name, day);
}

const ofAssignee = (
  { assigned_to: assignee }: Pick<LiveCaseRow, 'assigned_to'>,
  _: object,
  context: StreamContext,
) => (assignee === null ? null : context.absences.load(assignee));

async function daysLeft({ next_due_on: due }: LiveCaseRow, _: object, { clock, ...context }: StreamContext) {
  if (due === null) return null;
  const [today, calendar] = [londonDayOf(clock.now()), await context.calendar()];
  return workingDaysLeft({ dueOn: toDay(due), today, calendar });
}

const ofReceiver = ({ to }: ManyDone, _: object, context: StreamContext) =>
  to === null ? null : context.absences.load(to);

const complaintById = ({ id }: { id: string }, _: object, { complaints }: StreamContext) =>
  complaints.load(id);

const absenceFields = {
  from: ({ from_day }: AbsenceRow) => from_day,
  to: ({ to_day }: AbsenceRow) => to_day,
  standsIn: ({ stands_in }: AbsenceRow) => stands_in,
  recordedBy: ({ recorded_by }: AbsenceRow) => recorded_by,
  endedAt: ({ ended_at }: AbsenceRow) => ended_at?.toISOString() ?? null,
};

/** A command as a resolver of a root field. */
const done =
  <Asked>(command: (asked: Asked, context: StreamContext) => Promise<unknown>) =>
  (_: unknown, asked: Asked, context: StreamContext) =>
    command(asked, context);

const commands = (name: string) => ({
  [`save${name}Group`]: done(saveGroup),
  [`record${name}Absence`]: done(recordAbsence),
  [`end${name}Absence`]: done(endAbsence),
  [`assign${name}Complaints`]: done(assignMany),
  [`handOver${name}Work`]: done(handOverWork),
});
