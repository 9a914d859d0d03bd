'use strict';
const { spawnSync } = require('node:child_process');
const { inRoot, root } = require('./root.cjs');

/** Runs the tests, all or those that `args` name as Jest takes them. Gives the exit code. */
function test(args) {
  const jest = inRoot('node_modules', 'jest', 'bin', 'jest.js');
  // Workers take it over: what a test makes is mostly young, and is looked through less often.
  const command = ['--max-semi-space-size=64', jest, '--config', 'jest.config.cjs', ...args];
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** Looks at every page of the site in every state. Gives the exit code. */
function everyPage(args) {
  process.env.EVERY_PAGE = 'all';
  return test(['tests/site/every-page', ...args]);
}

const HOUR_MILLIS = 60 * 60_000;

/** Asks 23 times as many random questions of the figures as the tests do, the pages for 100 filters, and every door for 400 questions. Gives the exit code. */
function figures(args) {
  process.env.ASK_TIMES = '23';
  const files = [
    'tests/figures/own-tables',
    'insight/figures/figures-agree',
    'insight/figures/rollups-agree',
    'tests/site/same-figure',
    'tests/doors',
  ];
  return test([...files, `--testTimeout=${HOUR_MILLIS}`, ...args]);
}

/** Asks 10,020 generated questions as each caller. Gives the exit code. */
function fuzz(args) {
  process.env.ASK_TIMES = '167';
  return test(['tests/fuzz', `--testTimeout=${HOUR_MILLIS}`, ...args]);
}

/** Plays a month of a team's work with three times as many complaints as the tests do. Gives the exit code. */
function month(args) {
  process.env.ASK_TIMES = '3';
  return test(['tests/casework/month', `--testTimeout=${HOUR_MILLIS}`, ...args]);
}

/** Plays a month of a team's work by the pages of the site, which no other run of tests does. Gives the exit code. */
function siteMonth(args) {
  const files = ['--testMatch', '**/tests/casework/site-month/site-month.played.ts'];
  return test([`--testTimeout=${HOUR_MILLIS}`, ...files, ...args]);
}

/** Plays 1,000 random sequences of commands of each stream. Gives the exit code. */
function casework(args) {
  process.env.ASK_TIMES = '25';
  return test(['tests/casework/sequences', `--testTimeout=${HOUR_MILLIS}`, ...args]);
}

module.exports = { casework, everyPage, figures, fuzz, month, siteMonth, test };
