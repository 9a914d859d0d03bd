import DataLoader from 'dataloader';
import { type Day, londonDayOf } from '../../domain/calendar/day';
import type { Calendar } from '../../domain/calendar/working-days';
import type { ClockCalendars } from '../../domain/clocks/deadline';
import { recordAudit } from '../../platform/audit/record';
import type { OperationContext } from '../../platform/server/subgraph';
import { groupBy } from '../../platform/tables/group-by';
import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import { type LiveLoaders, liveLoaders } from '../live/live-loaders';
import type { LiveClockRow } from '../live/tables';
import { readCalendar } from '../reference/bank-holidays';
import { readClockCalendars } from '../reference/clock-calendars';
import { closedComplaints } from '../restrictions/closed-complaints';
import { openAlone } from '../restrictions/open-alone';
import { inOrder } from '../stages/complaint-state';
import { enumName, type StreamDefinition } from '../stream/definition';
import { absencesOn } from '../worklists/read-absences';
import type { AbsenceRow } from '../worklists/tables';
import { readClocks } from './read-clocks';
import {
  type AccountRow,
  readAccounts,
  readOwn,
  readOwnAccounts,
  readStages,
  type StageWithNames,
} from './read-stages';

/** A complaint as its fields are read: never without a stage. */
export interface LoadedComplaint {
  readonly id: string;
  readonly stream: string;
  readonly stages: readonly StageWithNames[];
  readonly latest: StageWithNames;
  /** The day of which what is open is told: the newest that the stream's sources reach, today at the latest. */
  readonly asAt: Day;
}

/** What a stream's resolvers get besides the operation's own context. Every look-up is batched by the operation. */
export interface CaseContext extends LiveLoaders {
  readonly stream: StreamDefinition;
  /** The stream's calendar with the bank holidays that people decided on, read once. */
  calendar(): Promise<Calendar>;
  /** The calendars by which limits are counted, read once. */
  clocks(): Promise<ClockCalendars>;
  /** The clocks of a complaint that is worked on here; null for one that is not. */
  readonly liveClocks: DataLoader<string, LiveClockRow | null>;
  readonly complaints: DataLoader<string, LoadedComplaint | null>;
  /** The complaints whose people are closed to the caller, read once unless it is forgotten. */
  readonly closed: { load(): Promise<ReadonlySet<string>>; forget(): void };
  /** Whose complaints are recorded here. */
  readonly authority: string;
  /** For how long an officer opens a restricted case by giving a reason. */
  readonly openingMinutes: number;
  /** The ids of services whose letters are approved by somebody else before they leave; `*` for all. */
  readonly lettersApprovedFor: readonly string[];
  readonly accounts: DataLoader<string, AccountRow[]>;
  readonly ownOfStage: DataLoader<string, OwnValues>;
  /** What only this stream records of people; nothing where the caller may not read the stage's account. */
  readonly ownAccountOfStage: DataLoader<string, OwnValues>;
  /** Of people, by the subjects of their sign-ins: that they are away today, as far as it is for the caller to see. */
  readonly absences: DataLoader<string, AbsenceRow | null>;
}

/** What an installation says of its streams. */
export type Installed = Pick<CaseContext, 'openingMinutes' | 'authority' | 'lettersApprovedFor'>;

/** What a stream's resolvers are given. */
export type StreamContext = OperationContext & CaseContext;

type OwnValues = Readonly<Record<string, string | null>>;

/** Loaders for one operation. An id that is unknown, or that row security hides, is null. */
export function caseLoaders(
  context: OperationContext,
  definition: StreamDefinition,
  { openingMinutes, authority, lettersApprovedFor }: Installed,
): CaseContext {
  const schema = definition.name;
  let calendar: Promise<Calendar> | null = null;
  let clocks: Promise<ClockCalendars> | null = null;
  const closed = closedToCaller(context, schema);
  return {
    ...{ stream: definition, closed, openingMinutes, authority, lettersApprovedFor },
    ...liveLoaders(context, schema),
    calendar() {
      calendar ??= readCalendar(context.transaction, definition);
      return calendar;
    },
    clocks() {
      clocks ??= readClockCalendars(context.transaction, definition);
      return clocks;
    },
    liveClocks: new DataLoader(async (ids) => {
      const rows = await readClocks(context.transaction, { schema, complaintIds: ids });
      const held = new Map(rows.map((row) => [row.complaint_id, row]));
      return ids.map((id) => held.get(id) ?? null);
    }),
    complaints: new DataLoader(async (ids) => {
      const stages = groupBy(
        await readStages(context.transaction, { schema, complaintIds: ids }),
        (row) => row.complaint_id,
      );
      const found = { stream: enumName(schema), today: londonDayOf(context.clock.now()) };
      return ids.map((id) => loadedComplaint(id, found, stages.get(id) ?? []));
    }),
    accounts: new DataLoader(async (ids) => {
      const held = await readAccounts(context.transaction, { schema, complaintIds: ids });
      const rows = openAlone(held, await closed.load());
      const accounts = groupBy(rows, (row) => row.complaint_id);
      if (accounts.size > 0) {
        await recordAudit(context, { schema, action: 'ACCOUNT_READ', recordIds: [...accounts.keys()] });
      }
      return ids.map((id) => accounts.get(id) ?? []);
    }),
    ownOfStage: new DataLoader(async (stageIds) => {
      const rows = await readOwn(context.transaction, { own: definition.ownStage, stageIds });
      const own = new Map(rows.map((row) => [row.stage_id, row]));
      return stageIds.map((id) => own.get(id) ?? {});
    }),
    ownAccountOfStage: new DataLoader((stageIds) =>
      loadOwnAccounts({ ...context, closed }, definition, stageIds),
    ),
    absences: new DataLoader(async (subjects) => {
      keepNoAnswer(context.transaction);
      const on = londonDayOf(context.clock.now());
      const found = await absencesOn(context.transaction, schema, { subjects, on });
      return subjects.map((subject) => found.get(subject) ?? null);
    }),
  };
}

function closedToCaller({ transaction }: OperationContext, schema: string): CaseContext['closed'] {
  let closed: Promise<ReadonlySet<string>> | null = null;
  return {
    load() {
      closed ??= closedComplaints(transaction, schema);
      return closed;
    },
    forget() {
      closed = null;
    },
  };
}

/** Each reading is recorded, as that of an account is. */
async function loadOwnAccounts(
  context: OperationContext & Pick<CaseContext, 'closed'>,
  { name: schema, ownAccount }: StreamDefinition,
  stageIds: readonly string[],
): Promise<OwnValues[]> {
  if (ownAccount === undefined) return stageIds.map(() => ({}));
  const held = await readOwnAccounts(context.transaction, { schema, own: ownAccount, stageIds });
  const rows = openAlone(held, await context.closed.load());
  const recordIds = [...new Set(rows.map((row) => row.complaint_id))];
  if (recordIds.length > 0) await recordAudit(context, { schema, action: 'ACCOUNT_READ', recordIds });
  const own = new Map(rows.map((row) => [row.stage_id, row]));
  return stageIds.map((id) => own.get(id) ?? {});
}

function loadedComplaint(
  id: string,
  { stream, today }: { readonly stream: string; readonly today: Day },
  rows: readonly StageWithNames[],
): LoadedComplaint | null {
  const stages = inOrder(rows);
  const latest = stages.at(-1);
  if (latest === undefined) return null;
  const { newest_day: newest } = latest;
  return { id, stream, stages, latest, asAt: newest !== null && newest < today ? newest : today };
}
