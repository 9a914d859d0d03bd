'use strict';
const fs = require('node:fs');
const { check } = require('./check.cjs');
const { ensureBuilt } = require('./build.cjs');
const { ensureInstalled } = require('./install.cjs');
const { inRoot, say } = require('./root.cjs');
const { test } = require('./test.cjs');

/** What each command does once everything is installed and built: 'program' runs dist/scripts/<command>.js. */
const COMMANDS = {
  start: 'program',
  import: 'program',
  token: 'program',
  subgraph: 'program',
  gateway: 'program',
  generate: 'program',
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
  if (!ensureInstalled() || !ensureBuilt()) process.exit(1);
  if (action === 'program') runProgram(command, args);
  else process.exit(action(args));
}

/** In this process, so that signals and the exit code are the program's own. */
function runProgram(command, args) {
  loadEnvironmentFile();
  // What a dependency is about to drop is for us to see, in the tests, and not for whoever starts the product.
  process.noDeprecation = true;
  const program = inRoot('dist', 'scripts', `${command.replace(':', '-')}.js`);
  process.argv = [process.argv[0], program, ...args];
  require(program);
}

/** Settings from `.env`, for whoever keeps them there; what the environment sets already holds. */
function loadEnvironmentFile() {
  const file = inRoot('.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

module.exports = { run };
