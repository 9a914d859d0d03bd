import { oddParts } from './part-shape';
import { type Files, plant } from './planted';
import { ROOT } from './tree';

/** A part's folder with all that it has to hold. */
const whole = (part: string): Files =>
  Object.fromEntries(
    ['README.md', 'kept-data.ts', 'migrations/1.ts', 'resolvers.ts', 'subgraph.ts', 'tables.ts'].map(
      (file) => [`subgraphs/${part}/${file}`, ''],
    ),
  );

const judged = (files: Files): string[] => {
  const tree = plant(files);
  try {
    return oddParts(tree.root);
  } finally {
    tree.remove();
  }
};

describe('the folders of parts that are no streams', () => {
  it('are all alike at the top', () => {
    expect(oddParts(ROOT)).toEqual([]);
  });

  it('may have rooms, a folder of tables, and what resolvers and tests need', () => {
    const { 'subgraphs/directory/tables.ts': _, ...other } = whole('directory');
    const more = ['context.ts', 'mappers.ts', 'testing/a.ts', 'names/a.ts', 'tables/a.ts', 'a.db.test.ts'];
    expect(
      judged({ ...other, ...Object.fromEntries(more.map((file) => [`subgraphs/directory/${file}`, ''])) }),
    ).toEqual([]);
  });

  it('are seen to differ by a file too few, or one outside a room', () => {
    const { 'subgraphs/insight/README.md': _, ...short } = whole('insight');
    expect(judged({ ...whole('directory'), ...short, 'subgraphs/insight/helpers.ts': '' })).toEqual([
      'insight has no README.md',
      'insight has helpers.ts outside a room: move it to a folder that says what it is about',
    ]);
  });

  it('are not those of streams, which are held to more', () => {
    expect(judged({ ...whole('directory'), 'subgraphs/adults/procedure.ts': '' })).toEqual([]);
  });
});
