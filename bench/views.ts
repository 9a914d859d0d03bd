import { Client } from 'pg';
import { figureSets } from '../contracts/figure-sets';
import { fieldOf } from '../gateway/exports/figures';
import { doBiLoginCommand } from '../scripts/bi-login/do-command';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { ask, askAnew } from './dashboard/asking';
import { filled } from './dashboard/filled';
import { type AskedOperation, DASHBOARD_OPERATION } from './dashboard/questions';
import { grouped, median, repeated } from './figures';
import { describeMachine, load } from './machine';
import { openBench } from './open-bench';
import { settingsOf } from './place';
import { keepReport, type Table, tell } from './report';
import { BY_FIGURES, BY_RECORDS } from './views/statements';

const WARM_UP = 3;

interface Sized {
  readonly stages: number;
  readonly runs: number;
}

/** The dashboard by SQL views, as a tool with a login asks, beside the same by GraphQL; and what it costs to keep the figures. */
export async function benchViews({
  sizes,
  runs,
}: {
  readonly sizes: readonly number[];
  readonly runs: number;
}) {
  const rows = [
    [
      'stages',
      'SQL, figures',
      'SQL, records',
      'GraphQL, anew',
      'GraphQL, kept',
      'counting both sets',
      'load',
    ],
  ];
  let version = '';
  for (const stages of sizes) {
    const directory = await filled(stages);
    const database = await openBench(directory);
    ({ version } = database);
    const product = await runProduct(settingsOf(directory), { keepsAnswers: true });
    try {
      tell(`Asking about ${grouped(stages)} stages…`);
      rows.push(await measured(product, database.client, { stages, runs }));
    } finally {
      await product.stop();
      await product.database.stop();
      await database.stop();
    }
  }
  reportViews(rows, { version, runs });
}

async function measured(product: RunningProduct, client: Client, { stages, runs }: Sized): Promise<string[]> {
  const many = { warmUp: WARM_UP, runs };
  const tool = await connectTool(product);
  const sets = await countedSets(tool);
  const counting = await repeated({ warmUp: 1, runs }, async () => {
    for (const set of sets) await askAnew({ product, client }, set);
  });
  const allOf = (statements: readonly string[]) => async () => {
    for (const statement of statements) await tool.query(statement);
  };
  const figures = await repeated(many, allOf(BY_FIGURES));
  const records = await repeated({ warmUp: 1, runs: Math.min(runs, 5) }, allOf(BY_RECORDS));
  await tool.end();
  const anew = await repeated(many, () => askAnew({ product, client }, DASHBOARD_OPERATION));
  const kept = await repeated(many, () => ask(product, DASHBOARD_OPERATION));
  const times = [figures, records, anew, kept, counting].map((each) => median(each).toFixed(1));
  return [grouped(stages), ...times, load()];
}

/** The questions that the product asks itself to keep the views, with all measures, as GraphQL. */
async function countedSets(tool: Client): Promise<readonly AskedOperation[]> {
  const { fields } = await tool.query('select * from monthly_figures limit 0');
  const measures = fields.map(({ name }) => name).filter((name) => !BESIDE.includes(name));
  const names = measures.map(fieldOf);
  return figureSets.map(({ by }) => ({
    query: `{ measures(by: [${by.join(', ')}]) { rows { ${names.join(' ')} } } }`,
    variables: {},
  }));
}

/** What stands in the view beside figures. */
const BESIDE = ['id', 'as_at', 'counted_at', 'is_current'];

async function connectTool({ database: { ownerUrl } }: RunningProduct): Promise<Client> {
  const at = { ownerUrl, smallNumbers: new Map<string, number>() };
  const { lines } = await doBiLoginCommand({ name: 'create', audience: 'analyst', asJson: false }, at);
  const tool = new Client({ connectionString: lines[0] });
  await tool.connect();
  return tool;
}

const reportViews = (rows: Table, { version, runs }: { readonly version: string; readonly runs: number }) =>
  keepReport({
    scenario: 'views',
    title: 'A dashboard by SQL views',
    machine: describeMachine(version),
    body: [
      rows,
      `Milliseconds, medians of ${runs}. "SQL, figures" are the ${BY_FIGURES.length} of the dashboard's twelve questions that divide by time, stream and stage,
as statements over monthly_figures and quarterly_figures, one after another by a login of a tool; "SQL, records" the other ${BY_RECORDS.length}, over stages.
GraphQL is the whole dashboard in one request over HTTP. "Counting both sets" is their two questions with every measure, asked by GraphQL too: what it
costs to keep the views of figures when something has changed; while a load goes on it is done for a tenth of the time at the most.`,
    ],
  });
