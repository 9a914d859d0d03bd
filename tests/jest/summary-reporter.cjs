const { slowestFiles } = require('./slowest-files.cjs');

/**
 * Ends a run with the files that took longest, and one line that a machine can read: `N passed, N failed`. A file that did not run
 * counts as failed.
 */
class SummaryReporter {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const slowest = slowestFiles(results.testResults, this.rootDir);
    // At the very end: Jest's own summary comes after every reporter's.
    process.once('exit', () =>
      process.stdout.write(`${slowest}\n${results.numPassedTests} passed, ${failed} failed\n`),
    );
  }
}

module.exports = SummaryReporter;
