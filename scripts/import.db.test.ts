import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fixedClock } from '../platform/config/clock';
import { dropTestDatabase, emptyTestDatabase } from '../platform/testing/database';
import { inTransaction } from '../platform/transaction/transaction';
import { loadSubgraphs } from '../subgraphs/registry';
import { openSchemas, type Schemas } from '../subgraphs/schemas';

const ROOT = path.join(__dirname, '..');
const CRM = 'demo/extracts/corporate-crm.csv';
const TODAY = '2022-01-31';

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let ownerUrl: string;
let schemas: Schemas;
let folder: string;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'import-command-'));
  ownerUrl = await emptyTestDatabase();
  const database = { urlFor: () => ownerUrl };
  schemas = await openSchemas({ database, subgraphs: loadSubgraphs(), clock: fixedClock(TODAY) });
});
afterAll(async () => {
  await schemas.close();
  await dropTestDatabase(ownerUrl);
  fs.rmSync(folder, { recursive: true });
});

/** Runs the command as a process of its own, as `npm run import` does. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const command = ['-r', './scripts/run/typescript.cjs', 'scripts/import.ts', ...args];
  const settings = { DATA_DIR: folder, DATABASE_URL: ownerUrl, TODAY, ...env };
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: { ...process.env, ...settings }, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(process.execPath, command, options, (_, stdout, stderr) =>
      // How far it had come is said every ten seconds, if it takes so long.
      resolve({ code: child.exitCode ?? -1, stdout, stderr: stderr.replaceAll(/^.*…\n/gm, '') }),
    );
  });
}

const count = async (schema: string, table: string, role = 'import'): Promise<number> => {
  const rows = await inTransaction(schemas.of(schema), { subject: 'test', role }, (transaction) =>
    transaction.query<{ rows: number }>(`select count(*)::int as rows from ${schema}.${table}`),
  );
  return rows[0]?.rows ?? -1;
};

describe('the import command', () => {
  it('with --dry-run tells what would happen, and keeps nothing anywhere', async () => {
    const { code, stdout } = await run(['corporate-crm', CRM, '--dry-run', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      read: 843,
      loaded: 770,
      copies: 20,
      leftOut: 47,
      quarantined: 6,
    });
    expect(await count('corporate', 'stage')).toBe(0);
    expect(await count('schools', 'stage')).toBe(0);
    expect(await count('intake', 'import_run')).toBe(0);
  });

  it('loads a file, adds up, and returns when the figures have followed', async () => {
    const { code, stdout, stderr } = await run(['corporate-crm', CRM, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const told = JSON.parse(stdout);
    expect(told).toMatchObject({
      ...{ source: 'corporate-crm', file: CRM, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ...{ read: 843, loaded: 770, updated: 0, copies: 20, leftOut: 47, quarantined: 6 },
    });
    expect((await count('corporate', 'stage')) + (await count('schools', 'stage'))).toBe(770);
    expect(await count('insight', 'stage_fact', 'analyst')).toBe(770);
    for (const fault of told.faults) {
      expect(Object.keys(fault)).toEqual(['line', 'column', 'code', 'value', 'action']);
    }
  });

  it('loads nothing of the same file again, and its quarantine does not grow', async () => {
    const kept = await count('intake', 'quarantined_row');
    const { code, stdout } = await run(['corporate-crm', CRM, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      read: 843,
      loaded: 0,
      copies: 790,
      leftOut: 47,
      quarantined: 6,
    });
    expect(await count('intake', 'quarantined_row')).toBe(kept);
  });

  it('loads the coverage list, which insight hears of', async () => {
    const { code, stdout } = await run(['coverage', 'demo/extracts/coverage.csv']);
    expect(code).toBe(0);
    expect(stdout).toContain('Loaded demo/extracts/coverage.csv as coverage.');
    expect(await count('insight', 'coverage', 'analyst')).toBe(6);
  });

  it('says in its summary why rows were left out, and what seems to be wrong with the file', async () => {
    const lines = fs.readFileSync(path.join(ROOT, CRM), 'utf8').split('\r\n');
    const compliment = '100999998,Compliment,,,,04/05/2021,,,,Open,,,Planning,,Email,,,,,,,,,,,';
    const file = path.join(folder, 'cut-off.csv');
    fs.writeFileSync(file, [lines[0], compliment, '100999997,Corporate Complaint,1'].join('\r\n'));
    const { code, stdout } = await run(['corporate-crm', file, '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/ {2}left out +1\n +1 {2}Case type: Compliment\n/);
    expect(stdout).toMatch(
      /ROW_TOO_SHORT \(1\): Quarantined: .* no line end, so the file seems to be cut off/,
    );
    expect(stdout).toContain('\nLine 3, the last, is short and has no line end');
    expect(stdout).toContain('\nThe file has no Total line');
  });

  it('says that a file has no rows', async () => {
    const file = path.join(folder, 'header-only.csv');
    fs.writeFileSync(file, 'stream,measure,recorded_from,recorded_to,granularity\r\n');
    const { code, stdout } = await run(['coverage', file, '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toContain('The file has its header and no rows.');
  });

  it('prints how it is used when asked', async () => {
    const { code, stdout, stderr } = await run(['--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: npm run --silent import -- SOURCE FILE/);
  });

  it('refuses a DATA_DIR that is a file in one sentence', async () => {
    const { code, stderr } = await run(['coverage', 'demo/extracts/coverage.csv'], { DATA_DIR: __filename });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Nothing of .* was loaded \(WRONG_SETTINGS\)\.\n.*:\n {2}DATA_DIR is ".*", which is a file/,
    );
    expect(stderr).not.toContain('    at ');
  });

  it('lists what a stream finds with the cell that is to blame', async () => {
    const lines = fs.readFileSync(path.join(ROOT, CRM), 'utf8').split('\r\n');
    const row =
      '100999999,Corporate Complaint,2,CRM-100111111,,04/05/2021,,,,Open,,,Planning,,Email,,,,,,,,,,,';
    const file = path.join(folder, 'orphan.csv');
    fs.writeFileSync(file, [lines[0], row, ''].join('\r\n'));
    const { stdout } = await run(['corporate-crm', file, '--json']);
    expect(JSON.parse(stdout).faults).toEqual([
      {
        ...{ line: 2, column: 'Parent Ref', code: 'PARENT_NOT_FOUND', value: 'CRM-100111111' },
        action: expect.stringMatching(/^Counted as escalated, as a complaint of its own/),
      },
    ]);
  });

  it('refuses a file of another shape, on standard error where no program asks', async () => {
    const { code, stdout, stderr } = await run(['corporate-crm', 'demo/extracts/coverage.csv']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Nothing of demo\/extracts\/coverage\.csv was loaded \(WRONG_HEADER\)\.\n/);
  });

  it('refuses a file that is not there, as one object where a program asks', async () => {
    const { code, stdout, stderr } = await run(['corporate-crm', 'nowhere.csv', '--json']);
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      ...{ source: 'corporate-crm', file: 'nowhere.csv' },
      refused: { code: 'NOT_FOUND', message: expect.stringContaining('no such file') },
    });
  });

  it('says which database cannot be reached, and which settings cannot be used', async () => {
    const nowhere = { DATABASE_URL: 'postgres://somebody:hidden@127.0.0.1:1/nothing' };
    const unreachable = await run(['coverage', 'demo/extracts/coverage.csv', '--json'], nowhere);
    expect(unreachable.code).toBe(1);
    expect(JSON.parse(unreachable.stdout).refused).toEqual({
      code: 'DATABASE_UNREACHABLE',
      message: expect.stringContaining('127.0.0.1:1 cannot be reached'),
    });
    expect(unreachable.stdout).not.toContain('hidden');
    const settings = await run(['coverage', 'demo/extracts/coverage.csv', '--json'], { TODAY: 'yesterday' });
    expect(settings.code).toBe(1);
    expect(JSON.parse(settings.stdout).refused.code).toBe('WRONG_SETTINGS');
  });

  it('asked wrongly says how to ask, and touches nothing', async () => {
    const { code, stdout, stderr } = await run(['fax', 'faxes.csv', '--json']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^"fax" cannot be loaded; corporate-crm, .* can\.\n\nUsage: /);
  });
});
