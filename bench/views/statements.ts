import { type Days, LAST_YEAR, YEAR_BEFORE } from '../dashboard/periods';

const THREE = `financial_year in ('2018-19', '2019-20', '2020-21')`;
const within = (day: string, { from, to }: Days): string => `${day} between '${from}' and '${to}'`;

/** Questions of the dashboard that views of figures tell, whatever was recorded. */
export const BY_FIGURES: readonly string[] = [
  `select stream, financial_year, quarter, sum(received) from quarterly_figures where ${THREE} group by 1, 2, 3`,
  `select stream, stage, financial_year, quarter, answered, answered_in_time, in_time_rate from quarterly_figures where ${THREE}`,
  `select stream, stage, financial_year, quarter, days_to_answer_median, days_to_answer_p90 from quarterly_figures where financial_year = '2020-21'`,
  `select stream, stage, open, overdue from monthly_figures where month = '2020-09-01'`,
  `select financial_year, quarter, sum(received), sum(went_on), sum(went_on)::float / nullif(sum(received), 0) from quarterly_figures where ${THREE} group by 1, 2`,
  `select stream, sum(direct), sum(escalated) from quarterly_figures where stage = 2 and financial_year = '2020-21' group by 1`,
  `select month, sum(received), sum(answered) from monthly_figures where month between '2018-04-01' and '2021-03-31' group by 1 order by 1`,
];

/** The others, which are counted from records: nothing tells there what was not recorded. */
export const BY_RECORDS: readonly string[] = [
  `select service, outcome, count(*) from stages where ${within('answered_on', LAST_YEAR)} group by 1, 2`,
  `select service, count(*) from stages where stage = 2 and ${within('received_on', LAST_YEAR)} group by 1`,
  `select service, count(*) from stages where stage = 2 and ${within('received_on', YEAR_BEFORE)} group by 1`,
  `select theme, count(*), avg((outcome = 'UPHELD')::int) from stages where ${within('received_on', LAST_YEAR)} group by 1`,
  `select channel, count(*) from stages where ${within('received_on', LAST_YEAR)} group by 1`,
];
