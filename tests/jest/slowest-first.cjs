const { default: TestSequencer } = require('@jest/test-sequencer');

/** What a test file takes that has not run here before, by its name: the first that fits. */
const EXPECTED_MILLIS = [
  [/tests\/crash\/.+\.e2e\.test\.ts$/, 100_000],
  [/tests\/site\/.+\.e2e\.test\.ts$/, 60_000],
  [/scripts\/import\.db\.test\.ts$/, 45_000],
  [/insight\/figures\/.+-agree\.db\.test\.ts$/, 30_000],
  [/\.e2e\.test\.ts$/, 20_000],
  // These run whole programs: the compiler, the checks of the tree, servers.
  [/(tests\/(architecture|build|deploy|installation)\/.+|cluster\.db|gateway\/life)\.test\.ts$/, 15_000],
  [/\.(db|memory)\.test\.ts$/, 5_000],
  [/./, 1_000],
];

/**
 * Slowest first, so that all workers end together: by what each file took the last time, and on a machine where nothing has run by
 * its kind. Jest itself would go by the size of the files, and the slowest of all is a small one.
 */
class SlowestFirst extends TestSequencer {
  time(test) {
    const place = test.path.replaceAll('\\', '/');
    return super.time(test) ?? EXPECTED_MILLIS.find(([name]) => name.test(place))?.[1];
  }
}

module.exports = SlowestFirst;
