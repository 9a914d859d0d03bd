import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demonstrationPeople } from '../demo/people';
import { identityOf, ROLES } from '../gateway/roles';
import { readSettings } from '../platform/config/settings';
import { createTokenVerifier } from '../platform/identity/bearer-token';
import { demonstrationKeys } from '../platform/identity/demonstration-keys';

const ROOT = path.join(__dirname, '..');

describe('npm run token', () => {
  let dataDirectory: string;
  beforeAll(() => {
    dataDirectory = mkdtempSync(path.join(tmpdir(), 'token-'));
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
