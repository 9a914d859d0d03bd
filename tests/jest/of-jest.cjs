'use strict';

/** A package that Jest brings, wherever npm puts it. */
const ofJest = (name) => require(require.resolve(name, { paths: [require.resolve('jest')] }));

module.exports = { ofJest };
