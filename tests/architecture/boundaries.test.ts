import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { plant } from './planted';
import { everyWayToImport, plantedImports } from './planted-imports';
import { productFiles, ROOT } from './tree';

interface Judged {
  readonly modules: readonly string[];
  readonly violations: readonly { readonly rule: string; readonly from: string; readonly to: string }[];
}

const { forbidden } = require('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string; comment: string }[];
};

/** Judges trees in one process, since starting the cruiser takes longer than what it does. */
function cruise(roots: readonly string[]): Judged[] {
  const answer = spawnSync(process.execPath, [path.join(__dirname, 'cruise.cjs')], {
    input: JSON.stringify(roots),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (answer.status !== 0) throw new Error(`dependency-cruiser failed: ${answer.stderr}`);
  return JSON.parse(answer.stdout) as Judged[];
}

/** Broken by nature in a tree of a few files, where hardly anything begins. */
const USED = 'every file of the product is used by a program';

const red = ({ violations }: Judged) => [...new Set(violations.map(({ rule }) => rule))];

describe('the boundaries', () => {
  const plants = Object.entries(plantedImports).flatMap(([rule, trees]) =>
    trees.map((files) => ({ rule, files })),
  );
  let product: Judged;
  let ways: Judged;
  let planted: Judged[];

  beforeAll(() => {
    const trees = [everyWayToImport, ...plants.map(({ files }) => files)].map(plant);
    const judged = cruise([ROOT, ...trees.map(({ root }) => root)]);
    for (const tree of trees) tree.remove();
    [product, ways] = judged as [Judged, Judged];
    planted = judged.slice(2);
  });

  it('are crossed nowhere', () => {
    const said = product.violations.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`);
    expect(said).toEqual([]);
  });

  it('are held against every TypeScript file of the product', () => {
    // What tools begin with is no part of the product: it is taken away, and asks from outside.
    const files = productFiles().filter((file) => file.endsWith('.ts') && !file.startsWith('starters/'));
    expect(files.length).toBeGreaterThan(150);
    const seen = new Set(product.modules);
    expect(files.filter((file) => !seen.has(file))).toEqual([]);
  });

  it('are noticed in whatever way a file takes from another', () => {
    const crossed = ways.violations.filter(({ rule }) => rule === 'subgraphs never import each other');
    const from = crossed.map((violation) => path.basename(violation.from)).sort();
    expect(from).toEqual(['late.ts', 'passed-on.ts', 'required.ts', 'type.ts', 'value.ts']);
  });

  it.each(forbidden)('“$name” goes red on each planted violation, and no other rule does', ({ name }) => {
    const found = planted
      .filter((_, index) => plants[index]?.rule === name)
      .map((judged) => red(judged).filter((rule) => rule === name || rule !== USED));
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(found.map(() => [name]));
  });

  it('each say what to do instead', () => {
    expect(forbidden.filter(({ comment }) => comment.length < 40).map(({ name }) => name)).toEqual([]);
  });
});
