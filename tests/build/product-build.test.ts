import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Files, plant } from '../architecture/planted';
import { ROOT } from '../architecture/tree';
import { compiledFiles, strangers } from './product-files';

const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');

/** A tree with our own settings for the compiler. */
const withSettings = (files: Files): Files => ({
  ...Object.fromEntries(
    ['tsconfig.json', 'tsconfig.product.json'].map((file) => [
      file,
      fs.readFileSync(path.join(ROOT, file), 'utf8').replace(/"types": \[[^\]]*\]/, '"types": []'),
    ]),
  ),
  ...files,
});

describe('the build of the product', () => {
  const files = compiledFiles();

  it('compiles every program and every subgraph', () => {
    const has = (pattern: RegExp) => files.filter((file) => pattern.test(file)).length;
    expect(files).toContain('scripts/start.ts');
    expect(has(/^scripts\/[^/]+\.ts$/)).toBeGreaterThan(5);
    expect(has(/^subgraphs\/[^/]+\/subgraph\.ts$/)).toBeGreaterThan(7);
  });

  it('holds no test, no helper of tests, nothing of bench', () => {
    expect(strangers(files)).toEqual([]);
  });

  it('is seen to hold them when the product imports one', () => {
    const tree = plant(
      withSettings({
        'scripts/start.ts': "import '../casework/store';\nimport '../tests/crash/check';\n",
        'scripts/start.test.ts': 'export {};\n',
        'casework/store.ts': "import './testing/made-up';\nimport '../bench/machine';\n",
        'casework/testing/made-up.ts': "import '../store.test';\n",
        'casework/store.test.ts': 'export {};\n',
        'tests/crash/check.ts': 'export {};\n',
        'bench/machine.ts': 'export {};\n',
      }),
    );
    expect(strangers(compiledFiles(tree.root))).toEqual([
      'bench/machine.ts',
      'casework/store.test.ts',
      'casework/testing/made-up.ts',
      'tests/crash/check.ts',
    ]);
    tree.remove();
  });
});

describe('types', () => {
  const check = (root: string) =>
    spawnSync(process.execPath, [TSC, '--noEmit', '-p', 'tsconfig.json'], { cwd: root, encoding: 'utf8' });

  it('fit everywhere, in tests and bench too', () => {
    const { status, stdout } = check(ROOT);
    expect(stdout).toBe('');
    expect(status).toBe(0);
  }, 120_000);

  it.each(['tests/figures/made-up.ts', 'bench/figures.ts', 'casework/store.test.ts'])(
    'are seen not to fit in %s, which the build of the product leaves out',
    (file) => {
      const tree = plant(
        withSettings({ [file]: "export const days: number = 'two';\n", 'scripts/start.ts': 'export {};\n' }),
      );
      expect(check(tree.root).stdout).toContain(`${file}(1,14): error TS2322`);
      execFileSync(process.execPath, [TSC, '--noEmit', '-p', 'tsconfig.product.json'], { cwd: tree.root });
      tree.remove();
    },
  );
});
