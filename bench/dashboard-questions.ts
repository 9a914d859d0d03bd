/** A question of a dashboard: a selection of the graph, and the least SQL that reads the same from the facts. */
export interface DashboardQuestion {
  readonly title: string;
  readonly asked: string;
  readonly bare: string;
}

/** Three financial years, the newest of them, and a day in the past at which a state is asked for. */
const YEARS = ['2018-19', '2019-20', '2020-21'];
const THREE_YEARS = { from: '2018-04-01', to: '2021-03-31' };
const LAST_YEAR = { from: '2020-04-01', to: '2021-03-31' };
const PAST_DAY = '2020-09-30';

const within = (day: string, { from, to }: typeof THREE_YEARS): string =>
  `${day} between '${from}' and '${to}'`;
const years = (list: readonly string[]): string => `financialYears: ${JSON.stringify(list)}`;
const quarterOf = (day: string): string =>
  `extract(year from ${day} - interval '3 months'), extract(quarter from ${day})`;
const FACTS = 'from insight.stage_fact';
const ENDED = 'coalesce(answered_on, followed_on, closed_on)';

/** The twelve questions of the dashboard operation. */
export const DASHBOARD: readonly DashboardQuestion[] = [
  {
    title: 'received by stream and quarter, three years',
    asked: `measures(by: [STREAM, FINANCIAL_YEAR, QUARTER], where: { ${years(YEARS)} }) { rows { stream financialYear quarter received } }`,
    bare: `select stream, ${quarterOf('received_on')}, count(*) ${FACTS} where ${within('received_on', THREE_YEARS)} group by 1, 2, 3`,
  },
  {
    title: 'in-time rate by stream, stage and quarter, three years',
    asked: `measures(by: [STREAM, STAGE, FINANCIAL_YEAR, QUARTER], where: { ${years(YEARS)} }) { rows { stream stage financialYear quarter inTimeRate } }`,
    bare: `select stream, stage, ${quarterOf('answered_on')}, avg(in_time::int) ${FACTS} where ${within('answered_on', THREE_YEARS)} group by 1, 2, 3, 4`,
  },
  {
    title: 'median and 90th percentile of days, a year',
    asked: `measures(by: [STREAM, STAGE], where: { ${years(YEARS.slice(2))} }) { rows { stream stage daysToAnswerMedian daysToAnswerP90 } }`,
    bare: `select stream, stage, percentile_cont(array[0.5, 0.9]) within group (order by days_to_answer) ${FACTS} where ${within('answered_on', LAST_YEAR)} group by 1, 2`,
  },
  {
    title: 'open and overdue at a past day',
    asked: `measures(by: [STREAM, STAGE], where: { to: "${PAST_DAY}" }) { rows { stream stage open overdue } }`,
    bare: `select stream, stage, count(*), count(*) filter (where due_on < '${PAST_DAY}') ${FACTS} where received_on <= '${PAST_DAY}' and not ended_without_day and coalesce(${ENDED} > '${PAST_DAY}', true) group by 1, 2`,
  },
  {
    title: 'findings by service, a year',
    asked: `measures(by: [SERVICE], where: { ${years(YEARS.slice(2))} }) { rows { service upheld partiallyUpheld notUpheld } }`,
    bare: `select service_id, outcome, count(*) ${FACTS} where ${within('answered_on', LAST_YEAR)} group by 1, 2`,
  },
  ...[YEARS.slice(2), YEARS.slice(1, 2)].map((year) => ({
    title: `stage 2 by service, ${year[0]}`,
    asked: `measures(by: [SERVICE], where: { stages: [2], ${years(year)} }) { rows { service received escalated direct } }`,
    bare: `select service_id, route, count(*) ${FACTS} where stage = 2 and received_on between '${year[0]?.slice(0, 4)}-04-01' and '20${year[0]?.slice(5)}-03-31' group by 1, 2`,
  })),
  {
    title: 'went-on rate by quarter',
    asked: `measures(by: [FINANCIAL_YEAR, QUARTER], where: { stages: [1], ${years(YEARS)} }) { rows { financialYear quarter wentOnRate } }`,
    bare: `select ${quarterOf('received_on')}, avg((went_on_on is not null)::int) ${FACTS} where stage = 1 and ${within('received_on', THREE_YEARS)} group by 1, 2`,
  },
  {
    title: 'by theme, a year',
    asked: `measures(by: [THEME], where: { ${years(YEARS.slice(2))} }) { rows { theme received } }`,
    bare: `select theme, count(*) ${FACTS} where ${within('received_on', LAST_YEAR)} group by 1`,
  },
  {
    title: 'by channel, a year',
    asked: `measures(by: [CHANNEL], where: { ${years(YEARS.slice(2))} }) { rows { channel received } }`,
    bare: `select channel, count(*) ${FACTS} where ${within('received_on', LAST_YEAR)} group by 1`,
  },
  {
    title: 'received and answered by month, 36 months',
    asked: `measures(by: [MONTH], where: { ${years(YEARS)} }) { rows { month received answered } }`,
    bare: `select coalesce(a.month, r.month), received, answered from
      (select date_trunc('month', received_on::timestamp) as month, count(*) as received ${FACTS} where ${within('received_on', THREE_YEARS)} group by 1) r
      full join (select date_trunc('month', answered_on::timestamp) as month, count(*) as answered ${FACTS} where ${within('answered_on', THREE_YEARS)} group by 1) a using (month)`,
  },
  {
    title: 'totals',
    asked: 'measures(by: []) { rows { received answered answeredInTime closed open overdue } }',
    bare: `select count(*), count(answered_on), count(*) filter (where in_time), count(closed_on), count(*) filter (where ${ENDED} is null) ${FACTS}`,
  },
];

/** All of them in one request. */
export const DASHBOARD_OPERATION = `{ ${DASHBOARD.map(({ asked }, place) => `q${place}: ${asked}`).join('\n')} }`;
