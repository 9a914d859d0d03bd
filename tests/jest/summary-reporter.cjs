/** Ends a run with one line that a machine can read: `N passed, N failed`. A file that did not run counts as failed. */
class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    // At the very end: Jest's own summary comes after every reporter's.
    process.once('exit', () => process.stdout.write(`${results.numPassedTests} passed, ${failed} failed\n`));
  }
}

module.exports = SummaryReporter;
