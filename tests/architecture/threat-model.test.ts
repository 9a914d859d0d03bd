import fs from 'node:fs';
import path from 'node:path';
import { threatProblems } from './threat-model';
import { ROOT } from './tree';

const text = fs.readFileSync(path.join(ROOT, 'docs/threat-model.md'), 'utf8');

describe('the threat model', () => {
  it('names for each threat a test that is there', () => {
    expect(threatProblems(ROOT, text)).toEqual([]);
    expect(text.match(/^\| [STRIDE] \|/gm)?.length).toBeGreaterThan(25);
  });

  it('is seen to name a test that is gone, no test at all, and no threat of a kind', () => {
    const gone = text.replace('audit/seals/chain.test.ts', 'audit/seals/gone.test.ts');
    expect(threatProblems(ROOT, gone)).toEqual([
      '“an entry that a superuser removes, changes or adds”: platform/audit/seals/gone.test.ts is no test',
    ]);
    expect(threatProblems(ROOT, `${text}\n| I | a planted threat | nothing | |\n`)).toEqual([
      '“a planted threat” names no test',
    ]);
    expect(threatProblems(ROOT, text.replace(/^\| D \|.*$/gm, ''))).toEqual(['no threat is of the kind D']);
  });
});
