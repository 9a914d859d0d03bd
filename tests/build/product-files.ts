import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from '../architecture/tree';

const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');

/** The project's own files that a build by `tsconfig.product.json` compiles, by their paths within `root`. Sorted. */
export function compiledFiles(root: string = ROOT): string[] {
  const listed = execFileSync(process.execPath, [TSC, '-p', 'tsconfig.product.json', '--listFilesOnly'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return listed
    .split('\n')
    .map((file) => path.relative(root, file.trim()).split(path.sep).join('/'))
    .filter((file) => file !== '' && !file.startsWith('..') && !file.includes('node_modules/'))
    .sort();
}

/** Tests, what only tests use, and developers' programs: `.ts` in sources, `.js` in what is built. */
const NOT_PRODUCT: readonly RegExp[] = [
  /^(tests|bench)\//,
  /\.test\.[jt]s(\.map)?$/,
  /(^|\/)(testing|fixtures)([-.\w]*\.[jt]s(\.map)?$|\/)/,
  /^scripts\/generated\//,
];

/** The files of `files` that the product is to do without. */
export const strangers = (files: readonly string[]): string[] =>
  files.filter((file) => NOT_PRODUCT.some((pattern) => pattern.test(file)));
