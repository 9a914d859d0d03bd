import { type ComplaintStub, complaintStub } from '../../../contracts/complaint-stub';
import { EVERY_DAY } from '../../../counting/day-set';
import { daysSql, Parameters } from '../../../counting/days-sql';
import { checkDays, withinPeriods } from '../../../counting/period';
import type { Reaches } from '../../../counting/reach';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { Period } from '../../../domain/calendar/financial-year';
import type { RelativePeriod } from '../../../domain/calendar/relative-period';
import { readMoment } from '../../../platform/server/read-moment';
import type { Context } from '../context';
import { newestDayOf } from '../figures/check-question';
import { partsSql } from '../figures/filter-sql';
import {
  type CheckedParts,
  checkParts,
  furtherParts,
  type PartsFilter,
  servicesAsked,
} from '../figures/parts';
import { type ComplaintOrder, checkOrder, type OrderedPart } from './complaint-order';
import { overdueDaySql, overdueSql } from './overdue-sql';
import { checkPage, type PageOf, type Place, pageOf } from './paging';

/** The filter of `complaints`, as it comes. */
export interface ComplaintFilter extends PartsFilter {
  readonly status?: string | null | undefined;
  readonly overdue?: boolean | null | undefined;
  readonly receivedFrom?: unknown;
  readonly receivedTo?: unknown;
  readonly receivedIn?: readonly RelativePeriod[] | null | undefined;
  readonly dueFrom?: unknown;
  readonly dueTo?: unknown;
  readonly closedFrom?: unknown;
  readonly closedTo?: unknown;
  readonly closedDayKnown?: boolean | null | undefined;
  readonly changedSince?: unknown;
}

interface CheckedComplaintFilter extends CheckedParts {
  readonly status: string | null;
  readonly overdue: boolean | null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Left out unless it was asked for, so that cursors of before stay good. */
  readonly ranges?: readonly Period[];
  readonly due?: Ends;
  readonly closed?: Ends;
  readonly closedDayKnown?: boolean;
  /** In UTC, to the millisecond. */
  readonly changedSince?: string;
}

interface Ends {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** A page of complaints, and what its `totalCount` is worked out from when somebody asks. */
export interface ComplaintPage extends PageOf<ComplaintStub> {
  readonly filter: CheckedComplaintFilter;
  readonly asAt: Day;
}

/** Lists complaints, by the day they were received unless asked otherwise. Throws BAD_USER_INPUT that names the argument. */
export async function complaints(
  context: Context,
  {
    where,
    orderBy,
    ...paging
  }: {
    where?: ComplaintFilter | null | undefined;
    orderBy?: ComplaintOrder | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
  },
): Promise<ComplaintPage> {
  const filter = await checkComplaintFilter(context, where);
  const order = checkOrder(orderBy);
  const page = checkPage(paging, [...questionOf(filter), ...order.question], order.isPlace);
  const rows: Place[] = [];
  for (const part of order.partsAfter(page.after)) {
    const limit = page.size + 1 - rows.length;
    if (limit > 0) rows.push(...(await readPart(context, { filter, part, after: page.after, limit })));
  }
  const asAt = await newestDayOf(context, filter.streams);
  return { filter, asAt, ...pageOf(page, rows, ({ id }) => complaintStub(id)) };
}

/** Of which day overdue is told. */
interface OverdueFrom {
  readonly reach: Reaches;
  readonly today: Day;
}

async function overdueFromOf({ reference, clock }: Context): Promise<OverdueFrom> {
  const { recording } = await reference();
  return { reach: recording.reach ?? new Map(), today: londonDayOf(clock.now()) };
}

async function readPart(
  context: Context,
  {
    filter,
    part,
    after,
    limit,
  }: { filter: CheckedComplaintFilter; part: OrderedPart; after: Place | null; limit: number },
): Promise<Place[]> {
  const parameters = new Parameters();
  const overdueFrom = await overdueFromOf(context);
  const conditions = [
    ...complaintConditions(filter, { parameters, overdueFrom }),
    ...part.conditions(after, parameters),
  ];
  return context.transaction.query<Place>(
    `select complaint_id as id, ${part.place} as day from insight.complaint_fact
     where ${conditions.join(' and ')}
     order by ${part.orderBy} limit ${parameters.bind(limit, 'int')}`,
    parameters.values,
  );
}

/** What is always there stands first, as it did before there were further parts: cursors from then stay good. */
function questionOf(filter: CheckedComplaintFilter): unknown[] {
  const { streams, status, overdue, from, to, ...parts } = filter;
  const services = servicesAsked(filter);
  const asked = { streams, status, overdue, from, to, ...furtherParts({ streams, ...parts }) };
  return ['complaints', asked, services && [services.ids, services.notRecorded]];
}

/** How many complaints the list of a page has in all. */
export async function complaintTotal({ filter }: ComplaintPage, context: Context): Promise<number> {
  const { conditions, values } = await conditionsOf(context, filter);
  const rows = await context.transaction.query<{ count: number }>(
    `select count(*)::int as count from insight.complaint_fact where ${conditions.join(' and ')}`,
    values,
  );
  return rows[0]?.count ?? 0;
}

/** What narrows complaint_fact to a filter's complaints. Throws BAD_USER_INPUT as `complaints` does. */
export async function chosenComplaints(
  context: Context,
  where: ComplaintFilter | null | undefined,
): Promise<ChosenComplaints> {
  return conditionsOf(context, await checkComplaintFilter(context, where));
}

interface ChosenComplaints {
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
}

async function conditionsOf(context: Context, filter: CheckedComplaintFilter): Promise<ChosenComplaints> {
  const parameters = new Parameters();
  const overdueFrom = await overdueFromOf(context);
  const conditions = complaintConditions(filter, { parameters, overdueFrom });
  return { conditions, values: parameters.values };
}

async function checkComplaintFilter(
  { reference, clock }: Context,
  where: ComplaintFilter | null | undefined,
): Promise<CheckedComplaintFilter> {
  const { known } = await reference();
  const ends = checkDays({
    from: where?.receivedFrom,
    to: where?.receivedTo,
    names: { from: 'where.receivedFrom', to: 'where.receivedTo' },
  });
  const { ranges } = withinPeriods(
    { ...EVERY_DAY, ...ends },
    { argument: 'where.receivedIn', periods: where?.receivedIn, today: londonDayOf(clock.now()) },
  );
  const due = endsOf('due', where?.dueFrom, where?.dueTo);
  const closed = endsOf('closed', where?.closedFrom, where?.closedTo);
  const changedSince = readMoment('where.changedSince', where?.changedSince);
  return {
    ...checkParts(where, known),
    status: where?.status ?? null,
    overdue: where?.overdue ?? null,
    ...ends,
    ...(ranges && { ranges }),
    ...(due && { due }),
    ...(closed && { closed }),
    ...(typeof where?.closedDayKnown === 'boolean' && { closedDayKnown: where.closedDayKnown }),
    ...(changedSince && { changedSince: changedSince.toISOString() }),
  };
}

/** Null where neither end is asked for. */
function endsOf(name: 'due' | 'closed', from: unknown, to: unknown): Ends | null {
  const ends = checkDays({ from, to, names: { from: `where.${name}From`, to: `where.${name}To` } });
  return ends.from === null && ends.to === null ? null : ends;
}

function complaintConditions(
  filter: CheckedComplaintFilter,
  { parameters, overdueFrom }: { parameters: Parameters; overdueFrom: OverdueFrom },
): string[] {
  const { status, overdue, from, to, ranges, due, closed, closedDayKnown, changedSince } = filter;
  const conditions = ['true', ...partsSql(filter, parameters)];
  if (status !== null) conditions.push(`status = ${parameters.bind(status, 'text')}`);
  const days = { ...EVERY_DAY, from, to, ...(ranges && { ranges }) };
  conditions.push(...daysSql(days, parameters)('received_on'));
  if (due) conditions.push(...daysSql({ ...EVERY_DAY, ...due }, parameters)('due_on'));
  if (closed) conditions.push(...daysSql({ ...EVERY_DAY, ...closed }, parameters)('closed_on'));
  if (closedDayKnown !== undefined)
    conditions.push("status = 'CLOSED'", `closed_on is ${closedDayKnown ? 'not null' : 'null'}`);
  if (changedSince) conditions.push(`changed_at >= ${parameters.bind(changedSince, 'timestamptz')}`);
  if (overdue !== null) {
    const day = overdueDaySql(parameters, overdueFrom);
    conditions.push(overdue ? overdueSql(day) : `not coalesce(${overdueSql(day)}, false)`);
  }
  return conditions;
}
