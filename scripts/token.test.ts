import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demonstrationPeople } from '../demo/people';
import { readSettings } from '../platform/config/settings';
import { createTokenVerifier } from '../platform/identity/bearer-token';
import { demonstrationKeys } from '../platform/identity/demonstration-keys';
import { identityOf, ROLES } from '../platform/identity/roles';

const ROOT = path.join(__dirname, '..');

describe('npm run token', () => {
  let dataDirectory: string;
  let first: ReturnType<typeof run>;
  beforeAll(() => {
    dataDirectory = mkdtempSync(path.join(tmpdir(), 'token-'));
    first = run(['analyst']);
  });
  afterAll(() => rmSync(dataDirectory, { recursive: true }));

  function run(args: readonly string[], env: Record<string, string> = {}) {
    const program = ['-r', './scripts/run/typescript.cjs', 'scripts/token.ts', ...args];
    return spawnSync(process.execPath, program, {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DATA_DIR: dataDirectory, ...env },
    });
  }

  async function bearerOf(token: string) {
    const { token: settings } = readSettings({ DATA_DIR: dataDirectory });
    const { token: keys } = await demonstrationKeys({ dataDirectory });
    return createTokenVerifier({ ...settings, algorithms: ['EdDSA'], keys }).verify(token);
  }

  it('says where it made keys, which a product elsewhere does not know', () => {
    expect([first.status, first.stdout]).toEqual([0, expect.stringMatching(/^\S+\n$/)]);
    expect(first.stderr).toContain(`There are no keys in ${dataDirectory} (DATA_DIR) yet, so some are made.`);
  });

  it('prints a token of the first person of a role, and nothing else', async () => {
    const { status, stdout, stderr } = run(['officer']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^\S+\n$/);
    expect(await bearerOf(stdout.trim())).toMatchObject({ subject: 'olu', role: 'officer' });
  });

  it('prints a token of the person asked for', async () => {
    const { stdout } = run(['officer', '--subject', 'cora']);
    expect(await bearerOf(stdout.trim())).toMatchObject({
      subject: 'cora',
      streams: ['corporate', 'schools'],
    });
  });

  it.each([[['--help']], [['-h', 'nobody']]])('tells how it is used when asked with %j', (args) => {
    const { status, stdout, stderr } = run(args);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Usage: npm run --silent token -- ROLE [--subject ID]');
  });

  it('refuses a DATA_DIR that is a file in one sentence', () => {
    const file = path.join(dataDirectory, 'file');
    writeFileSync(file, '');
    for (const DATA_DIR of [file, path.join(file, 'below')]) {
      const { status, stdout, stderr } = run(['analyst'], { DATA_DIR });
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toBe(
        `One setting cannot be used:\n  DATA_DIR is "${DATA_DIR}", which is a file, or leads through one. Name a directory.\n`,
      );
    }
  });

  it.each([
    [[]],
    [['nobody']],
    [['officer', '--subject', 'ana']],
    [['officer', 'olu']],
    [['--role', 'officer']],
  ])('says how it is used with %j', (args) => {
    const { status, stdout, stderr } = run(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: npm run --silent token -- ROLE [--subject ID]');
  });

  it.each([
    [{ NODE_ENV: 'production' }, 'no demonstration tokens in production'],
    [{ TOKEN_JWKS_URL: 'https://sign-in.example.org/keys' }, 'TOKEN_JWKS_URL names a sign-in service'],
  ])('refuses with %j', (env, says) => {
    const { status, stdout, stderr } = run(['officer'], env);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(says);
  });
});

describe('the people of the demonstration', () => {
  it('have every role, and only roles that there are', () => {
    expect(new Set(demonstrationPeople.map(({ role }) => role))).toEqual(new Set(ROLES));
    for (const person of demonstrationPeople) expect(identityOf(person)).not.toBeNull();
  });
});
