'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { inRoot, root, say } = require('./root.cjs');
const { test } = require('./test.cjs');

const folders = () => JSON.parse(fs.readFileSync(inRoot('tsconfig.json'), 'utf8')).include;

/** What has to hold before a change goes in, cheapest first: programs of packages, with their arguments. */
const CHECKS = [
  { name: 'format and lint', program: '@biomejs/biome/bin/biome', args: () => ['check', '.'] },
  { name: 'types', program: 'typescript/bin/tsc', args: () => ['--noEmit', '-p', 'tsconfig.json'] },
  {
    name: 'boundaries',
    program: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: () => ['--config', '.dependency-cruiser.cjs', ...folders()],
  },
];

/** Runs every check, also after one has failed, then the tests; tells which failed. Gives the exit code. */
function check() {
  const failed = CHECKS.filter((each) => !passes(each)).map(({ name }) => name);
  if (test([]) !== 0) failed.push('tests');
  say(failed.length === 0 ? 'Everything passes.' : `Failed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
}

function passes({ name, program, args }) {
  say(`— ${name}`);
  const command = inRoot('node_modules', ...program.split('/'));
  return spawnSync(process.execPath, [command, ...args()], { cwd: root, stdio: 'inherit' }).status === 0;
}

module.exports = { check };
