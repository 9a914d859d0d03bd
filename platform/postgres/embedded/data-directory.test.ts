import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inspectDataDirectory } from './data-directory';

describe('a data directory', () => {
  let data: string;
  const inspect = () => inspectDataDirectory({ data, major: '18' });

  beforeEach(() => {
    data = fs.mkdtempSync(path.join(os.tmpdir(), 'data-'));
  });
  afterEach(() => fs.rmSync(data, { recursive: true }));

  it('is empty when it is not there or holds nothing', () => {
    expect(inspect()).toBe('empty');
    expect(inspectDataDirectory({ data: path.join(data, 'none'), major: '18' })).toBe('empty');
  });

  it('is ours when it holds this version’s files', () => {
    fs.writeFileSync(path.join(data, 'PG_VERSION'), '18\n');
    expect(inspect()).toBe('ours');
  });

  it('is refused with files that are no database, and nothing is touched', () => {
    fs.writeFileSync(path.join(data, 'letters.txt'), 'dear');
    expect(inspect).toThrow(
      /holds files that are not a PostgreSQL database.*Set DATA_DIR to another directory/,
    );
    expect(fs.readdirSync(data)).toEqual(['letters.txt']);
  });

  it.each(['17', '19'])('is refused when PostgreSQL %s made it', (version) => {
    fs.writeFileSync(path.join(data, 'PG_VERSION'), `${version}\n`);
    expect(inspect).toThrow(`was made by PostgreSQL ${version}, and this is PostgreSQL 18`);
  });

  it('is refused when it is a file', () => {
    const file = path.join(data, 'file');
    fs.writeFileSync(file, '');
    expect(() => inspectDataDirectory({ data: file, major: '18' })).toThrow('is a file');
  });
});
