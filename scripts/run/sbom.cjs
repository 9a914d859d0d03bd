'use strict';
const { npm } = require('./npm.cjs');
const { say } = require('./root.cjs');

/** Of the lock file, so that it tells of every platform's packages, and names no registry that they were once had from. */
const SBOM = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];

/** Writes what the product is made of, as CycloneDX, to standard output. Gives the exit code. */
function sbom() {
  const { status, stdout, stderr } = npm(SBOM);
  if (status !== 0) {
    say(stderr.trim());
    return 1;
  }
  const bom = JSON.parse(stdout);
  // npm calls it after the folder that it happens to be in.
  bom.metadata.component.name = require('../../package.json').name;
  process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
  return 0;
}

module.exports = { sbom };
