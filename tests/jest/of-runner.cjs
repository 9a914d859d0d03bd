'use strict';

/** By the names of its symbols: who listens, the tests, a time limit. */
const OF_RUNNER = /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL|\w*RETRY\w*)$/;

/** Removes what Jest's runner has put among the globals for one test file: the next one's would be told of both. */
function removeOfRunner(globals) {
  for (const symbol of Object.getOwnPropertySymbols(globals))
    if (OF_RUNNER.test(symbol.description ?? '')) delete globals[symbol];
}

module.exports = { removeOfRunner };
