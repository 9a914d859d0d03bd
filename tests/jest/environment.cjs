'use strict';
const vm = require('node:vm');
const { compiledOnce } = require('./compiled-once.cjs');
const { ofJest } = require('./of-jest.cjs');
const { removeOfRunner } = require('./of-runner.cjs');

const { ModuleMocker } = ofJest('jest-mock');
const { ModernFakeTimers } = ofJest('@jest/fake-timers');

const { compile, keep } = compiledOnce();
// Once in each worker: this file is loaded outside what is loaded anew for each test file.
vm.compileFunction = compile;

/**
 * Where test files run: in the worker's own context, so that packages which are loaded once a worker (`runtime.cjs`) and the tests
 * mean the same by `Error` and `Array`. A file leaves nothing of the runner's there, and the settings of the process as it found them.
 */
class Environment {
  constructor({ projectConfig }) {
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
    this.found = { env: { ...process.env }, exit: process.exit };
  }

  async setup() {
    removeOfRunner(globalThis);
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    process.exit = this.found.exit;
    for (const name of Object.keys(process.env)) if (!(name in this.found.env)) delete process.env[name];
    Object.assign(process.env, this.found.env);
    keep();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return globalThis;
  }
}

module.exports = Environment;
