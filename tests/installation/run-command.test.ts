import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { type SampleProject, sampleProject } from './sample-project';

const ALL = ['ci', 'codegen', 'tsc'];

describe('a command on a fresh clone', () => {
  let project: SampleProject;

  beforeEach(() => {
    project = sampleProject();
  });
  afterEach(() => project.remove());

  it('installs, builds and runs; standard output is the program’s own', () => {
    const ran = project.run(['token', '0', '--subject', 'a b'], { SAMPLE_SETTING: 'set' });
    expect(ran).toEqual({
      status: 0,
      stdout: '[["0","--subject","a b"],"set"]\n',
      stderr: 'Installing packages. The first time this takes a minute or two…\nBuilding…\n',
      calls: ALL,
    });
  });

  it('falls back to npm install when npm ci fails, says nothing of it, and leaves the lock file as it was', () => {
    const before = fs.readFileSync(path.join(project.folder, 'package-lock.json'), 'utf8');
    const ran = project.run(['token'], { NPM_FAILS: 'ci' });
    expect(ran).toMatchObject({ status: 0, calls: ['ci', 'install', 'codegen', 'tsc'] });
    expect(ran.stderr).not.toContain('went wrong');
    expect(fs.readFileSync(path.join(project.folder, 'package-lock.json'), 'utf8')).toBe(before);
    expect(project.run(['token']).calls).toEqual([]);
  });

  it('shows what npm said when both fail, and what to do', () => {
    const ran = project.run(['token'], { NPM_FAILS: 'ci,install' });
    expect(ran).toMatchObject({ status: 1, stdout: '', calls: ['ci', 'install'] });
    expect(ran.stderr).toContain('npm ci went wrong\nnpm install went wrong\n');
    expect(ran.stderr).toContain(
      'Check the network and the npm registry that is set, then run the command again.',
    );
    expect(project.run(['token'])).toMatchObject({ status: 0, calls: ALL });
  });

  it('installs nothing when npm has been run by hand', () => {
    for (const [file, text] of Object.entries(
      JSON.parse(fs.readFileSync(path.join(project.folder, 'tools.json'), 'utf8')),
    )) {
      project.write(file, String(text));
    }
    project.write(
      'node_modules/.package-lock.json',
      '{"packages":{"node_modules/thing":{"version":"1.0.0"}}}',
    );
    expect(project.run(['token'])).toMatchObject({
      status: 0,
      stderr: 'Building…\n',
      calls: ['codegen', 'tsc'],
    });
  });

  it.each([
    ['another version', { 'node_modules/thing': { version: '0.9.0' } }],
    ['nothing of it', {}],
  ])('installs when npm has installed %s', (_what, packages) => {
    project.write('node_modules/.package-lock.json', JSON.stringify({ packages }));
    expect(project.run(['token'])).toMatchObject({ status: 0, calls: ALL });
  });

  it('installs when node_modules was copied from another kind of machine', () => {
    const binary = { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] };
    const foreign = { ...binary, os: ['plan9'] };
    const packages = { '': {}, 'node_modules/here': binary, 'node_modules/there': foreign };
    project.write('package-lock.json', JSON.stringify({ packages }));
    project.write(
      'node_modules/.package-lock.json',
      JSON.stringify({ packages: { 'node_modules/there': foreign } }),
    );
    expect(project.run(['token'])).toMatchObject({ status: 0, calls: ALL });
  });

  it('installs and builds once when two are started at once', async () => {
    const children = [project.start(['token']), project.start(['token'])];
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'close'))[0]));
    expect(codes).toEqual([0, 0]);
    expect(project.calls()).toEqual(ALL);
  });

  it('is refused by a Node that is too old, in a sentence', () => {
    const preload = path.join(project.folder, 'old.cjs');
    fs.writeFileSync(preload, `Object.defineProperty(process, 'versions', { value: { node: '18.20.1' } });`);
    const ran = project.run(['token'], { NODE_OPTIONS: `-r ${preload}` });
    expect(ran).toMatchObject({ status: 1, stdout: '', calls: [] });
    expect(ran.stderr).toMatch(
      /^Node 20\.19 or newer is needed, and this is v[\d.]+\. Get one from https:\/\/nodejs\.org\n$/,
    );
  });
});

describe('a command on a project that is built', () => {
  let project: SampleProject;

  beforeAll(() => {
    project = sampleProject();
    project.run(['build']);
  });
  afterAll(() => project.remove());

  it('runs at once and says nothing', () => {
    expect(project.run(['token'])).toMatchObject({ status: 0, stderr: '', calls: [] });
  });

  it('builds what a change of contents concerns, and nothing for a change of times', () => {
    fs.utimesSync(path.join(project.folder, 'domain/x.ts'), new Date(), new Date());
    expect(project.run(['token']).calls).toEqual([]);
    project.write('domain/x.ts', 'export const x = 2;');
    expect(project.run(['token'])).toMatchObject({ stderr: 'Building…\n', calls: ['tsc'] });
    project.write('schema/a.graphql', 'type Query { a: Int, b: Int }');
    expect(project.run(['token']).calls).toEqual(['codegen', 'tsc']);
    fs.rmSync(path.join(project.folder, 'domain/__generated__'), { recursive: true });
    expect(project.run(['token']).calls).toEqual(['codegen', 'tsc']);
  });

  it('drops what was compiled from a source that is gone', () => {
    project.write('domain/y.ts', 'export const y = 1;');
    project.run(['build']);
    project.write('dist/domain/y.js', '');
    fs.rmSync(path.join(project.folder, 'domain/y.ts'));
    project.run(['build']);
    expect(fs.existsSync(path.join(project.folder, 'dist/domain/y.js'))).toBe(false);
  });

  it('shows what the compiler says of a mistake, runs nothing, and tries again the next time', () => {
    project.write('domain/x.ts', 'wrong');
    for (const _time of [1, 2]) {
      const ran = project.run(['token']);
      expect(ran).toMatchObject({ status: 1, stdout: '', calls: ['tsc'] });
      expect(ran.stderr).toContain('domain/x.ts(1,1): error TS1: this is wrong');
    }
    project.write('domain/x.ts', 'export const x = 3;');
    expect(project.run(['token']).status).toBe(0);
  });

  it('generates from sources as they stand, since a build may need what is generated', () => {
    project.write('domain/x.ts', 'wrong');
    expect(project.run(['generate', '--check'])).toMatchObject({
      status: 0,
      stdout: 'generated --check\n',
      calls: [],
    });
    project.write('domain/x.ts', 'export const x = 3;');
    project.run(['build']);
  });

  it('ends with the program’s own exit code', () => {
    expect(project.run(['token', '4']).status).toBe(4);
  });

  it('gives the program its signals', async () => {
    const child = project.start(['token', 'wait']);
    await once(child.stdout!, 'data');
    child.kill('SIGTERM');
    expect((await once(child, 'close'))[0]).toBe(5);
  });

  it('reads .env for settings that the environment does not set', () => {
    project.write('.env', 'SAMPLE_SETTING=from-file\n');
    expect(project.run(['token']).stdout).toBe('[[],"from-file"]\n');
    expect(project.run(['token'], { SAMPLE_SETTING: 'outside' }).stdout).toBe('[[],"outside"]\n');
    fs.rmSync(path.join(project.folder, '.env'));
  });

  it('hands arguments to Jest and gives its exit code', () => {
    expect(project.run(['test', 'domain'])).toMatchObject({
      status: 3,
      stdout: '--config jest.config.cjs domain\n',
    });
  });

  it.each([[['sing']], [[]], [['toString']]])(
    'is refused with the list of commands when there is none such: %j',
    (args) => {
      const ran = project.run(args);
      expect(ran).toMatchObject({ status: 2, stdout: '' });
      expect(ran.stderr).toMatch(/^Usage: .*start, import, .*token/);
    },
  );
});
