'use strict';
const path = require('node:path');

const SHOWN = 10;

const seconds = (millis) => `${(millis / 1_000).toFixed(1)} s`;

/**
 * What the files of a run took together, and the slowest of them: where to look when the whole takes too long. `files` are Jest's
 * results of files; those that never ran count nothing.
 */
function slowestFiles(files, root) {
  const took = files
    .map(({ testFilePath, perfStats }) => [perfStats.runtime, path.relative(root, testFilePath)])
    .sort(([one], [other]) => other - one);
  const total = took.reduce((sum, [millis]) => sum + millis, 0);
  const slowest = took.slice(0, SHOWN).map(([millis, file]) => `  ${seconds(millis).padStart(8)}  ${file}`);
  return [
    `${took.length} files took ${seconds(total)} of all workers, the slowest of them:`,
    ...slowest,
  ].join('\n');
}

module.exports = { slowestFiles };
