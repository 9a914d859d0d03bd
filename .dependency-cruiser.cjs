// Who may import whom. Each rule is a sentence, and its comment says what to do instead.
// tests/architecture/boundaries.test.ts runs them over the tree, and sees each of them fail on a planted violation.

const TEST = '\\.test\\.ts$';
/** What only tests use: helpers beside the code, and the test database. */
const TEST_HELPER = '(^|/)(testing|fixtures)([-.\\w]*\\.ts$|/)';
/** Files that only a developer's machine runs. */
const DEVELOPMENT = `(${TEST}|${TEST_HELPER}|^tests/|^bench/)`;
const OURS =
  '^(bench|casework|contracts|counting|demo|domain|gateway|imports|platform|scripts|site|subgraphs|tests)/';

/** Intake stages rows by COPY, which needs the connection itself; a scoped transaction does not offer it. */
const INTAKE_LOADS = '^subgraphs/intake/load/';

/** What brings importers, intake and the streams together. */
const PIPELINE = '^imports/pipeline(\\.ts$|/)';

/** Where the product begins: tsconfig.product.json compiles these, and what they import. */
const PRODUCT_BEGINNINGS = [
  '^scripts/[^/]+\\.ts$',
  '^demo/[^/]*-cli\\.ts$',
  '^subgraphs/[^/]+/subgraph\\.ts$',
];

/** With the program that writes generated files, which runs from its source. */
const BEGINNINGS = [...PRODUCT_BEGINNINGS, '^scripts/generated/generate\\.ts$'];

/** A rule that always fails the check. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const layers = [
  rule(
    'domain imports only domain',
    'The law is pure: hand the calendar, the clock or the caller over as an argument instead of importing what knows them.',
    { path: '^domain/', pathNot: [TEST, TEST_HELPER] },
    { pathNot: '^domain/' },
  ),
  rule(
    'platform knows no complaint',
    'What knows a complaint belongs to casework or a subgraph. Give platform an interface that they fill.',
    { path: '^platform/' },
    { path: OURS, pathNot: '^platform/' },
  ),
  rule(
    'contracts see domain and the makers of contracts only',
    'A contract says what two parts agree on: names, shapes, owners. What works with it belongs to one of the two.',
    { path: '^contracts/', pathNot: TEST },
    { path: OURS, pathNot: '^(contracts|domain)/|^platform/\\w+/(event-contract|record-set|keeper)\\.ts$' },
  ),
  rule(
    'casework sees contracts, domain and platform only',
    'The kit serves every stream alike: what one stream alone needs goes into its StreamDefinition.',
    { path: '^casework/', pathNot: TEST },
    { path: OURS, pathNot: '^(casework|contracts|domain|platform)/' },
  ),
  rule(
    'counting sees domain and platform only',
    'It counts whatever it is handed: what one kind of figures alone needs goes to its subgraph, which hands its dimensions and tables over.',
    { path: '^counting/', pathNot: TEST },
    { path: OURS, pathNot: '^(counting|domain|platform)/' },
  ),
  rule(
    'insight sees events, and neither records nor casework',
    'Insight knows complaints by what streams publish. Add to contracts/events, and to what streams publish.',
    { path: '^subgraphs/insight/' },
    { path: '^(casework|contracts/records)/' },
  ),
  rule(
    'a record is seen by its keeper alone',
    'Importers make records, one part keeps each kind. Another part follows what the keeper publishes (contracts/events).',
    { path: '^subgraphs/(ombudsman|directory)/' },
    { path: '^(casework|contracts/records)/', pathNot: '^contracts/records/ombudsman-case\\.ts$' },
  ),
  rule(
    'intake and telephony keep calls and coverage, and no stage',
    'Stages and cases go from the pipeline to their keepers. Intake stages and counts them without knowing their shape.',
    { path: '^subgraphs/(intake|telephony)/' },
    { path: '^contracts/records/', pathNot: '^contracts/records/(call|coverage-line)\\.ts$' },
  ),
  rule(
    'streams reach contracts through casework',
    'The kit publishes and keeps for all streams alike. A stream takes only types for its definition.',
    { path: '^subgraphs/(corporate|adults|childrens|schools)/', pathNot: TEST },
    { path: '^contracts/(events|records)/' },
  ),
  rule(
    'subgraphs see casework, contracts, counting, domain and platform only',
    'A subgraph is loaded by the programs and fed by events and calls. Move what both sides need to casework, or hand it over.',
    { path: '^subgraphs/[^/]+/' },
    { path: OURS, pathNot: '^(subgraphs|casework|contracts|counting|domain|platform)/' },
  ),
  rule(
    'subgraphs never import each other',
    "Meet in the graph by id, or follow the other's events (`followers` in subgraph.ts) and keep a small copy.",
    { path: '^subgraphs/([^/]+)/' },
    { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
  ),
  rule(
    'outside a subgraph only its subgraph.ts is imported',
    'Load it through subgraphs/registry.ts, or import its subgraph.ts and let that offer what is needed.',
    { pathNot: '^subgraphs/[^/]+/' },
    { path: '^subgraphs/[^/]+/', pathNot: '^subgraphs/[^/]+/subgraph\\.ts$' },
  ),
  rule(
    'the gateway knows no subgraph, no case and no importer',
    'It knows the composed schema and addresses. Whoever starts it hands over the executors of subgraphs in the same process.',
    { path: '^gateway/', pathNot: TEST },
    { path: OURS, pathNot: '^(gateway|platform|domain)/' },
  ),
  rule(
    'doors of the gateway do not know each other',
    'A door answers at one path and asks the graph. What two doors need belongs to entrance/ or graph/.',
    { path: '^gateway/doors/(?!door\\.ts$)' },
    { path: '^gateway/doors/(?!door\\.ts$)' },
  ),
  rule(
    'the site speaks to the gateway only',
    'It is a client like any other: ask the graph (site/operations), or have whoever starts it hand over what it needs.',
    { path: '^site/', pathNot: [TEST, TEST_HELPER] },
    { path: OURS, pathNot: '^(site|platform|domain)/' },
  ),
  rule(
    'outside the site only its site.ts and its schema are imported',
    'The site is started, and that is all: let site/site.ts offer what is needed.',
    { pathNot: '^(site|tests|bench)/' },
    { path: '^site/', pathNot: ['^site/(site|schema)\\.ts$', TEST_HELPER] },
  ),
  rule(
    'only programs know the site',
    'It stands in front of the product: nothing behind the gateway may depend on who asks it.',
    { path: OURS, pathNot: '^(site|scripts|tests|bench)/' },
    { path: '^site/' },
  ),
  rule(
    'importers are pure: they see domain and the shape of records',
    'An importer maps cells to records. What touches the database or a subgraph belongs to imports/pipeline.',
    { path: '^imports/', pathNot: [PIPELINE, TEST, TEST_HELPER] },
    {
      path: [OURS, '^node_modules/(typeorm|pg)/'],
      pathNot: '^(imports|domain)/|^contracts/(records/|[^/]+\\.ts$)',
    },
  ),
  rule(
    'importers do not know the pipeline',
    'The pipeline calls importers through imports/source.ts; take what is needed as an argument.',
    { path: '^imports/', pathNot: [PIPELINE, TEST, TEST_HELPER] },
    { path: PIPELINE },
  ),
];

const packages = [
  rule(
    'only tables and migrations see TypeORM',
    'Ask through the scoped transaction (platform/transaction). Tables are described in tables.ts, or in a file whose name ends in -tables.ts.',
    {
      path: OURS,
      pathNot: [
        '^(platform|casework)/',
        '^subgraphs/[^/]+\\.ts$',
        '^subgraphs/[^/]+/[^/]*tables(\\.ts$|/)',
        '^subgraphs/[^/]+/migrations/',
        '^site/migrations/',
        INTAKE_LOADS,
        PIPELINE,
        DEVELOPMENT,
      ],
    },
    { path: '^node_modules/typeorm/' },
  ),
  rule(
    'only platform sees the PostgreSQL driver',
    'Connect through platform/postgres, which gives every connection its limits and parsers.',
    { path: OURS, pathNot: ['^platform/', INTAKE_LOADS, DEVELOPMENT] },
    { path: '^node_modules/pg/' },
  ),
  rule(
    "only platform/server sees the subgraphs' server",
    'A subgraph is plain data (platform/server/subgraph.ts); run-subgraph.ts makes a server of it, with its masking and limits.',
    { path: OURS, pathNot: ['^platform/server/', DEVELOPMENT] },
    { path: '^node_modules/@apollo/' },
  ),
  rule(
    "only the gateway sees the gateway's runtime",
    'Nothing else may depend on which gateway is used. Ask the gateway over HTTP, or through what gateway/ exports.',
    { path: OURS, pathNot: ['^gateway/', DEVELOPMENT] },
    { path: '^node_modules/@graphql-(hive|mesh)/' },
  ),
  rule(
    'only the site sees what its pages are served and drawn with',
    'Nothing else makes pages. Serve plain HTTP as platform/server does, or have the site show it.',
    { path: OURS, pathNot: ['^site/', DEVELOPMENT] },
    {
      path: '^node_modules/(fastify|@fastify/|nunjucks|openid-client|govuk-frontend|@ministryofjustice|d3-)',
    },
  ),
  rule(
    "only the demonstration sees the sign-in service's own library",
    'The product signs people in with any OpenID provider, and is none itself. Ask it as the site does.',
    { path: OURS, pathNot: ['^demo/sign-in/', DEVELOPMENT] },
    { path: '^node_modules/oidc-provider/' },
  ),
  rule(
    'nothing imports the process',
    'The environment is read by platform/config alone, and the linter knows it only as process.env. Take settings as an argument.',
    { path: OURS },
    { path: '^process$' },
  ),
  rule(
    'product code uses no development dependency',
    'It is not there in production. Add the package to `dependencies`, or do without it.',
    { path: OURS, pathNot: [DEVELOPMENT, '\\.cjs$', '^scripts/(generated/|operations/texts-in-code\\.ts$)'] },
    { dependencyTypes: ['npm-dev'] },
  ),
  rule(
    'every package that is imported is declared',
    'Add it to package.json: a package that comes along with another may leave with it.',
    {},
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
];

const shape = [
  rule(
    'the product imports neither tests nor bench',
    'They are not built with it. Move what both need to the part that it belongs to, or to a testing folder beside it.',
    { path: OURS, pathNot: '^(tests|bench)/' },
    { path: '^(tests|bench)/' },
  ),
  rule(
    'tests and bench do not import each other',
    'Move what both need to a testing folder beside the code that it is about, as scripts/testing.',
    { path: '^(tests|bench)/' },
    { path: '^(tests|bench)/', pathNot: '^$1/' },
  ),
  rule(
    'only tests and bench import scripts',
    'scripts is where the product is started. Move what is shared to the part that it belongs to.',
    { path: OURS, pathNot: '^(scripts|bench|tests)/' },
    { path: '^scripts/' },
  ),
  rule(
    'nothing imports a test',
    'Move what tests share to a testing.ts or fixtures.ts beside the code.',
    {},
    { path: TEST },
  ),
  rule(
    'product code uses no test helper',
    'Helpers make things up. Move what the product needs too to a file of its own.',
    { pathNot: DEVELOPMENT },
    { path: TEST_HELPER },
  ),
  rule(
    'no cycles',
    'Two files that need each other are one, or need a third. Move what both use to it.',
    {},
    { circular: true },
  ),
  rule(
    'no orphans',
    'Nobody imports this file and it imports nothing. Use it or remove it.',
    { orphan: true, pathNot: ['\\.(d\\.ts|cjs)$', '^site/assets/'] },
    {},
  ),
  rule(
    'every file of the product is used by a program',
    'Only tests use this file. Use it, remove it, or name it as a helper of tests (testing.ts, fixtures.ts).',
    { path: BEGINNINGS },
    {
      path: '^(casework|contracts|counting|demo|domain|gateway|imports|platform|scripts|site|subgraphs)/.+\\.ts$',
      pathNot: [...BEGINNINGS, TEST, TEST_HELPER, '/__generated__/', '\\.d\\.ts$'],
      reachable: false,
    },
  ),
  rule(
    'every import leads somewhere',
    'Correct the path, or install what package.json declares.',
    {},
    { couldNotResolve: true, pathNot: '__generated__' },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...layers, ...packages, ...shape],
  options: {
    // TypeScript 7 has no JavaScript interface; swc reads the imports, those of types included.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.cjs', '.js', '.json'],
      // A package of types alone names no other file.
      mainFields: ['main', 'typings'],
      exportsFields: ['exports'],
      conditionNames: ['node', 'require', 'import', 'default', 'types'],
    },
  },
};
