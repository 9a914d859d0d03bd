// Lets this process require TypeScript as it stands, without a build. For developers' programs (generate, bench, the
// crash check), and for tests that start the product's commands as processes.
'use strict';
const fs = require('node:fs');
const { transformSync } = require('@swc/core');
const { inRoot } = require('./root.cjs');

const { $schema, ...options } = JSON.parse(fs.readFileSync(inRoot('.swcrc'), 'utf8'));

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(fs.readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false });
  module._compile(code, filename);
};
