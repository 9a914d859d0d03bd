import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/product/root';

/** The project's tree as one revision has it, in a folder of its own. Throws when git knows no such revision. */
export function checkOut(revision: string, folder: string): void {
  git(['clone', '--quiet', '--no-checkout', ROOT, folder], ROOT);
  git(['checkout', '--quiet', '--detach', resolved(revision)], folder);
  // The same lock file means the same packages; else that tree's own command installs them.
  if (lockFileOf(folder) === lockFileOf(ROOT)) {
    fs.cpSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), { recursive: true });
  }
}

/** The commit before the newest one that changed a migration: the version whose databases have to go on. */
export function revisionBeforeMigrations(): string {
  const newest = git(['log', '-1', '--format=%H', '--', ':(glob)**/migrations/*.ts'], ROOT).trim();
  if (newest === '') throw new Error('No commit here has a migration');
  return `${newest}~1`;
}

const resolved = (revision: string): string =>
  git(['rev-parse', '--verify', `${revision}^{commit}`], ROOT).trim();

const lockFileOf = (folder: string): string =>
  fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8');

function git(args: readonly string[], folder: string): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.trim()}`);
  return stdout;
}
