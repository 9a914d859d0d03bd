import { LAST_YEAR, PAST_DAY, THREE_YEARS, YEAR_BEFORE } from '../dashboard/periods';

const quarterOf = (day: string): string =>
  `(extract(year from ${day} - interval '3 months') * 10 + extract(quarter from ${day}))::int`;
const monthOf = (day: string): string => `date_trunc('month', ${day}::timestamp)::date`;

/** The facts with columns by which it can group and sum: it groups by columns and sums numbers alone. */
export const STAGES_VIEW = `
  select stream, stage::int as stage, service_id, outcome, theme, channel, route, received_on, answered_on, due_on,
    coalesce(answered_on, followed_on, closed_on) as ended_on, ended_without_day, days_to_answer,
    ${quarterOf('received_on')} as received_quarter, ${quarterOf('answered_on')} as answered_quarter,
    ${monthOf('received_on')} as received_month, ${monthOf('answered_on')} as answered_month,
    1 as counted, in_time::int as in_time, (went_on_on is not null)::int as went_on, (outcome = 'UPHELD')::int as upheld
  from insight.stage_fact`;

const received = ({ from, to }: typeof THREE_YEARS): string => `receivedFrom: "${from}", receivedTo: "${to}"`;
const answered = ({ from, to }: typeof THREE_YEARS): string => `answeredFrom: "${from}", answeredTo: "${to}"`;

interface Grouped {
  readonly name: string;
  readonly condition: string;
  readonly by: string;
  /** The aggregates of each group. */
  readonly told: string;
}

const COUNT = 'sum { counted }';

/** The dashboard's questions as far as it can ask them: a mean in place of median and percentile, two lists for the months. */
const QUESTIONS: readonly Grouped[] = [
  {
    name: 'receivedByQuarter',
    condition: received(THREE_YEARS),
    by: 'STREAM, RECEIVED_QUARTER',
    told: COUNT,
  },
  {
    ...{ name: 'inTimeByQuarter', condition: answered(THREE_YEARS) },
    ...{ by: 'STREAM, STAGE, ANSWERED_QUARTER', told: 'sum { counted } average { inTime }' },
  },
  {
    ...{ name: 'daysToAnswer', condition: answered(LAST_YEAR) },
    ...{ by: 'STREAM, STAGE', told: 'sum { counted } average { daysToAnswer }' },
  },
  { name: 'open', condition: `openOn: "${PAST_DAY}"`, by: 'STREAM, STAGE', told: COUNT },
  {
    ...{ name: 'overdue', condition: `openOn: "${PAST_DAY}", dueBefore: "${PAST_DAY}"` },
    ...{ by: 'STREAM, STAGE', told: COUNT },
  },
  { name: 'outcomesByService', condition: answered(LAST_YEAR), by: 'SERVICE_ID, OUTCOME', told: COUNT },
  {
    ...{ name: 'stageTwoByService', condition: `ofStage: 2, ${received(LAST_YEAR)}` },
    ...{ by: 'SERVICE_ID', told: COUNT },
  },
  {
    ...{ name: 'stageTwoByServiceBefore', condition: `ofStage: 2, ${received(YEAR_BEFORE)}` },
    ...{ by: 'SERVICE_ID', told: COUNT },
  },
  {
    ...{ name: 'wentOnByQuarter', condition: received(THREE_YEARS), by: 'RECEIVED_QUARTER' },
    told: 'sum { wentOn } average { wentOn }',
  },
  {
    name: 'byTheme',
    condition: received(LAST_YEAR),
    by: 'THEME',
    told: 'sum { counted } average { upheld }',
  },
  { name: 'byChannel', condition: received(LAST_YEAR), by: 'CHANNEL', told: COUNT },
  {
    ...{ name: 'directToStageTwo', condition: `ofStage: 2, ${received(LAST_YEAR)}` },
    ...{ by: 'STREAM, ROUTE', told: COUNT },
  },
  { name: 'receivedByMonth', condition: received(THREE_YEARS), by: 'RECEIVED_MONTH', told: COUNT },
  { name: 'answeredByMonth', condition: answered(THREE_YEARS), by: 'ANSWERED_MONTH', told: COUNT },
];

/** The dashboard as one request to PostGraphile with its aggregates plugin. */
export const POSTGRAPHILE_OPERATION = `{ ${QUESTIONS.map(
  ({ name, condition, by, told }) =>
    `${name}: allStages(condition: { ${condition} }) { groupedAggregates(groupBy: [${by}]) { keys ${told} } }`,
).join(' ')} }`;
