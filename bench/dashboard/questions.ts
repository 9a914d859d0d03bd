import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type FieldNode, Kind, type OperationDefinitionNode, parse, print, visit } from 'graphql';
import { ROOT } from '../../scripts/product/root';
import { type Days, LAST_YEAR, PAST_DAY, THREE_YEARS, YEAR_BEFORE } from './periods';

/** A question of the dashboard by itself, and the least SQL that reads the same from the facts. */
export interface DashboardQuestion {
  readonly title: string;
  readonly asked: AskedOperation;
  readonly bare: string;
}

/** An operation as it is sent. */
export interface AskedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const VARIABLES = {
  years: ['2018-19', '2019-20', '2020-21'],
  year: '2020-21',
  yearBefore: '2019-20',
  backlogAt: PAST_DAY,
} as const;

const OPERATION = readFileSync(path.join(ROOT, 'schema', 'operations', 'dashboard.graphql'), 'utf8');

/** The operation that the site, the bench and the tests share. */
export const DASHBOARD_OPERATION: AskedOperation = { query: OPERATION, variables: VARIABLES };

const within = (day: string, { from, to }: Days): string => `${day} between '${from}' and '${to}'`;
const quarterOf = (day: string): string =>
  `extract(year from ${day} - interval '3 months'), extract(quarter from ${day})`;
const FACTS = 'from insight.stage_fact';
const ENDED = 'coalesce(answered_on, followed_on, closed_on)';

/** The least SQL for each of the operation's questions, by its name there. */
const BARE: Readonly<Record<string, string>> = {
  receivedByQuarter: `select stream, ${quarterOf('received_on')}, count(*) ${FACTS} where ${within('received_on', THREE_YEARS)} group by 1, 2, 3`,
  inTimeByQuarter: `select stream, stage, ${quarterOf('answered_on')}, count(*), avg(in_time::int) ${FACTS} where ${within('answered_on', THREE_YEARS)} group by 1, 2, 3, 4`,
  daysToAnswer: `select stream, stage, count(*), percentile_cont(array[0.5, 0.9]) within group (order by days_to_answer) ${FACTS} where ${within('answered_on', LAST_YEAR)} group by 1, 2`,
  backlog: `select stream, stage, count(*), count(*) filter (where due_on < '${PAST_DAY}') ${FACTS} where received_on <= '${PAST_DAY}' and not ended_without_day and coalesce(${ENDED} > '${PAST_DAY}', true) group by 1, 2`,
  outcomesByService: `select service_id, outcome, count(*) ${FACTS} where ${within('answered_on', LAST_YEAR)} group by 1, 2`,
  stageTwoByService: `select service_id, count(*) ${FACTS} where stage = 2 and ${within('received_on', LAST_YEAR)} group by 1`,
  stageTwoByServiceBefore: `select service_id, count(*) ${FACTS} where stage = 2 and ${within('received_on', YEAR_BEFORE)} group by 1`,
  wentOnByQuarter: `select ${quarterOf('received_on')}, count(went_on_on), avg((went_on_on is not null)::int) ${FACTS} where ${within('received_on', THREE_YEARS)} group by 1, 2`,
  byTheme: `select theme, count(*), avg((outcome = 'UPHELD')::int) ${FACTS} where ${within('received_on', LAST_YEAR)} group by 1`,
  byChannel: `select channel, count(*) ${FACTS} where ${within('received_on', LAST_YEAR)} group by 1`,
  directToStageTwo: `select stream, route, count(*) ${FACTS} where stage = 2 and ${within('received_on', LAST_YEAR)} group by 1, 2`,
  byMonth: `select coalesce(a.month, r.month), received, answered from
    (select date_trunc('month', received_on::timestamp) as month, count(*) as received ${FACTS} where ${within('received_on', THREE_YEARS)} group by 1) r
    full join (select date_trunc('month', answered_on::timestamp) as month, count(*) as answered ${FACTS} where ${within('answered_on', THREE_YEARS)} group by 1) a using (month)`,
};

/** Each question of the operation. Throws for one that there is no SQL for. */
export const DASHBOARD: readonly DashboardQuestion[] = operationsIn(OPERATION).flatMap((operation) =>
  operation.selectionSet.selections
    .filter((selection) => selection.kind === Kind.FIELD)
    .map((field) => {
      const title = field.alias?.value ?? field.name.value;
      const bare = BARE[title];
      if (bare === undefined) throw new Error(`There is no SQL beside the dashboard's question ${title}`);
      return { title, asked: byItself(field, operation), bare };
    }),
);

function operationsIn(document: string): OperationDefinitionNode[] {
  return parse(document).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition] : [],
  );
}

/** With the variables that it uses, and no others. */
function byItself(field: FieldNode, { variableDefinitions = [] }: OperationDefinitionNode): AskedOperation {
  const used = new Set<string>();
  visit(field, { Variable: ({ name }) => void used.add(name.value) });
  const declared = variableDefinitions.filter(({ variable }) => used.has(variable.name.value));
  const variables = Object.fromEntries(Object.entries(VARIABLES).filter(([name]) => used.has(name)));
  return {
    query: `query Question(${declared.map((definition) => print(definition)).join(', ')}) { ${print(field)} }`,
    variables,
  };
}
