import { longFiles, MOST_LINES, missingDataTables } from './file-size';
import { plant } from './planted';
import { productFiles, ROOT } from './tree';

describe('files of code', () => {
  it('are short', () => {
    expect(longFiles(ROOT, productFiles())).toEqual([]);
  });

  it('are seen to be too long', () => {
    const tree = plant({
      'casework/short.ts': 'export {};\n'.repeat(MOST_LINES),
      'casework/long.ts': 'export {};\n'.repeat(MOST_LINES + 1),
    });
    const found = longFiles(tree.root, ['casework/short.ts', 'casework/long.ts']);
    expect(found).toEqual([expect.stringContaining('casework/long.ts has 301 lines')]);
    tree.remove();
  });

  it('are excused by name only while they are there', () => {
    expect(missingDataTables(productFiles())).toEqual([]);
    expect(missingDataTables([])).not.toEqual([]);
  });
});
