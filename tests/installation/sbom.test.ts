import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { TOLD_BY_FILE, TOOLS_BY_NAME } from './licences';

const ROOT = path.join(__dirname, '../..');

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes?: readonly object[];
  readonly licenses?: readonly object[];
}

interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

/** The packages of a lock file, each version once; one that is installed under another name is called by its own. */
function lockedIn(lock: string): string[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, { version: string; name?: string }> };
  const named = Object.entries(packages).flatMap(([place, { version, name }]) =>
    place === '' ? [] : [`${name ?? place.split('node_modules/').at(-1)}@${version}`],
  );
  return [...new Set(named)].sort();
}

const told = ({ components }: Bom): string[] =>
  [...new Set(components.map(({ purl }) => decodeURIComponent(purl.replace('pkg:npm/', ''))))].sort();

describe('what the product is made of', () => {
  const lock = fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8');
  const { status, stdout } = spawnSync(process.execPath, ['scripts/run.cjs', 'sbom'], {
    ...{ cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  });
  const bom = JSON.parse(stdout) as Bom;

  it('is written as CycloneDX, under the product’s own name', () => {
    expect([status, bom.bomFormat, bom.specVersion]).toEqual([0, 'CycloneDX', '1.5']);
    expect(bom.metadata.component).toMatchObject({ name: 'council-complaints', version: '0.1.0' });
  });

  it('is every package of the lock file, and no other', () => {
    expect(told(bom)).toEqual(lockedIn(lock));
    expect(told({ ...bom, components: bom.components.slice(1) })).not.toEqual(lockedIn(lock));
  });

  it('has each with its hash and its licence, and names no registry or machine', () => {
    expect(bom.components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([]);
    const untold = bom.components.filter(({ licenses = [] }) => licenses.length === 0);
    const isKnown = (name: string) => TOOLS_BY_NAME.has(name) || TOLD_BY_FILE.has(name);
    expect(untold.map(({ name }) => name).filter((name) => !isKnown(name))).toEqual([]);
    const addresses = stdout.match(/https?:\/\/[^"\s]+/g) ?? [];
    expect([...new Set(addresses)]).toEqual(['http://cyclonedx.org/schema/bom-1.5.schema.json']);
    expect(stdout).not.toContain(ROOT);
  });
});
