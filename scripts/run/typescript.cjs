// Lets this process require the product's TypeScript as it stands, without a build. For the command that writes what
// a build needs, and for tests that need processes to kill.
'use strict';
const fs = require('node:fs');
const { transformSync } = require('@swc/core');
const { inRoot } = require('./root.cjs');

const { $schema, ...options } = JSON.parse(fs.readFileSync(inRoot('.swcrc'), 'utf8'));

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(fs.readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false });
  module._compile(code, filename);
};
