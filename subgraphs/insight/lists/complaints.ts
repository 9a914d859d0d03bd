import { type ComplaintStub, complaintStub } from '../../../contracts/complaint-stub';
import { EVERY_DAY } from '../../../counting/day-set';
import { daysSql, Parameters } from '../../../counting/days-sql';
import { checkDays, distinct, withinPeriods } from '../../../counting/period';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { Period } from '../../../domain/calendar/financial-year';
import type { RelativePeriod } from '../../../domain/calendar/relative-period';
import type { Context } from '../context';
import { chooseServices, type ServiceChoice } from '../figures/filter';
import { servicesSql } from '../figures/filter-sql';
import { overdueSql } from './overdue-sql';
import { checkPage, type PageOf, pageOf } from './paging';

/** The filter of `complaints`, as it comes. */
export interface ComplaintFilter {
  readonly streams?: readonly string[] | null | undefined;
  readonly status?: string | null | undefined;
  readonly overdue?: boolean | null | undefined;
  readonly receivedFrom?: unknown;
  readonly receivedTo?: unknown;
  readonly receivedIn?: readonly RelativePeriod[] | null | undefined;
  readonly services?: readonly string[] | null | undefined;
}

interface CheckedComplaintFilter {
  readonly streams: readonly string[] | null;
  readonly status: string | null;
  readonly overdue: boolean | null;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Left out unless it was asked for, so that cursors of before stay good. */
  readonly ranges?: readonly Period[];
  readonly services: ServiceChoice | null;
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
  const { services, ...rest } = filter;
  const question = ['complaints', rest, services && [services.ids, services.notRecorded]];
  const page = checkPage(paging, question);
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
  const { services } = await reference();
  const ends = checkDays({
    from: where?.receivedFrom,
    to: where?.receivedTo,
    names: { from: 'where.receivedFrom', to: 'where.receivedTo' },
  });
  const { ranges } = withinPeriods(
    { ...EVERY_DAY, ...ends },
    { argument: 'where.receivedIn', periods: where?.receivedIn, today: londonDayOf(clock.now()) },
  );
  return {
    streams: distinct(where?.streams),
    status: where?.status ?? null,
    overdue: where?.overdue ?? null,
    ...ends,
    ...(ranges && { ranges }),
    services: chooseServices(where?.services ?? null, services),
  };
}

function complaintConditions(
  { streams, status, overdue, from, to, ranges, services }: CheckedComplaintFilter,
  { parameters, context }: { parameters: Parameters; context: Context },
): string[] {
  const conditions = ['true'];
  if (streams !== null) conditions.push(`stream = any(${parameters.bind(streams, 'text[]')})`);
  if (status !== null) conditions.push(`status = ${parameters.bind(status, 'text')}`);
  const days = { ...EVERY_DAY, from, to, ...(ranges && { ranges }) };
  conditions.push(...daysSql(days, parameters)('received_on'));
  if (services !== null) conditions.push(servicesSql(services, parameters));
  if (overdue !== null) {
    const today = parameters.bind(londonDayOf(context.clock.now()), 'date');
    conditions.push(overdue ? overdueSql(today) : `not coalesce(${overdueSql(today)}, false)`);
  }
  return conditions;
}
