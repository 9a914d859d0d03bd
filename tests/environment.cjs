'use strict';
const vm = require('node:vm');
const { compiledOnce } = require('./compiled-once.cjs');

// Jest's own, wherever npm puts it.
const ofJest = require.resolve('jest-environment-node', { paths: [require.resolve('jest')] });
const { TestEnvironment } = require(ofJest);

const { compile, keep } = compiledOnce();
// Once in each worker: this file is loaded outside what is loaded anew for each test file.
vm.compileFunction = compile;

/** Jest's environment for Node, in a worker that compiles each module once. */
class Environment extends TestEnvironment {
  async teardown() {
    keep();
    await super.teardown();
  }
}

module.exports = Environment;
