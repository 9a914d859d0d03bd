'use strict';
const { spawnSync } = require('node:child_process');
const { root } = require('./root.cjs');

/** Runs npm, the one that this was started by where there is one, and gives its exit code and what it said. */
function npm(args) {
  const options = { cwd: root, encoding: 'utf8', env: environment(), maxBuffer: 64 * 1024 * 1024 };
  const cli = process.env.npm_execpath;
  const viaNode = cli !== undefined && /npm-cli\.c?js$/.test(cli);
  const { status, stdout, stderr, error } = viaNode
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return { status, stdout: stdout ?? '', stderr: `${stderr ?? ''}${error?.message ?? ''}` };
}

/** Without what an outer npm says of the script that it runs. */
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|command)/.test(name));
  return Object.fromEntries(kept);
}

module.exports = { npm };
