// Lets this process require TypeScript as it stands, without a build. For developers' programs (generate, bench, the
// crash check), and for tests that start the product's commands as processes.
'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { inRoot } = require('./root.cjs');

const { $schema, ...options } = JSON.parse(fs.readFileSync(inRoot('.swcrc'), 'utf8'));

/** What was made of sources, by what they hold: a command of the tests loads hundreds of files, and each has been made before. */
const kept = inRoot('node_modules', '.cache', 'typescript');
const { version } = require('@swc/core/package.json');

require.extensions['.ts'] = (module, filename) => {
  const source = fs.readFileSync(filename, 'utf8');
  const made = createHash('sha256')
    .update(JSON.stringify([version, options, filename, source]))
    .digest('hex');
  const place = path.join(kept, `${made}.js`);
  module._compile(read(place) ?? make(place, source, filename), filename);
};

function read(place) {
  try {
    return fs.readFileSync(place, 'utf8');
  } catch {
    return null;
  }
}

/** Written aside and put in its place whole: others read there at the same time. */
function make(place, source, filename) {
  const { transformSync } = require('@swc/core');
  const { code } = transformSync(source, { ...options, filename, swcrc: false });
  const aside = `${place}.${process.pid}`;
  try {
    fs.mkdirSync(kept, { recursive: true });
    fs.writeFileSync(aside, code);
    fs.renameSync(aside, place);
  } catch {
    // Where nothing may be written it is made each time.
  }
  return code;
}
