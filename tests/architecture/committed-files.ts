import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Files that git tracks although .gitignore says that they are generated or local. */
export function trackedThoughIgnored(root: string): string[] {
  const args = ['ls-files', '-z', '--cached', '--ignored', '--exclude-standard'];
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '');
}

/** Words put together here, so that this file does not hold what it looks for. */
const word = (...parts: readonly string[]): string => parts.join('');

/** Folders in which people's files lie; those of `somebody` and `one`, whom tests make up, give nobody away. */
const HOMES = [word('wo', 'rk'), word('ro', 'ot'), word('ho', 'me'), word('Us', 'ers')].join('|');
const MACHINE_PATH = new RegExp(
  `(?<![\\w.~-])(?:/(?:${HOMES})/(?!somebody\\b|one\\b)[\\w.-]+|[A-Z]:\\\\${word('Us', 'ers')}\\\\)`,
);
const REGISTRY = new RegExp(
  [
    word('regis', 'try\\.[\\w-]+\\.\\w'),
    word('npm', 'js\\.'),
    word('npm', 'mirror'),
    word('arti', 'factory'),
    word('verd', 'accio'),
  ].join('|'),
  'i',
);

/** Lines of text files that name a path on somebody's machine or a package registry, as `file:line: what`. */
export function machineTraces(root: string, files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const content = fs.readFileSync(path.join(root, file));
    if (content.includes(0)) return [];
    return content
      .toString('utf8')
      .split('\n')
      .flatMap((line, index) => {
        const found = MACHINE_PATH.exec(line) ?? REGISTRY.exec(line);
        return found ? [`${file}:${index + 1}: ${found[0]}`] : [];
      });
  });
}

/** Packages of a lock file that say from which host they came: others get them from their own registry. */
export function packagesWithHosts(lock: string): string[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, { resolved?: string }> };
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined && /^\w+:\/\//.test(resolved))
    .map(([name]) => name);
}
