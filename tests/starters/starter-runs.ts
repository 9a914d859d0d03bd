import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { childEnvironment } from '../../platform/config/child-environment';
import type { TestProduct } from '../../scripts/testing/test-product';
import { ROOT } from '../architecture/tree';
import { type BiLogin, makeLogin, readAsLogin } from '../exports/bi-login';
import { grafanaPanels, starter, starterSql } from './starter-files';

const run = promisify(execFile);

/** Those that this machine has: nobody has to install them to run the tests. */
const PROGRAMS = (
  [
    ['curl', 'curl', 'sh', 'curl/complaints.sh'],
    ['Python', 'python3', 'python3', 'python/complaints.py'],
  ] as const
).filter(([, needed]) => spawnSync(needed, ['--version']).status === 0);

/** Runs the starter files whose program is here against the product, and asks in PostgreSQL what the others ask by SQL. */
export function describeStarterRuns(productOf: () => TestProduct): void {
  describe.each(PROGRAMS)('the starter file for %s', (_, __, program, place) => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(path.join(os.tmpdir(), 'starter-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    const start = async (key: string, records: string) => {
      const env = {
        ...childEnvironment(),
        COMPLAINTS_KEY: key,
        COMPLAINTS_ADDRESS: productOf().url,
        PYTHONDONTWRITEBYTECODE: '1',
      };
      return run(program, [path.join(ROOT, 'starters', place), records], { cwd: folder, env });
    };
    const failed = (starting: Promise<unknown>) =>
      starting.then(
        () => null,
        (error: { code: number; stdout: string; stderr: string }) => error,
      );

    it('takes a file, whole, and figures: as a partner their own', async () => {
      const counts = await Promise.all(
        ['analyst', 'partner'].map(async (role) => {
          const { stdout } = await start(await productOf().token(role), 'ombudsman-cases');
          expect(stdout).toMatch(/2021-22.*Q1/);
          return Number(/ombudsman-cases\S* (\d+) rows/.exec(stdout)?.[1]);
        }),
      );
      const [all = 0, own = 0] = counts;
      expect(own).toBeGreaterThan(0);
      expect(all).toBeGreaterThan(own);
    });

    it('says what was refused, and is no success', async () => {
      const told = await failed(start('cck_000000000000_nothing', 'ombudsman-cases'));
      expect(`${told?.stdout}${told?.stderr}`).toContain('401');
      expect(told?.code).not.toBe(0);
    });

    it('leaves an earlier file as it was when it is refused', async () => {
      await start(await productOf().token('analyst'), 'ombudsman-cases');
      const files = () =>
        readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);
      const earlier = files();
      await failed(start('cck_000000000000_nothing', 'ombudsman-cases'));
      expect(files()).toEqual(earlier);
    });
  });

  describe('what starter files ask by SQL', () => {
    let login: BiLogin;
    beforeAll(async () => {
      login = await makeLogin(productOf().database);
    });
    afterAll(() => login?.revoke());

    const withoutOptions = () => login.address.replace(/\?.*$/, '');
    const ask = (whose: string, sql: string) =>
      readAsLogin(whose.startsWith('Grafana') ? withoutOptions() : login.address, sql);

    it.each(starterSql())('%s: names what there is, and is answered', async (whose, sql) => {
      expect(await ask(whose, sql)).toEqual(expect.any(Array));
    });

    it('is seen to name a column that there is not', async () => {
      const planted = starter('metabase/overdue-complaints.sql').replace('due_on', 'due_by');
      await expect(readAsLogin(login.address, planted)).rejects.toThrow('due_by');
    });

    const SAID = /from \(select set_config[\s\S]*? as figures\n/;

    it('tells Grafana, which cannot say as whom it reads, the rows of that role', async () => {
      for (const { sql } of grafanaPanels()) {
        const from = SAID.exec(sql)?.[0].replace(/bi\.\w+/, 'bi.stages') ?? '';
        const [told] = await readAsLogin(withoutOptions(), `select count(*)::int as rows ${from}`);
        expect(told).toEqual({ rows: expect.any(Number) });
        expect(told).not.toEqual({ rows: 0 });
      }
      expect(await readAsLogin(withoutOptions(), 'select count(*)::int as rows from bi.stages')).toEqual([
        { rows: 0 },
      ]);
    });

    it('tells Tableau the same, by what its file says first', async () => {
      const [, first = ''] = /one-time-sql="([^"]+)"/.exec(starter('tableau/complaints.tds')) ?? [];
      const [told] = await readAsLogin(
        withoutOptions(),
        first,
        'select count(*)::int as rows from bi.stages',
      );
      expect(told).not.toEqual({ rows: 0 });
    });
  });
}
