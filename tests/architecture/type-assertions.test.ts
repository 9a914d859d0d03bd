import { plant } from './planted';
import { isProductCode, productFiles, ROOT } from './tree';
import { assertions, unexcused } from './type-assertions';

/** Product code that may assert a type, each with the reason. A number here may only become smaller. */
const EXCUSED: Readonly<Record<string, { readonly most: number; readonly why: string }>> = {
  'gateway/graph/graph.ts': {
    most: 1,
    why: 'the runtime types the answer as its own, which callers do not see',
  },
  'imports/formats/text/line-at.ts': { most: 1, why: 'Node types the chunks of a file that it reads as any' },
  'platform/logging/logger.ts': {
    most: 2,
    why: "pino's arguments are a tuple that cannot be rebuilt by parts",
  },
  'subgraphs/intake/duplicates/pair-up.ts': {
    most: 1,
    why: 'the keys of an object, which TypeScript widens to string',
  },
  'subgraphs/intake/migrations/1735689600030-list-faults.ts': {
    most: 1,
    why: 'released: a migration is never edited',
  },
  'subgraphs/registry.ts': {
    most: 1,
    why: 'a module that is loaded by its place, whose type only its own file knows',
  },
};

describe('product code', () => {
  const files = productFiles().filter(isProductCode);

  it('asserts no type, with the exceptions that are named', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(unexcused(assertions(ROOT, files), EXCUSED)).toEqual([]);
  });

  it('is excused only while it is there, and for a reason', () => {
    expect(Object.keys(EXCUSED).filter((file) => !files.includes(file))).toEqual([]);
    expect(Object.values(EXCUSED).filter(({ why }) => why.length < 20)).toEqual([]);
  });
});

describe('an assertion of a type', () => {
  const planted = {
    'as.ts': 'export const a = JSON.parse("1") as number;\n',
    'double.ts': 'export const a = (("1" as unknown) as number) + 1;\n',
    'bracket.ts': 'export const a = <number>JSON.parse("1");\n',
    'bang.ts': 'export const a = (all: string[]) => all[0]!.length;\n',
    'inside.ts': 'export class A { m() { return [1].map((x) => ({ x: x as 1 })); } }\n',
    'fine.ts':
      "import { b as c } from './as';\nexport const a = [1] as const;\nexport const d = { c } satisfies object;\n",
  };

  it('is seen in each of its forms, and in no other', () => {
    const tree = plant(planted);
    expect(assertions(tree.root, Object.keys(planted))).toEqual({
      'as.ts': 1,
      'double.ts': 2,
      'bracket.ts': 1,
      'bang.ts': 1,
      'inside.ts': 1,
    });
    tree.remove();
  });

  it('is reported where it is one too many', () => {
    const excused = { 'a.ts': { most: 1 } };
    expect(unexcused({ 'a.ts': 1 }, excused)).toEqual([]);
    expect(unexcused({ 'a.ts': 2, 'b.ts': 1 }, excused)).toEqual([
      expect.stringContaining('a.ts asserts a type 2 times, and may 1 times'),
      expect.stringContaining('b.ts asserts a type 1 times, and may 0 times'),
    ]);
  });
});
