'use strict';
const vm = require('node:vm');

/**
 * `vm.compileFunction` for the modules that Jest loads anew for each test file, thousands of them where it loads the product: what
 * V8 made of a module is kept, so that the files after the first neither parse it nor compile what of it the first one ran. Only the
 * compiling is shared: each file still runs its modules itself, in its own context. `keep` is to be called when a file has ended.
 */
function compiledOnce({ compileFunction, Script } = vm) {
  /** By file; several sources of one file (a mock, another transform) take each other's place. */
  const kept = new Map();
  const fresh = [];

  function compile(source, parameters, options) {
    if (!isModule(options)) return compileFunction(source, parameters, options);
    const { filename, importModuleDynamically, parsingContext } = options;
    const known = kept.get(filename);
    const isKnown = known !== undefined && known.source === source;
    const head = `(function (${parameters.join(', ')}) {`;
    const script = new Script(`${head}${source}\n})`, {
      ...{ filename, importModuleDynamically, columnOffset: -head.length },
      cachedData: isKnown ? known.data : undefined,
    });
    if (!isKnown || script.cachedDataRejected) fresh.push({ source, filename, script });
    return script.runInContext(parsingContext);
  }

  /** Only now, because by now the functions that the file called are compiled too. */
  function keep() {
    for (const { source, filename, script } of fresh.splice(0)) {
      kept.set(filename, { source, data: script.createCachedData() });
    }
  }

  return { compile, keep };
}

/** Not what else is compiled in a worker, nor a test itself: it runs once. */
const isModule = ({ filename = '', parsingContext, importModuleDynamically } = {}) =>
  Boolean(parsingContext && importModuleDynamically) && !filename.endsWith('.test.ts');

module.exports = { compiledOnce };
