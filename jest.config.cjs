// Days are London's whatever the machine's clock is set to. Workers inherit it.
process.env.TZ = 'Europe/London';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/tests/jest/environment.cjs',
  runtime: '<rootDir>/tests/jest/runtime.cjs',
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.data'],
  globalSetup: '<rootDir>/platform/testing/global-setup.ts',
  globalTeardown: '<rootDir>/platform/testing/global-teardown.ts',
  transform: { '^.+\\.[cm]?ts$': ['@swc/jest', {}] },
  reporters: ['default', '<rootDir>/tests/jest/summary-reporter.cjs'],
  testSequencer: '<rootDir>/tests/jest/slowest-first.cjs',
  // As many as the cores that are to suffice. A third gained nothing, and its open transactions held back what other files read.
  maxWorkers: 2,
  // A worker that has grown to this is followed by a fresh one.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
};
