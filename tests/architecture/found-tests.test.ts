import fs from 'node:fs';
import path from 'node:path';
import { withoutTest } from './found-tests';
import { plant } from './planted';
import { isProductCode, productFiles, ROOT } from './tree';

/** Files that are tested through others only. The list may become shorter; a further file gets a test. */
const LIST = path.join(__dirname, 'tested-through-others.txt');

const isTest = (file: string): boolean => file.endsWith('.test.ts');
function found(root: string, files: readonly string[]): string[] {
  return withoutTest(root, files.filter(isProductCode), files.filter(isTest));
}

describe('the test of a file', () => {
  const listed = fs.readFileSync(LIST, 'utf8').trim().split('\n');
  const files = productFiles().filter((file) => file.endsWith('.ts'));

  it('stands beside it or imports it, with the exceptions that are listed', () => {
    expect(found(ROOT, files).filter((file) => !listed.includes(file))).toEqual([]);
  });

  it('is excused only for files that are there', () => {
    expect(listed.filter((file) => !files.includes(file))).toEqual([]);
  });

  it('is seen to be missing', () => {
    const long = `export function add() {\n${'  // a line\n'.repeat(40)}}\n`;
    const planted = {
      'casework/named.ts': long,
      'casework/named.db.test.ts': '',
      'casework/imported.ts': long,
      'casework/other.test.ts': "import { add } from './imported';\n",
      'casework/short.ts': 'export function add() {}\n',
      'casework/types.ts': 'export interface A {}\n'.repeat(40),
      'casework/untested.ts': long,
      'casework/arrow.ts': long.replace('function add() {', 'const add = (a: number) => {'),
    };
    const tree = plant(planted);
    expect(found(tree.root, Object.keys(planted))).toEqual(['casework/untested.ts', 'casework/arrow.ts']);
    tree.remove();
  });
});
