import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { machineTraces, packagesWithHosts, trackedThoughIgnored } from './committed-files';
import { plant } from './planted';
import { productFiles, ROOT } from './tree';

describe('generated and local files', () => {
  it('are not committed', () => {
    expect(trackedThoughIgnored(ROOT)).toEqual([]);
  });

  it('are seen when they are', () => {
    const tree = plant({ '.gitignore': 'dist/\n', 'dist/start.js': '', 'scripts/start.ts': '' });
    const git = (...args: string[]) => execFileSync('git', args, { cwd: tree.root });
    git('init', '--quiet');
    git('add', '--force', '.');
    expect(trackedThoughIgnored(tree.root)).toEqual(['dist/start.js']);
    tree.remove();
  });
});

describe('the files of the product', () => {
  it('name no path of a machine and no package registry', () => {
    const files = productFiles();
    expect(files.length).toBeGreaterThan(150);
    expect(machineTraces(ROOT, files)).toEqual([]);
  });

  it('are seen to name one', () => {
    const files = {
      'notes.md': `See ${['', 'home', 'olu', 'notes'].join('/')} for more.\n`,
      'settings.json': `{\n  "from": "https://${['registry', 'example', 'org'].join('.')}/"\n}\n`,
      'win.ts': `const a = '${['C:', 'Users', 'olu'].join('\\')}';\n`,
      'fine.md': 'See docs/work/plan.md, the workroom, and the user’s home.\n',
      'picture.png': `\0${['', 'root', 'x'].join('/')}`,
    };
    const tree = plant(files);
    const found = machineTraces(tree.root, Object.keys(files)).map((trace) => trace.split(': ')[0]);
    expect(found).toEqual(['notes.md:1', 'settings.json:2', 'win.ts:1']);
    tree.remove();
  });
});

describe('the lock file', () => {
  it('names no host that packages came from', () => {
    expect(packagesWithHosts(fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'))).toEqual([]);
  });

  it('is seen to name one', () => {
    const packages = {
      'node_modules/a': { resolved: 'https://packages.example.org/a.tgz' },
      'node_modules/b': {},
    };
    expect(packagesWithHosts(JSON.stringify({ packages }))).toEqual(['node_modules/a']);
  });
});
