import { IMPORTER_FILES, oddImporters } from './importer-shape';
import { type Files, plant } from './planted';
import { ROOT } from './tree';

const whole = (system: string): Files =>
  Object.fromEntries(IMPORTER_FILES.map((file) => [`imports/${system}/${file}`, '']));

describe('the folders of inherited systems', () => {
  it('have what every one of them needs, and are listed', () => {
    expect(oddImporters(ROOT)).toEqual([]);
  });

  it('are seen to lack a file, or a place in the list', () => {
    const { 'imports/housing/map.test.ts': _, ...short } = whole('housing');
    const tree = plant({
      ...whole('adults'),
      ...short,
      'imports/kit/days-in.ts': '',
      'imports/sources.ts': "import { adults } from './adults/source';\n",
    });
    expect(oddImporters(tree.root)).toEqual([
      'housing has no map.test.ts',
      'housing is not listed in imports/sources.ts',
    ]);
    tree.remove();
  });
});
