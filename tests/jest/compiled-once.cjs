'use strict';
const vm = require('node:vm');

/**
 * `vm.compileFunction` for the project's modules, which Jest loads anew for each test file, hundreds of them where it loads the
 * product: what V8 made of a module is kept, so that the files after the first neither parse it nor compile what of it the first one
 * ran. Only the compiling is shared: each file still runs its modules itself. `keep` is to be called when a file has ended.
 */
function compiledOnce({ compileFunction, Script } = vm) {
  /** By file; several sources of one file (a mock, another transform) take each other's place. */
  const kept = new Map();
  const fresh = [];

  function compile(source, parameters, options) {
    // In this context everything runs; V8 takes only others by name.
    const { parsingContext, ...given } = options ?? {};
    if (parsingContext !== globalThis) return compileFunction(source, parameters, options);
    if (given.filename.endsWith('.test.ts')) return compileFunction(source, parameters, given);
    const { filename, importModuleDynamically } = given;
    const known = kept.get(filename);
    const isKnown = known !== undefined && known.source === source;
    const head = `(function (${parameters.join(', ')}) {`;
    const script = new Script(`${head}${source}\n})`, {
      ...{ filename, importModuleDynamically, columnOffset: -head.length },
      cachedData: isKnown ? known.data : undefined,
    });
    if (!isKnown || script.cachedDataRejected) fresh.push({ source, filename, script });
    return script.runInThisContext();
  }

  /** Only now, because by now the functions that the file called are compiled too. */
  function keep() {
    for (const { source, filename, script } of fresh.splice(0)) {
      kept.set(filename, { source, data: script.createCachedData() });
    }
  }

  return { compile, keep };
}

module.exports = { compiledOnce };
