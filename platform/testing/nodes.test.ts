import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nodesHere } from './nodes';

describe('the Node.js programs that the product is started with', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'nodes-'));
  const own = { program: process.execPath, major: Number(process.versions.node.split('.')[0]) };
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  /** A program that says it is a Node.js of this version, or something else. */
  function says(name: string, version: string): string {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
    return file;
  }

  it('are this one alone where there is no other', () => {
    expect(nodesHere({})).toEqual([own]);
    expect(nodesHere({ PATH: path.join(folder, 'nowhere') })).toEqual([own]);
  });

  it('are one of each version that is named or on the path, named ones first', () => {
    const named = says('named/mine', 'v97.1.0');
    says('bin/node97', 'v97.0.0');
    const found = says('bin/node-98', 'v98.2.1');
    says('bin/node', `v${own.major}.0.0`);
    says('bin/node18', 'v18.20.0');
    says('bin/nodemon', 'v99.0.0');
    says('bin/nodejs', 'hello');
    const environment = { TEST_NODES: named, PATH: path.join(folder, 'bin') };
    expect(nodesHere(environment)).toEqual([
      own,
      { program: named, major: 97 },
      { program: found, major: 98 },
    ]);
  });

  it('are not what is named and is none', () => {
    expect(() => nodesHere({ TEST_NODES: says('named/other', 'v1') })).toThrow('which is no Node.js');
    expect(() => nodesHere({ TEST_NODES: path.join(folder, 'missing') })).toThrow('which is no Node.js');
  });
});
