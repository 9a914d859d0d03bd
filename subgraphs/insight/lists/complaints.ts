import { type ComplaintStub, complaintStub } from '../../../contracts/complaint-stub';
import { EVERY_DAY } from '../../../counting/day-set';
import { daysSql, Parameters } from '../../../counting/days-sql';
import { checkDays, withinPeriods } from '../../../counting/period';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { Period } from '../../../domain/calendar/financial-year';
import type { RelativePeriod } from '../../../domain/calendar/relative-period';
import type { Context } from '../context';
import { partsSql } from '../figures/filter-sql';
import {
  type CheckedParts,
  checkParts,
  furtherParts,
  type PartsFilter,
  servicesAsked,
} from '../figures/parts';
import { overdueSql } from './overdue-sql';
import { checkPage, type PageOf, pageOf } from './paging';

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

/** Lists complaints by the day they were received, then id. Throws BAD_USER_INPUT that names the argument. */
export async function complaints(
  context: Context,
  {
    where,
    ...paging
  }: {
    where?: ComplaintFilter | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
  },
): Promise<ComplaintPage> {
  const filter = await checkComplaintFilter(context, where);
  const page = checkPage(paging, questionOf(filter));
  const parameters = new Parameters();
  const conditions = complaintConditions(filter, { parameters, context });
  if (page.after) {
    const { day, id } = page.after;
    conditions.push(
      `(received_on, complaint_id) > (${parameters.bind(day, 'date')}, ${parameters.bind(id, 'text')})`,
    );
  }
  const rows = await context.transaction.query<{ id: string; day: string }>(
    `select complaint_id as id, received_on::text as day from insight.complaint_fact
     where ${conditions.join(' and ')}
     order by received_on, complaint_id limit ${parameters.bind(page.size + 1, 'int')}`,
    parameters.values,
  );
  const { asAt } = await context.reference();
  return { filter, asAt, ...pageOf(page, rows, ({ id }) => complaintStub(id)) };
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
  const parameters = new Parameters();
  const conditions = complaintConditions(filter, { parameters, context });
  const rows = await context.transaction.query<{ count: number }>(
    `select count(*)::int as count from insight.complaint_fact where ${conditions.join(' and ')}`,
    parameters.values,
  );
  return rows[0]?.count ?? 0;
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
  return {
    ...checkParts(where, known),
    status: where?.status ?? null,
    overdue: where?.overdue ?? null,
    ...ends,
    ...(ranges && { ranges }),
    ...(due && { due }),
    ...(closed && { closed }),
    ...(typeof where?.closedDayKnown === 'boolean' && { closedDayKnown: where.closedDayKnown }),
  };
}

/** Null where neither end is asked for. */
function endsOf(name: 'due' | 'closed', from: unknown, to: unknown): Ends | null {
  const ends = checkDays({ from, to, names: { from: `where.${name}From`, to: `where.${name}To` } });
  return ends.from === null && ends.to === null ? null : ends;
}

function complaintConditions(
  filter: CheckedComplaintFilter,
  { parameters, context }: { parameters: Parameters; context: Context },
): string[] {
  const { status, overdue, from, to, ranges, due, closed, closedDayKnown } = filter;
  const conditions = ['true', ...partsSql(filter, parameters)];
  if (status !== null) conditions.push(`status = ${parameters.bind(status, 'text')}`);
  const days = { ...EVERY_DAY, from, to, ...(ranges && { ranges }) };
  conditions.push(...daysSql(days, parameters)('received_on'));
  if (due) conditions.push(...daysSql({ ...EVERY_DAY, ...due }, parameters)('due_on'));
  if (closed) conditions.push(...daysSql({ ...EVERY_DAY, ...closed }, parameters)('closed_on'));
  if (closedDayKnown !== undefined)
    conditions.push("status = 'CLOSED'", `closed_on is ${closedDayKnown ? 'not null' : 'null'}`);
  if (overdue !== null) {
    const today = parameters.bind(londonDayOf(context.clock.now()), 'date');
    conditions.push(overdue ? overdueSql(today) : `not coalesce(${overdueSql(today)}, false)`);
  }
  return conditions;
}
