import { toDay } from '../../domain/calendar/day';
import { isAnsweredInTime, isOverdue } from '../../domain/findings';
import { openAlone } from '../restrictions/open-alone';
import { standing } from '../stages/complaint-state';
import { deadlinesField, whatIfField } from './deadlines';
import type { LoadedComplaint, StreamContext } from './loaders';
import type { AccountRow, StageWithNames } from './read-stages';

/** How the interface `Complaint` is resolved in a stream, which knows of one type that implements it. */
export const entityOf = <Type extends string>(type: Type) => ({
  Complaint: { __resolveType: () => type, __resolveReference: () => null },
});

/** One complaint of the stream by its id; null for one that is unknown, or hidden from the caller. */
export const complaintField = (_parent: object, { id }: { id: string }, { complaints }: StreamContext) =>
  complaints.load(id);

/** The fields that every stream's complaint type has. An id that is unknown, or hidden from the caller, is null. */
export const complaintFields = {
  __resolveReference: async ({ id }: { id?: unknown }, { complaints }: StreamContext) =>
    typeof id === 'string' ? complaints.load(id) : null,
  reference: ({ latest }: LoadedComplaint) => latest.reference,
  // A system that keeps all stages in one record has one reference for them.
  references: ({ stages }: LoadedComplaint) => [...new Set(stages.map((stage) => stage.reference))],
  stage: ({ latest }: LoadedComplaint) => latest.number,
  status: ({ latest }: LoadedComplaint) => standing(latest).status,
  receivedOn: ({ stages, latest }: LoadedComplaint) => (stages[0] ?? latest).received_on,
  dueOn: ({ latest }: LoadedComplaint) => latest.due_on,
  answeredOn: ({ latest }: LoadedComplaint) => latest.answered_on,
  closedOn: ({ latest }: LoadedComplaint) => standing(latest).closedOn,
  overdue: ({ latest, asAt }: LoadedComplaint) =>
    isOverdue({
      ended: standing(latest).status === 'CLOSED',
      dueOn: latest.due_on === null ? null : toDay(latest.due_on),
      today: asAt,
    }),
  overdueAsAt: ({ asAt }: LoadedComplaint) => asAt,
  service: ({ latest }: LoadedComplaint) => latest.service,
  directorate: ({ latest }: LoadedComplaint) => latest.directorate,
  theme: ({ latest }: LoadedComplaint) => latest.theme,
  channel: ({ latest }: LoadedComplaint) => latest.channel,
  outcome: ({ latest }: LoadedComplaint) => latest.outcome,
  closureReason: ({ latest }: LoadedComplaint) => latest.closure_reason,
  accounts: ({ id }: LoadedComplaint, _: object, { accounts }: StreamContext) => accounts.load(id),
  deadlines: deadlinesField,
  whatIf: whatIfField,
};

/** The fields of a stage. */
export const stageFields = {
  stage: ({ number }: StageWithNames) => number,
  receivedOn: (stage: StageWithNames) => stage.received_on,
  dueOn: (stage: StageWithNames) => stage.due_on,
  answeredOn: (stage: StageWithNames) => stage.answered_on,
  closureReason: (stage: StageWithNames) => stage.closure_reason,
  inTime: (stage: StageWithNames) =>
    isAnsweredInTime({
      answeredOn: stage.answered_on === null ? null : toDay(stage.answered_on),
      dueOn: stage.due_on === null ? null : toDay(stage.due_on),
    }),
  // A system that keeps all stages in one record has one lineage for them.
  lineage: async (stage: StageWithNames, _: object, { closed }: StreamContext) =>
    openAlone([stage], await closed.load()).map(({ source, case_key, key }) => ({
      ...{ source, record: case_key ?? key },
    }))[0] ?? null,
};

/** The fields of an account. */
export const accountFields = {
  stage: (account: AccountRow) => account.number,
};
