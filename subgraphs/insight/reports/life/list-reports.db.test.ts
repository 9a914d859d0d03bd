import { freezeOne, ID, type TestReports, testReports } from './testing';

let reports: TestReports;
beforeAll(async () => {
  reports = await testReports();
  await freezeOne(reports);
  for (const year of ['2020-21', '2019-20'])
    await reports.data(
      `mutation { openReport(definition: "progress", financialYear: "${year}", upTo: Q2) { __typename } }`,
    );
});
afterAll(() => reports.stop());

const listed = async (asked: string) =>
  (
    await reports.data<{ reports: object }>(
      `{ reports${asked} { totalCount edges { node { id newest { state } } } } }`,
    )
  ).reports;
const line = (id: string, state: string) => ({ node: { id, newest: { state } } });

describe('the list of reports', () => {
  it('has the newest period first, each by its newest version', async () => {
    expect(await listed('')).toEqual({
      totalCount: 3,
      edges: [line(ID, 'FROZEN'), line('progress.2020-21.Q2', 'DRAFT'), line('progress.2019-20.Q2', 'DRAFT')],
    });
  });

  it.each([
    ['(where: { state: FROZEN })', [line(ID, 'FROZEN')]],
    ['(where: { financialYears: ["2020-21"] })', [line('progress.2020-21.Q2', 'DRAFT')]],
    ['(where: { definitions: ["none"] })', []],
  ])('is narrowed: %s', async (asked, edges) => {
    expect(await listed(asked)).toEqual({ totalCount: edges.length, edges });
  });

  it('goes on after its first page', async () => {
    const { reports: first } = await reports.data<{ reports: { pageInfo: { endCursor: string } } }>(
      '{ reports(first: 2) { pageInfo { endCursor } } }',
    );
    expect(await listed(`(after: "${first.pageInfo.endCursor}")`)).toMatchObject({
      edges: [line('progress.2019-20.Q2', 'DRAFT')],
    });
  });
});
