import fs from 'node:fs';
import path from 'node:path';
import { foreignLicences, TOLD_BY_FILE } from './licences';

const lockOf = (packages: object) => JSON.stringify({ packages: { '': { license: 'None' }, ...packages } });

describe('the licences of packages', () => {
  it('go with that of the product', () => {
    const lock = fs.readFileSync(path.join(__dirname, '../../package-lock.json'), 'utf8');
    expect(foreignLicences(lock)).toEqual([]);
  });

  it.each([
    ['MIT', []],
    ['(MIT OR GPL-3.0)', []],
    ['Apache-2.0 AND MIT', []],
    ['GPL-3.0', ['pond: GPL-3.0']],
    ['MIT AND GPL-3.0', ['pond: MIT AND GPL-3.0']],
    ['MPL-2.0', ['pond: MPL-2.0']],
    [undefined, ['pond: not told']],
  ])('are seen not to: %s', (license, expected) => {
    expect(foreignLicences(lockOf({ 'node_modules/frog/node_modules/pond': { license } }))).toEqual(expected);
  });

  it.each([...TOLD_BY_FILE])('are told by a file where %s names none: %s', (name, licence) => {
    const folder = path.join(__dirname, '../../node_modules', name);
    expect(fs.readFileSync(path.join(folder, 'LICENSE'), 'utf8')).toMatch(new RegExp(`^${licence} License`));
    expect(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).not.toContain('"license"');
  });

  it('may be others of tools, which are no part of it', () => {
    expect(foreignLicences(lockOf({ 'node_modules/pond': { license: 'MPL-2.0', dev: true } }))).toEqual([]);
    expect(foreignLicences(lockOf({ 'node_modules/pond': { license: 'GPL-3.0', dev: true } }))).toHaveLength(
      1,
    );
  });
});
