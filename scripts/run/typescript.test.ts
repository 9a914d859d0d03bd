import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

describe('TypeScript that a process takes as it stands', () => {
  let directory: string;
  beforeAll(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'typescript-'));
  });
  afterAll(() => fs.rmSync(directory, { recursive: true }));

  const run = (source: string): string => {
    const file = path.join(directory, 'said.ts');
    fs.writeFileSync(file, source);
    return execFileSync(process.execPath, ['-r', './scripts/run/typescript.cjs', file], { encoding: 'utf8' });
  };

  it('is what stands there now, whatever was made of the file before', () => {
    // Never seen on this machine, so that the first is made and the third is read.
    const own = `process.stdout.write(process.argv0 ? '${path.basename(directory)}' : '');`;
    const other = `const said: string = 'other'; process.stdout.write(said);`;
    expect([own, other, own].map(run)).toEqual([path.basename(directory), 'other', path.basename(directory)]);
  });
});
