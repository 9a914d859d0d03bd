'use strict';
const fs = require('node:fs');
const { check } = require('./check.cjs');
const { ensureBuilt } = require('./build.cjs');
const { ensureInstalled } = require('./install.cjs');
const { inRoot, say } = require('./root.cjs');
const { sbom } = require('./sbom.cjs');
const { casework, everyPage, figures, fuzz, month, siteMonth, test } = require('./test.cjs');

/** A command of the product: dist/scripts/<command>.js, once everything is installed and built. */
const PRODUCT = {
  needsBuild: true,
  start: (args, name) => runProgram(inRoot('dist', 'scripts', `${name}.js`), args),
};

/** A developer's program, run from its source. Some of these start the product's own commands, which are built. */
const source = (file, needsBuild) => ({ needsBuild, start: (args) => runSource(inRoot(file), args) });

/** A command of this file's neighbours, which gives its exit code. */
const own = (action) => ({ needsBuild: true, start: (args) => process.exit(action(args)) });

const COMMANDS = {
  start: PRODUCT,
  import: PRODUCT,
  amend: PRODUCT,
  'take-over': PRODUCT,
  audit: PRODUCT,
  jobs: PRODUCT,
  token: PRODUCT,
  'example-work': PRODUCT,
  key: PRODUCT,
  'bi-login': PRODUCT,
  operations: PRODUCT,
  subgraph: PRODUCT,
  gateway: PRODUCT,
  site: PRODUCT,
  rebuild: PRODUCT,
  // Without a build: a build may need what it writes.
  generate: source('scripts/generated/generate.ts', false),
  bench: source('bench/bench.ts', true),
  // What is still to be written would be lost by an exit.
  sbom: {
    needsBuild: false,
    start: () => {
      process.exitCode = sbom();
    },
  },
  'check:schema': source('tests/schema/check-schema.ts', false),
  'check:crash': source('tests/crash/check-crash.ts', true),
  'check:watched': source('tests/crash/check-watched.ts', true),
  'check:storm': source('tests/casework/check-storm.ts', true),
  'check:upgrade': source('tests/upgrade/check-upgrade.ts', true),
  'check:clients': source('tests/clients/check-clients.ts', true),
  'check:documents': source('tests/documents/check-documents.ts', true),
  'check:pages': own(everyPage),
  'check:figures': own(figures),
  'check:fuzz': own(fuzz),
  'check:month': own(month),
  'check:site-month': own(siteMonth),
  'check:casework': own(casework),
  build: own(() => 0),
  test: own(test),
  check: own(check),
};

const WRONG_USAGE = 2;

/** Runs the command that `args` begins with. */
function run([command, ...args]) {
  const action = Object.hasOwn(COMMANDS, command ?? '') ? COMMANDS[command] : null;
  if (action === null) {
    say(
      `Usage: node scripts/run.cjs COMMAND …, where COMMAND is one of: ${Object.keys(COMMANDS).join(', ')}.`,
    );
    process.exit(WRONG_USAGE);
  }
  if (!ensureInstalled()) process.exit(1);
  if (action.needsBuild && !ensureBuilt()) process.exit(1);
  action.start(args, command);
}

function runSource(program, args) {
  require('./typescript.cjs');
  runProgram(program, args);
}

/** In this process, so that signals and the exit code are the program's own. */
function runProgram(program, args) {
  loadEnvironmentFile();
  // What a dependency is about to drop is for us to see, in the tests, and not for whoever starts the product.
  process.noDeprecation = true;
  process.argv = [process.argv[0], program, ...args];
  require(program);
}

/** Settings from `.env`, for whoever keeps them there; what the environment sets already holds. */
function loadEnvironmentFile() {
  const file = inRoot('.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

module.exports = { run };
