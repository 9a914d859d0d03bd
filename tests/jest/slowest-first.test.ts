import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SlowestFirst = require('./slowest-first.cjs');

const CRASH = '/project/tests/crash/crash.e2e.test.ts';
const FIGURES = '/project/tests/figures/adults.e2e.test.ts';
const STORED = '/project/platform/outbox/relay.db.test.ts';
const SITE = '/project/tests/site/pages.e2e.test.ts';
const TREE = '/project/tests/architecture/boundaries.test.ts';
const PURE = '/project/domain/calendar/day.test.ts';

describe('the order in which test files run', () => {
  let cacheDirectory: string;
  beforeEach(() => {
    cacheDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'sequence-'));
  });
  afterEach(() => fs.rmSync(cacheDirectory, { recursive: true }));

  const context = () => ({
    config: { id: 'project', cache: true, cacheDirectory, rootDir: '/project', haste: {} },
    hasteFS: { getSize: () => 1 },
  });
  const sorted = (paths: readonly string[], within = context()): string[] =>
    new SlowestFirst({})
      .sort(paths.map((file) => ({ path: file, context: within })))
      .map((test: { path: string }) => test.path);

  it('is by their kind where none has run before', () => {
    const kinds = [CRASH, SITE, FIGURES, TREE, STORED, PURE];
    expect(sorted([...kinds].reverse())).toEqual(kinds);
  });

  it('is by what they took the last time, and by kind for those that are new', () => {
    const within = context();
    const testResults = [
      { testFilePath: PURE, numFailingTests: 0, perfStats: { runtime: 30_000 } },
      { testFilePath: FIGURES, numFailingTests: 0, perfStats: { runtime: 2_000 } },
    ];
    const tests = [PURE, FIGURES].map((file) => ({ path: file, context: within }));
    new SlowestFirst({}).cacheResults(tests, { testResults });
    expect(sorted([FIGURES, STORED, PURE, CRASH], within)).toEqual([CRASH, PURE, STORED, FIGURES]);
  });
});
