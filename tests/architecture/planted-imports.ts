import type { Files } from './planted';

const LEAF = 'export const leaf = 1;\n';
const imports = (specifier: string) => `import { leaf } from '${specifier}';\nexport const taken = leaf;\n`;

/** A package that is installed, whether declared or not. */
const installed = (name: string): Files => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'exports.leaf = 1;\n',
});

/** A tree in which `from` imports a package that is installed and declared. */
const usesPackage = (from: string, name: string, kind = 'dependencies'): Files => ({
  ...installed(name),
  'package.json': JSON.stringify({ name: 'planted', [kind]: { [name]: '1.0.0' } }),
  [from]: imports(name),
});

/** A tree in which `from` imports the file `to`. */
const usesFile = (from: string, to: string): Files => {
  const up = '../'.repeat(from.split('/').length - 1);
  return { [from]: imports(`${up}${to.replace(/\.ts$/, '')}`), [to]: LEAF };
};

/** For each boundary rule, trees that break it once and break no other. */
export const plantedImports: Readonly<Record<string, readonly Files[]>> = {
  'domain imports only domain': [
    usesFile('domain/clocks/due.ts', 'platform/config/clock.ts'),
    {
      'domain/clocks/due.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    },
    usesPackage('domain/clocks/due.ts', 'zod'),
  ],
  'platform knows no complaint': [
    usesFile('platform/outbox/lane.ts', 'casework/events.ts'),
    usesFile('platform/audit/record.test.ts', 'subgraphs/corporate/subgraph.ts'),
  ],
  'contracts see domain and the makers of contracts only': [
    usesFile('contracts/events/names.ts', 'casework/reference/names.ts'),
    usesFile('contracts/records/call.ts', 'platform/transaction/transaction.ts'),
  ],
  'casework sees contracts, domain and platform only': [
    usesFile('casework/reference/names.ts', 'imports/kit/names.ts'),
    usesFile('casework/reading/read-stages.ts', 'subgraphs/corporate/subgraph.ts'),
  ],
  'counting sees domain and platform only': [
    usesFile('counting/statement.ts', 'subgraphs/insight/subgraph.ts'),
    usesFile('counting/statement.ts', 'casework/events.ts'),
  ],
  'insight sees events, and neither records nor casework': [
    usesFile('subgraphs/insight/facts.ts', 'casework/tables/case-tables.ts'),
    usesFile('subgraphs/insight/facts.ts', 'contracts/records/stage.ts'),
  ],
  'a record is seen by its keeper alone': [
    usesFile('subgraphs/ombudsman/cases/keep-cases.ts', 'casework/reading/read-stages.ts'),
    usesFile('subgraphs/ombudsman/cases/keep-cases.ts', 'contracts/records/stage.ts'),
    usesFile('subgraphs/directory/names/seed.ts', 'contracts/records/call.ts'),
  ],
  'intake and telephony keep calls and coverage, and no stage': [
    usesFile('subgraphs/intake/coverage/keep-coverage.ts', 'contracts/records/stage.ts'),
    usesFile('subgraphs/telephony/keep-calls.ts', 'contracts/records/ombudsman-case.ts'),
  ],
  'streams reach contracts through casework': [
    usesFile('subgraphs/schools/tables.ts', 'contracts/records/stage.ts'),
    usesFile('subgraphs/schools/report.ts', 'contracts/events/stream-described.ts'),
  ],
  'subgraphs see casework, contracts, counting, domain and platform only': [
    usesFile('subgraphs/intake/runs.ts', 'imports/record.ts'),
    usesFile('subgraphs/insight/figures.ts', 'gateway/compose.ts'),
  ],
  'subgraphs never import each other': [
    usesFile('subgraphs/corporate/resolvers.ts', 'subgraphs/schools/subgraph.ts'),
    usesFile('subgraphs/corporate/resolvers.ts', 'subgraphs/registry.ts'),
  ],
  'outside a subgraph only its subgraph.ts is imported': [
    usesFile('scripts/start.ts', 'subgraphs/intake/tables.ts'),
    usesFile('imports/pipeline.ts', 'subgraphs/intake/tables/ledger.ts'),
  ],
  'the gateway knows no subgraph, no case and no importer': [
    usesFile('gateway/start.ts', 'subgraphs/insight/subgraph.ts'),
    usesFile('gateway/start.ts', 'casework/events.ts'),
    usesFile('gateway/start.ts', 'imports/record.ts'),
  ],
  'doors of the gateway do not know each other': [
    usesFile('gateway/doors/exports.ts', 'gateway/doors/graphql.ts'),
  ],
  'the site speaks to the gateway only': [
    usesFile('site/pages/services.ts', 'subgraphs/directory/subgraph.ts'),
    usesFile('site/pages/services.ts', 'casework/events.ts'),
    usesFile('site/gateway/gateway.ts', 'gateway/gateway.ts'),
    usesFile('site/sign-in/routes.ts', 'demo/people.ts'),
  ],
  'outside the site only its site.ts and its schema are imported': [
    usesFile('scripts/start.ts', 'site/server/place.ts'),
    usesFile('scripts/product/open-site.ts', 'site/tables.ts'),
  ],
  'only programs know the site': [
    usesFile('imports/pipeline/stage-file.ts', 'site/site.ts'),
    usesFile('demo/sign-in/provider.ts', 'site/site.ts'),
  ],
  'importers are pure: they see domain and the shape of records': [
    usesFile('imports/corporate-crm/map.ts', 'platform/config/clock.ts'),
    usesFile('imports/corporate-crm/map.ts', 'casework/reading/read-stages.ts'),
    usesFile('imports/coverage/map.ts', 'subgraphs/directory/subgraph.ts'),
  ],
  'importers do not know the pipeline': [
    usesFile('imports/coverage/map.ts', 'imports/pipeline/stage-file.ts'),
    usesFile('imports/coverage/map.ts', 'imports/pipeline.ts'),
  ],
  'only tables and migrations see TypeORM': [
    usesPackage('subgraphs/insight/resolvers.ts', 'typeorm'),
    usesPackage('gateway/start.ts', 'typeorm'),
    usesPackage('site/pages/views.ts', 'typeorm'),
  ],
  'only platform sees the PostgreSQL driver': [
    usesPackage('casework/reading/read-stages.ts', 'pg'),
    usesPackage('scripts/start.ts', 'pg'),
  ],
  "only platform/server sees the subgraphs' server": [
    usesPackage('subgraphs/insight/subgraph.ts', '@apollo/server'),
  ],
  "only the gateway sees the gateway's runtime": [
    usesPackage('platform/server/run-subgraph.ts', '@graphql-hive/gateway-runtime'),
  ],
  'only the site sees what its pages are served and drawn with': [
    usesPackage('gateway/start.ts', 'fastify'),
    usesPackage('gateway/start.ts', '@fastify/cookie'),
    usesPackage('platform/identity/sign-in.ts', 'openid-client'),
    usesPackage('scripts/start.ts', 'nunjucks'),
  ],
  "only the demonstration sees the sign-in service's own library": [
    usesPackage('site/sign-in/sign-in-service.ts', 'oidc-provider'),
    usesPackage('demo/people.ts', 'oidc-provider'),
  ],
  'nothing imports the process': [
    { 'gateway/start.ts': "import { env } from 'node:process';\nexport const port = env.GATEWAY_PORT;\n" },
  ],
  'product code uses no development dependency': [
    usesPackage('casework/reading/read-stages.ts', 'fast-check', 'devDependencies'),
  ],
  'every package that is imported is declared': [
    {
      ...installed('stray'),
      'package.json': '{"name":"planted"}',
      'casework/reading/read-stages.ts': imports('stray'),
    },
  ],
  'the product imports neither tests nor bench': [
    usesFile('scripts/check-crash.ts', 'tests/crash/check.ts'),
    usesFile('demo/generate.ts', 'bench/machine.ts'),
    usesFile('casework/store.test.ts', 'tests/recount/recount.ts'),
  ],
  'tests and bench do not import each other': [
    usesFile('bench/measures.ts', 'tests/figures/running-product.ts'),
    usesFile('tests/crash/check.ts', 'bench/machine.ts'),
  ],
  'only tests and bench import scripts': [usesFile('demo/generate.ts', 'scripts/start.ts')],
  'nothing imports a test': [usesFile('casework/reading/read-stages.ts', 'casework/other.test.ts')],
  'product code uses no test helper': [
    usesFile('casework/reading/read-stages.ts', 'casework/records/testing.ts'),
    usesFile('casework/reading/read-stages.ts', 'platform/testing/database.ts'),
    usesFile('subgraphs/insight/facts.ts', 'subgraphs/insight/fixtures.ts'),
  ],
  'no cycles': [
    {
      'casework/reading/read-stages.ts': "import { b } from './loaders';\nexport const a = () => b;\n",
      'casework/reading/loaders.ts': "import { a } from './read-stages';\nexport const b = () => a;\n",
    },
  ],
  'no orphans': [{ 'casework/reading/read-stages.ts': LEAF }],
  'every file of the product is used by a program': [
    {
      ...usesFile('scripts/start.ts', 'gateway/gateway.ts'),
      ...usesFile('gateway/forgotten.ts', 'gateway/gateway.ts'),
    },
  ],
  'every import leads somewhere': [{ 'casework/reading/read-stages.ts': imports('./gone') }],
};

/** One rule broken in each of the ways in which TypeScript takes something from another file. */
export const everyWayToImport: Files = {
  'subgraphs/schools/subgraph.ts': `${LEAF}export type Leaf = number;\n`,
  'subgraphs/corporate/value.ts': imports('../schools/subgraph'),
  'subgraphs/corporate/type.ts':
    "import type { Leaf } from '../schools/subgraph';\nexport type Taken = Leaf;\n",
  'subgraphs/corporate/passed-on.ts': "export { leaf } from '../schools/subgraph';\n",
  'subgraphs/corporate/late.ts': "export const late = () => import('../schools/subgraph');\n",
  'subgraphs/corporate/required.ts': "export const { leaf } = require('../schools/subgraph');\n",
};
