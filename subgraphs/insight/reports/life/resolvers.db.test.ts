import { freezeOne, ID, type TestReports, testReports } from './testing';

let reports: TestReports;
beforeAll(async () => {
  reports = await testReports();
  await freezeOne(reports);
});
afterAll(() => reports.stop());

const OPEN =
  'mutation { openReport(definition: "progress", financialYear: "2020-21", upTo: Q2) { __typename } }';
const WRITE = `mutation { writeReportCommentary(id: "${ID}", section: "demand", basedOnVersion: 0, text: "x") { __typename } }`;
const FREEZE = `mutation { freezeReport(id: "${ID}", version: 1, seen: "x") { __typename } }`;
const REVISE = `mutation { reviseReport(id: "${ID}", reason: "x") { __typename } }`;
const SEEN = `mutation { noteReportSeen(id: "${ID}", version: 1, seen: "x") { __typename } }`;
const RENEW = `mutation { renewReport(id: "${ID}") { __typename } }`;
const COMMANDS = [OPEN, WRITE, FREEZE, REVISE, SEEN, RENEW];

describe('reports are for whoever may see or write them', () => {
  it.each(['partner', 'auditor', 'nobody'])('not for a %s', async (role) => {
    for (const query of [`{ report(id: "${ID}") { id } }`, '{ reports { totalCount } }', ...COMMANDS])
      expect(await reports.refused(query, { role, subject: 'x' })).toBe('FORBIDDEN');
  });

  it.each(['analyst', 'manager', 'officer', 'admin'])('for an %s', async (role) => {
    expect(await reports.refused(`{ report(id: "${ID}") { id seen } }`, { role, subject: 'x' })).toBeNull();
  });

  it.each(['analyst', 'manager'])('and are frozen and revised by no %s', async (role) => {
    for (const query of [FREEZE, REVISE]) expect(await reports.refused(query, { role })).toBe('FORBIDDEN');
    for (const query of [OPEN, WRITE, SEEN, RENEW]) expect(await reports.refused(query, { role })).toBeNull();
  });

  it('nor by a key, which reads them', async () => {
    const key = { credential: 'key' as const, role: 'officer', subject: 'k' };
    expect(await reports.refused(`{ report(id: "${ID}") { id } }`, key)).toBeNull();
    for (const query of COMMANDS) expect(await reports.refused(query, key)).toBe('FORBIDDEN');
  });

  it('and there is nothing where none was begun', async () => {
    expect(await reports.data('{ report(id: "none") { id } }')).toEqual({ report: null });
    expect(await reports.data(`{ report(id: "${ID}", version: 7) { id } }`)).toEqual({ report: null });
  });
});
