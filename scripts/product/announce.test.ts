import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { readSettings } from '../../platform/config/settings';
import { createTokenVerifier } from '../../platform/identity/bearer-token';
import { demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { ROLES } from '../../platform/identity/roles';
import { announce } from './announce';

/** What a start prints last. */
function announced(isCurrent = true, env: NodeJS.ProcessEnv = {}): string {
  let printed = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    announce({
      settings: readSettings(env),
      url: 'http://localhost:4000',
      siteUrl: 'http://localhost:3000',
      isCurrent,
    });
  } finally {
    write.mockRestore();
  }
  return printed;
}

const schemaFile = path.join(__dirname, '../../schema/supergraph.graphql');
const supergraph = buildSchema(fs.readFileSync(schemaFile, 'utf8'), { assumeValidSDL: true });

describe('what a start prints last', () => {
  it('is where to ask, and every sign-in that there is', () => {
    const printed = announced();
    expect(printed).toContain('http://localhost:4000/graphql');
    for (const role of ROLES) expect(printed).toMatch(new RegExp(`^  ${role} `, 'm'));
  });

  it('promises the audit log only where it can be asked for', () => {
    const questions = Object.keys(supergraph.getQueryType()?.getFields() ?? {});
    expect(questions).toContain('measures');
    expect(/audit log/i.test(announced())).toBe(questions.some((name) => /audit/i.test(name)));
  });

  it('says where figures have still to follow', () => {
    expect(announced(false)).toContain('Figures still follow');
    expect(announced(true)).toContain('The product is ready.');
  });
});

describe('a command that a start prints, pasted into another terminal', () => {
  const ROOT = path.join(__dirname, '../..');
  let place: string;
  beforeAll(() => {
    place = fs.mkdtempSync(path.join(os.tmpdir(), 'announce-'));
  });
  afterAll(() => fs.rmSync(place, { recursive: true }));

  /** Runs the printed `$(…)` in a shell that knows none of the settings; npm and its build are stood in for. */
  function pasted(printed: string) {
    const command = /\$\((.*)\)"/.exec(printed)?.[1] ?? '';
    const program = `"${process.execPath}" -r ./scripts/run/typescript.cjs scripts/token.ts`;
    const line = command.replace('npm run --silent token --', program);
    return spawnSync('sh', ['-c', line], { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env.PATH } });
  }

  it.each([
    ['a plain place', 'data', {}],
    ['a place that a shell would take apart', `it's "a" $HOME \`place\``, {}],
    ['an issuer and an audience of its own', 'data', { TOKEN_ISSUER: 'urn:a b', TOKEN_AUDIENCE: 'ours' }],
  ])('makes a token that the product takes: %s', async (_, name, more) => {
    const env = { DATA_DIR: path.join(place, name), ...more };
    const { dataDirectory, token } = readSettings(env);
    const { token: keys } = await demonstrationKeys({ dataDirectory });
    const ran = pasted(announced(true, env));
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    const verifier = createTokenVerifier({ ...token, algorithms: ['EdDSA'], keys });
    expect(await verifier.verify(ran.stdout.trim())).toMatchObject({ role: 'analyst' });
  });

  it('carries no setting that holds anyway', () => {
    expect(announced()).toContain('"authorization: Bearer $(npm run --silent token -- analyst)"');
    expect(announced(true, { DATA_DIR: place })).toContain(`token for each: DATA_DIR=${place} npm run`);
  });

  it('is not promised where a sign-in service makes the tokens', () => {
    const printed = announced(true, { TOKEN_JWKS_URL: 'https://sign-in.example/keys' });
    expect(printed).toContain('Sign in with your sign-in service (TOKEN_JWKS_URL).');
    expect(printed).not.toContain('npm run');
  });
});
