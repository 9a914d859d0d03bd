const fs = require('node:fs');
const path = require('node:path');

// Days are London's whatever the machine's clock is set to. Workers inherit it.
process.env.TZ = 'Europe/London';

const modules = path.join(__dirname, 'node_modules');

/** Packages that hold ES modules only. Node can require() them, Jest cannot: swc turns them into CommonJS. */
function esModulesOnly() {
  return packageNames().filter((name) => {
    try {
      const manifest = JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8'));
      return manifest.type === 'module' && !JSON.stringify(manifest.exports ?? '').includes('"require"');
    } catch {
      return false;
    }
  });
}

function packageNames() {
  return fs.readdirSync(modules).flatMap((name) => {
    if (!name.startsWith('@')) return [name];
    return fs.readdirSync(path.join(modules, name)).map((inner) => `${name}/${inner}`);
  });
}

const swc = ['@swc/jest', {}];
const esModules = esModulesOnly()
  .map((name) => name.replace(/[.+]/g, '\\$&'))
  .join('|');

/** The gateway's planner is loaded by an import() that Jest cannot do: swc turns it into require(). */
const planner = '@graphql-hive/router-runtime';
const swcWithoutImports = ['@swc/jest', { swcrc: false, module: { type: 'commonjs', ignoreDynamic: false } }];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/tests/environment.cjs',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.data'],
  globalSetup: '<rootDir>/platform/testing/global-setup.ts',
  globalTeardown: '<rootDir>/platform/testing/global-teardown.ts',
  transform: {
    '^.+\\.[cm]?ts$': swc,
    [`/node_modules/${planner}/.+\\.cjs$`]: swcWithoutImports,
    [`/node_modules/(?:${esModules})/.+\\.m?js$`]: swc,
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${planner}|${esModules})/)`],
  reporters: ['default', '<rootDir>/tests/summary-reporter.cjs'],
  testSequencer: '<rootDir>/tests/slowest-first.cjs',
  // As many as the cores that are to suffice. A third gained nothing, and its open transactions held back what other files read.
  maxWorkers: 2,
  testTimeout: 30_000,
};
