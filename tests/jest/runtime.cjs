'use strict';
const fs = require('node:fs');
const { createRequire, isBuiltin } = require('node:module');
const { ofJest } = require('./of-jest.cjs');
const { SourceMaps } = require('./source-maps.cjs');
// From here on Node loads the project's TypeScript in this worker.
require('../../scripts/run/typescript.cjs');

const { default: JestRuntime } = ofJest('jest-runtime');

/** Names of packages, and of files in them; not paths, and not what Jest itself stands for. */
const PACKAGED = /^(?!@jest\/)(?:@[^/]+\/)?[^./]/;
/** And paths. */
const ANYTHING = /^(?!@jest\/)/;
/** What the runner asks for of other packages; its own files keep the tests of one file, which the next one must not have. */
const BESIDE_RUNNER = /^(?!jest-circus)[^./]/;
/** Said by a test file that puts something in the place of a module, or wants one loaded again. */
const ANEW = /\bjest\.(?:mock|isolateModules)\(/;

/**
 * Loads packages and the project's own modules once a worker, as Node does: most of what a test file cost was loading. Only the test
 * file itself and its runner are loaded by Jest; and where it puts something in the place of a module, the project's
 * own are, for it alone.
 */
class Runtime extends JestRuntime {
  constructor(...given) {
    super(...given);
    const testPath = given[6];
    this.once = ANEW.test(fs.readFileSync(testPath, 'utf8')) ? PACKAGED : ANYTHING;
    this.maps = new SourceMaps(super.getSourceMaps());
  }

  requireModuleOrMock(from, name) {
    if (this.once.test(name) && !isBuiltin(name)) return createRequire(from)(name);
    return super.requireModuleOrMock(from, name);
  }

  requireInternalModule(from, name) {
    if (name && BESIDE_RUNNER.test(name) && !isBuiltin(name)) return createRequire(from)(name);
    return super.requireInternalModule(from, name);
  }

  getSourceMaps() {
    return this.maps;
  }
}

module.exports = Runtime;
