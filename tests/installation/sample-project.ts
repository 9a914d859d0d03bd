import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** In place of npm, codegen, the compiler and Jest: each writes down that it was called, and does the least. */
const NPM = `
const fs = require('node:fs'), path = require('node:path');
const command = process.argv[2];
fs.appendFileSync('calls', command + '\\n');
if ((process.env.NPM_FAILS || '').split(',').includes(command)) { console.error('npm ' + command + ' went wrong'); process.exit(7); }
if (command === 'install') fs.writeFileSync('package-lock.json', '{"packages":{},"changed":true}');
fs.rmSync('node_modules', { recursive: true, force: true });
for (const [file, text] of Object.entries(JSON.parse(fs.readFileSync('tools.json', 'utf8')))) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}`;

const TOOLS = {
  'node_modules/@graphql-codegen/cli/cjs/bin.js': `
    const fs = require('node:fs');
    fs.appendFileSync('calls', 'codegen\\n');
    fs.mkdirSync('domain/__generated__', { recursive: true });
    fs.writeFileSync('domain/__generated__/types.ts', 'export {}');`,
  'node_modules/typescript/bin/tsc': `
    const fs = require('node:fs');
    fs.appendFileSync('calls', 'tsc\\n');
    const source = fs.readFileSync('domain/x.ts', 'utf8');
    if (source.includes('wrong')) { console.log('domain/x.ts(1,1): error TS1: this is wrong'); process.exit(2); }
    fs.mkdirSync('dist/scripts', { recursive: true });
    fs.writeFileSync('dist/scripts/token.js', fs.readFileSync('token.js'));`,
  'node_modules/@swc/core/index.js': `exports.transformSync = (code) => ({ code });`,
  'node_modules/@swc/core/package.json': '{ "version": "1.0.0" }',
  'node_modules/jest/bin/jest.js': `console.log(process.argv.slice(2).join(' ')); process.exit(3);`,
};

/** The program behind the command \`token\`: says its arguments and a setting; waits when told to. */
const TOKEN = `
if (process.argv[2] === 'wait') { process.on('SIGTERM', () => process.exit(5)); setInterval(() => undefined, 1000); }
else process.exitCode = Number(process.argv[2] || 0);
console.log(JSON.stringify([process.argv.slice(2), process.env.SAMPLE_SETTING]));`;

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What was called of npm, codegen and the compiler, in order. */
  readonly calls: readonly string[];
}

/** A project with this one's scripts/run.cjs and next to nothing else. */
export interface SampleProject {
  readonly folder: string;
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Ran;
  start(args: readonly string[], env?: Readonly<Record<string, string>>): ChildProcess;
  write(file: string, text: string): void;
  calls(): string[];
  remove(): void;
}

/** Makes such a project in a folder of its own, with nothing installed. */
export function sampleProject(): SampleProject {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sample-'));
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
  fill(folder, write);
  const command = (args: readonly string[]): string[] => [path.join(folder, 'scripts', 'run.cjs'), ...args];
  const options = (env: Readonly<Record<string, string>>) => ({
    cwd: folder,
    // biome-ignore lint/style/noProcessEnv: what a person's shell hands on, npm's cache and path with it
    env: { ...process.env, npm_execpath: path.join(folder, 'npm-cli.js'), ...env },
  });
  const calls = (): string[] => {
    const file = path.join(folder, 'calls');
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    fs.rmSync(file, { force: true });
    return text.split('\n').filter((line) => line !== '');
  };
  return {
    folder,
    write,
    calls,
    run(args, env = {}) {
      const { status, stdout, stderr } = spawnSync(process.execPath, command(args), {
        ...options(env),
        encoding: 'utf8',
      });
      return { status, stdout, stderr, calls: calls() };
    },
    start: (args, env = {}) => spawn(process.execPath, command(args), options(env)),
    remove: () => fs.rmSync(folder, { recursive: true }),
  };
}

function fill(folder: string, write: (file: string, text: string) => void): void {
  fs.cpSync(path.join(ROOT, 'scripts', 'run'), path.join(folder, 'scripts', 'run'), { recursive: true });
  fs.copyFileSync(path.join(ROOT, 'scripts', 'run.cjs'), path.join(folder, 'scripts', 'run.cjs'));
  write('npm-cli.js', NPM);
  write('tools.json', JSON.stringify(TOOLS));
  write('token.js', TOKEN);
  write('scripts/generated/generate.ts', `console.log('generated', process.argv.slice(2).join(' '));`);
  write('.swcrc', '{}');
  write('package.json', '{}');
  write('package-lock.json', '{"packages":{"":{},"node_modules/thing":{"version":"1.0.0"}}}');
  write('tsconfig.json', '{"include":["domain"]}');
  write('codegen.yml', 'generates:\n  domain/__generated__/types.ts:\n    schema: schema/a.graphql\n');
  write('schema/a.graphql', 'type Query { a: Int }');
  write('domain/x.ts', 'export const x = 1;');
}
