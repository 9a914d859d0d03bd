import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The product's root. */
export const ROOT = path.join(__dirname, '../..');

/**
 * Every file of the product, by its path within `root`: those that git tracks and those that it would, ignored ones
 * left out. Sorted.
 */
export function productFiles(root: string = ROOT): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const there = (file: string) => file !== '' && fs.existsSync(path.join(root, file));
  return listed.split('\0').filter(there).sort();
}

const NOT_PRODUCT_CODE = /^(tests|bench)\/|\.test\.ts$|(^|\/)(testing|fixtures)([-.\w]*\.ts$|\/)/;

/** Whether a file is code of the product: neither a test, nor what only tests use, nor bench. */
export const isProductCode = (file: string): boolean => file.endsWith('.ts') && !NOT_PRODUCT_CODE.test(file);
