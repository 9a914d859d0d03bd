'use strict';
const { createRequire, isBuiltin } = require('node:module');
const { ofJest } = require('./of-jest.cjs');

const { default: JestRuntime } = ofJest('jest-runtime');

/** Names of packages, and of files in them; not paths, and not what Jest itself stands for. */
const PACKAGED = /^(?!@jest\/)(?:@[^/]+\/)?[^./]/;

/**
 * Loads the project's own modules anew for each test file, as Jest does, and packages once a worker, as Node does: most of what a
 * test file loaded was packages, and nothing that tests look at is kept in them.
 */
class Runtime extends JestRuntime {
  requireModuleOrMock(from, name) {
    if (PACKAGED.test(name) && !isBuiltin(name)) return createRequire(from)(name);
    return super.requireModuleOrMock(from, name);
  }
}

module.exports = Runtime;
