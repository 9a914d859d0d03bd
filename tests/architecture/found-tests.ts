import fs from 'node:fs';
import path from 'node:path';

const MOST_LINES_WITHOUT = 30;
const EXPORTS_FUNCTION = /^export (async )?function |^export const \w+(: [^=]+)? = (async )?(\(|<)/m;
/** Tables and migrations are held by the description of the database. */
const HELD_ELSEWHERE = /\/migrations\/|(^|[/-])tables(\.ts$|\/)/;
const NAMED = ['.test.ts', '.db.test.ts', '.e2e.test.ts'];

/**
 * Files of `product` with a function and more than 30 lines of which no test is found: none of the file's name stands
 * beside it, and none of `tests` imports it.
 */
export function withoutTest(root: string, product: readonly string[], tests: readonly string[]): string[] {
  const imported = new Set(tests.flatMap((test) => importedBy(root, test)));
  const all = new Set(tests);
  return product
    .filter((file) => !HELD_ELSEWHERE.test(file) && needsTest(fs.readFileSync(path.join(root, file), 'utf8')))
    .filter((file) => !imported.has(file) && !NAMED.some((end) => all.has(file.replace(/\.ts$/, end))));
}

const needsTest = (text: string): boolean =>
  text.split('\n').length - 1 > MOST_LINES_WITHOUT && EXPORTS_FUNCTION.test(text);

function importedBy(root: string, test: string): string[] {
  const text = fs.readFileSync(path.join(root, test), 'utf8');
  return [...text.matchAll(/from '(\.[^']+)'/g)].map(
    ([, specifier = '']) => `${path.posix.join(path.posix.dirname(test), specifier)}.ts`,
  );
}
