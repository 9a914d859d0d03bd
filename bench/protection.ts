import type { Client } from 'pg';
import { createTokenVerifier } from '../platform/identity/bearer-token';
import { demonstrationKeys } from '../platform/identity/demonstration-keys';
import { createIdentitySigner } from '../platform/identity/signer';
import { type RunningProduct, runProduct } from '../scripts/testing/running-product';
import { loadedCouncil } from './council/loaded-council';
import { DASHBOARD_OPERATION } from './dashboard/questions';
import { grouped, median, repeated } from './figures';
import { describeMachine, load } from './machine';
import { openBench } from './open-bench';
import { settingsOf } from './place';
import { keepReport, type Table, tell } from './report';

const COMPLAINTS = 20_000;
const BELOW = 5;
const WARM_UP = 5;
/** One after the other in each round, so that each meets what else runs on the machine. */
const ROUNDS = 4;

/** What is asked, by whom. */
interface Page {
  readonly title: string;
  readonly as: string;
  readonly query: string;
  readonly variables: object;
}

/** A protection that can be taken away, and given back, past the product. */
interface Protection {
  readonly title: string;
  readonly off: readonly string[];
  readonly on: readonly string[];
}

const STREAMS = ['corporate', 'adults', 'childrens', 'schools'];

/** What each protection costs a dashboard and a complaint's page: beside the same with that one off. */
export async function benchProtection({ runs }: { readonly runs: number }): Promise<void> {
  const directory = await loadedCouncil(COMPLAINTS);
  const database = await openBench(directory);
  const settings = settingsOf(directory);
  const product = await runProduct(settings);
  const guarded = await runProduct({ ...settings, smallNumbers: new Map([['analyst', BELOW]]) });
  try {
    const pages = [await dashboard(), ...(await complaintPages(database.client))];
    const rows: Table[number][] = [];
    for (const page of pages)
      for (const protection of await protections(database.client))
        rows.push(await compared(product, database.client, { page, protection, runs }));
    keepReport({
      scenario: 'protection',
      title: 'What protections cost',
      machine: describeMachine(database.version),
      body: [
        [['page', 'without', 'on ms', 'off ms', 'times', 'load'], ...rows],
        [
          ['small numbers protected', 'ms', 'told all ms', 'times'],
          ...(await suppressed({ product, guarded, runs })),
        ],
        [['of each request', 'µs'], ...(await signIn(directory, product))],
        NOTES,
      ],
    });
  } finally {
    for (const { on } of await protections(database.client))
      for (const sql of on) await database.client.query(sql);
    await guarded.stop();
    await product.stop();
    await product.database.stop();
    await database.stop();
  }
}

const dashboard = async (): Promise<Page> => ({
  ...{ title: 'dashboard', as: 'analyst' },
  ...DASHBOARD_OPERATION,
});

/** One complaint with its stages, without and with its people: reading those is recorded. */
async function complaintPages(client: Client): Promise<Page[]> {
  const { rows } = await client.query<{ id: string }>(
    'select complaint_id as id from corporate.stage join corporate.account on stage_id = stage.id order by complaint_id limit 1',
  );
  const fields =
    'id reference status dueOn stages { number reference receivedOn dueOn answeredOn outcome service }';
  const query = (more: string) =>
    `query Page($id: ID!) { complaint(id: $id) { ${fields} ... on CorporateComplaint { ombudsmanCases { reference decision } ${more} } } }`;
  const page = { as: 'officer', variables: { id: rows[0]?.id } };
  return [
    { ...page, title: 'complaint', query: query('') },
    {
      ...page,
      title: 'complaint with its people',
      query: query('accounts { forename surname email summary }'),
    },
  ];
}

async function protections(client: Client): Promise<Protection[]> {
  const { rows } = await client.query<{ login: string }>(
    "select quote_ident(rolname) as login from pg_roles where rolcanlogin and not rolsuper and rolname !~ '^pg_'",
  );
  const logins = (attribute: string) => rows.map(({ login }) => `alter role ${login} ${attribute}`);
  const noAudit = (sql: (table: string) => string) => STREAMS.map((stream) => sql(`${stream}.audit_entry`));
  const rowSecurity = { off: logins('bypassrls'), on: logins('nobypassrls') };
  const audit = {
    off: noAudit((table) => `create or replace rule unkept as on insert to ${table} do instead nothing`),
    on: noAudit((table) => `drop rule if exists unkept on ${table}`),
  };
  return [
    { title: 'row-level security', ...rowSecurity },
    { title: 'audit entries', ...audit },
    { title: 'both', off: [...rowSecurity.off, ...audit.off], on: [...rowSecurity.on, ...audit.on] },
  ];
}

async function compared(
  product: RunningProduct,
  client: Client,
  { page, protection, runs }: { page: Page; protection: Protection; runs: number },
): Promise<readonly string[]> {
  tell(`${page.title}, without ${protection.title}…`);
  const times = { on: [] as number[], off: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const state of ['on', 'off'] as const) {
      for (const sql of protection[state]) await client.query(sql);
      times[state].push(...(await timesOf(product, page, runs)));
    }
  for (const sql of protection.on) await client.query(sql);
  const [on, off] = [median(times.on), median(times.off)];
  return [page.title, protection.title, on.toFixed(1), off.toFixed(1), (on / off).toFixed(2), load()];
}

/** Asked anew each time: whole answers are not kept here. */
const timesOf = (product: RunningProduct, { as, query, variables }: Page, runs: number): Promise<number[]> =>
  repeated({ warmUp: WARM_UP, runs: Math.ceil(runs / ROUNDS) }, async () => {
    const { errors } = await product.ask(as, query, variables);
    if (errors) throw new Error(`The product answered with an error: ${errors[0]?.message}`);
  });

const BY = {
  'by stream, stage and quarter': '[STREAM, STAGE, FINANCIAL_YEAR, QUARTER], where: {}',
  'by service, of two years': '[SERVICE], where: { financialYears: ["2020-21", "2021-22"] }',
};

async function suppressed({
  product,
  guarded,
  runs,
}: {
  product: RunningProduct;
  guarded: RunningProduct;
  runs: number;
}): Promise<readonly string[][]> {
  const rows: string[][] = [];
  for (const [title, by] of Object.entries(BY)) {
    const query = `{ measures(by: ${by}) { rows { received answered answeredInTime inTimeRate suppressed } } }`;
    const page = { title, as: 'analyst', query, variables: {} };
    const [all, told] = [
      await timesOf(product, page, runs * ROUNDS),
      await timesOf(guarded, page, runs * ROUNDS),
    ];
    rows.push([
      title,
      median(told).toFixed(1),
      median(all).toFixed(1),
      (median(told) / median(all)).toFixed(2),
    ]);
  }
  return rows;
}

const REQUEST = { part: 'insight', query: '{ __typename }', variables: {}, operationName: null };

/** What is done to know who asks, by itself. */
async function signIn(directory: string, product: RunningProduct): Promise<readonly string[][]> {
  const settings = settingsOf(directory);
  const keys = await demonstrationKeys({ dataDirectory: directory });
  const verifier = createTokenVerifier({
    ...{ issuer: settings.token.issuer, audience: settings.token.audience, algorithms: ['EdDSA'] },
    keys: { publicKey: keys.token.publicKey },
  });
  const token = await product.token('analyst');
  const identity = { ...(await verifier.verify(token)), scopes: ['figures', 'facts'] };
  const signer = createIdentitySigner({ privateKey: keys.identity.privateKey });
  const micros = async (work: () => Promise<unknown>) =>
    grouped(median(await repeated({ warmUp: 100, runs: 1_000 }, work)) * 1_000);
  return [
    ['the token verified', await micros(() => verifier.verify(token))],
    ['the identity signed for one part', await micros(() => signer.sign(identity, REQUEST))],
  ];
}

const NOTES = `Milliseconds, medians, one question at a time, each answered anew; protection on and off in turns. Row-level
security is taken away by BYPASSRLS for every login of the product, audit entries by a rule that inserts nothing: they are still
signed. Limits of a caller are counters in memory. Read the times, and only where nothing else ran (load below 2).`;
