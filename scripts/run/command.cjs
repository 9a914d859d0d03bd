'use strict';
const fs = require('node:fs');
const { check } = require('./check.cjs');
const { ensureBuilt } = require('./build.cjs');
const { ensureInstalled } = require('./install.cjs');
const { inRoot, say } = require('./root.cjs');
const { test } = require('./test.cjs');

/**
 * What each command does once everything is installed and built: 'program' runs dist/scripts/<command>.js. 'source'
 * runs scripts/<command>.ts as it stands, without a build: what it writes, a build may need.
 */
const COMMANDS = {
  start: 'program',
  import: 'program',
  amend: 'program',
  token: 'program',
  subgraph: 'program',
  gateway: 'program',
  generate: 'source',
  rebuild: 'program',
  bench: 'program',
  'check:crash': 'program',
  build: () => 0,
  test,
  check,
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
  if (action !== 'source' && !ensureBuilt()) process.exit(1);
  if (action === 'program') runProgram(inRoot('dist', 'scripts', `${command.replace(':', '-')}.js`), args);
  else if (action === 'source') runSource(inRoot('scripts', `${command}.ts`), args);
  else process.exit(action(args));
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
