import { sandboxProblems } from './sandbox';
import { readSettings } from './settings';

const RECORDS = 'postgres://owner:a@db.internal/complaints';
const PRODUCTION = { NODE_ENV: 'production' };

describe('the sandbox', () => {
  it('is on outside production, and there where it is switched on', () => {
    const isOn = (SANDBOX?: string) => readSettings(SANDBOX === undefined ? {} : { SANDBOX }).sandbox.isOn;
    expect([isOn(), isOn('on'), isOn('off')]).toEqual([true, true, false]);
  });

  it('has a database of its own, and in production one that is named', () => {
    expect(sandboxProblems({})).toEqual([]);
    expect(sandboxProblems(PRODUCTION)).toEqual([]);
    const named = (env: object) => sandboxProblems({ ...PRODUCTION, SANDBOX: 'on', ...env });
    expect(named({})).toEqual([expect.objectContaining({ setting: 'SANDBOX_DATABASE_URL' })]);
    expect(named({ SANDBOX_DATABASE_URL: 'postgres://owner:a@db.internal/complaints_sandbox' })).toEqual([]);
  });

  it.each([
    ['DATABASE_URL', 'postgres://another:b@db.internal:5432/complaints'],
    ['DATABASE_URL_CORPORATE', RECORDS],
  ])('never has that of %s, whoever logs in', (setting, SANDBOX_DATABASE_URL) => {
    expect(sandboxProblems({ [setting]: RECORDS, SANDBOX_DATABASE_URL })).toEqual([
      expect.objectContaining({ says: expect.stringContaining('database of the records themselves') }),
    ]);
  });

  it('keeps its password to itself', () => {
    const { sandbox } = readSettings({ SANDBOX_DATABASE_URL: 'postgres://owner:pa55@db.internal/sandbox' });
    expect(JSON.stringify(sandbox)).not.toContain('pa55');
  });
});
