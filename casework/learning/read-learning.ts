import type { Day } from '../../domain/calendar/day';
import type { RecommendationEnd } from '../../domain/procedure/learning';
import type { Conditions } from '../../platform/lists/conditions';
import type { List, Narrow } from '../../platform/lists/list';
import type { Transaction } from '../../platform/transaction/transaction';
import type { ShownEntry } from '../live/refusals';
import { type CauseRow, learningTables, type PromiseRow, type RecommendationRow } from './tables';

/** What was learned, with the entry that made it as far as the caller works on its complaint. */
type Told<Row> = Row & {
  readonly entry: (Omit<ShownEntry, 'at' | 'complaintId'> & { readonly at: string }) | null;
};
export type ToldPromise = Told<PromiseRow>;
export type ToldRecommendation = Told<RecommendationRow>;

/** Row policies keep entries to those who work on the complaint. */
const ENTRY = `(select jsonb_build_object('place', entry.place, 'stage', entry.stage, 'by', entry.by,
    'facts', entry.facts, 'at', entry.at)`;
const withEntry = (schema: string, table: string): string =>
  `select learned.*, ${ENTRY} from "${schema}".timeline_entry entry
     where entry.complaint_id = learned.complaint_id and entry.place = learned.place) as entry
   from "${schema}".${table} learned`;

/** Promised actions that the caller may see, those due first before others. */
export const promiseList = (schema: string): List<ToldPromise, ToldPromise> => ({
  field: `${schema}Promises`,
  table: `${learningTables(schema).promise.table} learned`,
  order: { due_on: 'date', complaint_id: 'text', place: 'int' },
  direction: 'asc',
  select: (rows) => `${withEntry(schema, 'promised_action')} ${rows}`,
  keyOf: ({ due_on, complaint_id, place }) => [due_on, complaint_id, place],
  nodeOf: (row) => row,
});

/** Recommendations that the caller may see, the newest first. */
export const recommendationList = (schema: string): List<ToldRecommendation, ToldRecommendation> => ({
  field: `${schema}Recommendations`,
  table: `${learningTables(schema).recommendation.table} learned`,
  order: { made_at: 'timestamptz', complaint_id: 'text', place: 'int' },
  direction: 'desc',
  select: (rows) => `${withEntry(schema, 'recommendation')} ${rows}`,
  keyOf: ({ made_at, complaint_id, place }) => [made_at.toISOString(), complaint_id, place],
  nodeOf: (row) => row,
});

/** Which promises; what is left out, or null, narrows nothing. */
export interface PromiseFilter {
  readonly isOverdue?: boolean | null;
  readonly isDone?: boolean | null;
  readonly owner?: string | null;
  readonly serviceId?: string | null;
  readonly dueFrom?: Day | null;
  readonly dueTo?: Day | null;
}

const OPEN = '(kept_on is null and dropped_on is null)';

/** Narrows promises as at a day. */
export const narrowPromises =
  (where: PromiseFilter, today: Day): Narrow =>
  (conditions) => {
    const overdue = () => `(${OPEN} and due_on < ${conditions.bind(today, 'date')})`;
    if (is(where.isOverdue)) conditions.add(where.isOverdue ? overdue() : `not ${overdue()}`);
    if (is(where.isDone)) conditions.add(where.isDone ? `not ${OPEN}` : OPEN);
    narrowToOwner(where, conditions);
    if (is(where.dueFrom)) conditions.add(`due_on >= ${conditions.bind(where.dueFrom, 'date')}`);
    if (is(where.dueTo)) conditions.add(`due_on <= ${conditions.bind(where.dueTo, 'date')}`);
  };

function narrowToOwner(
  { owner, serviceId }: Pick<PromiseFilter, 'owner' | 'serviceId'>,
  conditions: Conditions,
): void {
  if (is(owner)) conditions.isOneOf('owner', [owner], 'text');
  if (is(serviceId)) conditions.isOneOf('service_id', [serviceId], 'text');
}

/** Which recommendations; what is left out, or null, narrows nothing. */
export interface RecommendationFilter {
  readonly serviceId?: string | null;
  readonly owner?: string | null;
  readonly became?: readonly RecommendationEnd[] | null;
  readonly isOpen?: boolean | null;
}

const TO_FOLLOW = `coalesce(became, 'AGREED') = 'AGREED'`;

/** Narrows recommendations. */
export const narrowRecommendations =
  (where: RecommendationFilter): Narrow =>
  (conditions) => {
    narrowToOwner(where, conditions);
    if (is(where.became)) conditions.isOneOf('became', where.became, 'text');
    if (is(where.isOpen)) conditions.add(where.isOpen ? TO_FOLLOW : `not ${TO_FOLLOW}`);
  };

const is = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;

/** What was promised of one complaint, in the order in which it was. */
export const promisesOf = (transaction: Transaction, schema: string, complaintId: string) =>
  transaction.query<ToldPromise>(
    `${withEntry(schema, 'promised_action')} where complaint_id = $1 order by place`,
    [complaintId],
  );

/** What was recommended of one complaint, in the order in which it was. */
export const recommendationsOf = (transaction: Transaction, schema: string, complaintId: string) =>
  transaction.query<ToldRecommendation>(
    `${withEntry(schema, 'recommendation')} where complaint_id = $1 order by place`,
    [complaintId],
  );

/** The causes that answers to one complaint name, in order of their stages. */
export const causesOf = (transaction: Transaction, schema: string, complaintId: string) =>
  transaction.query<CauseRow>(
    `select * from "${schema}".named_cause where complaint_id = $1 and causes <> '{}' order by stage`,
    [complaintId],
  );
