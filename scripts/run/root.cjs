'use strict';
const path = require('node:path');

/** The project's own folder. */
const root = path.join(__dirname, '..', '..');

/** A path within the project. */
const inRoot = (...parts) => path.join(root, ...parts);

/** Says a line to the person at the terminal. Standard output belongs to what a command answers. */
const say = (line) => process.stderr.write(`${line}\n`);

module.exports = { root, inRoot, say };
