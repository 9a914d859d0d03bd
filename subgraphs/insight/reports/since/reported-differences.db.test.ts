import { complaintChanged, project, stage, streamDescribed } from '../../testing/fixtures';
import { type TestReports, testReports } from '../life/testing';

const ID = 'progress.2021-22.Q2';
const FIELDS = `compared totalCount version frozenBy edges { node {
  cell row column reported { text value } present { state text value } gained lost causes { kind }
  records { edges { node { effect change reference on fields { name before after } complaint { id } } } } } }`;

interface Since {
  readonly compared: number;
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Record<string, unknown> }[];
}

describe('what a frozen report would say otherwise now', () => {
  let reports: TestReports;
  beforeAll(async () => {
    reports = await testReports();
    reports.made = { ...reports.made, received: 1 };
    await reports.data(
      `mutation { openReport(definition: "progress", financialYear: "2021-22", upTo: Q2) { __typename } }`,
    );
    await project(reports.database, [
      streamDescribed({ stream: 'CORPORATE' }),
      complaint('corporate-1', '2021-05-01', 1),
    ]);
  });
  afterAll(() => reports.stop());

  const complaint = (id: string, receivedOn: string, version: number) =>
    complaintChanged({ id, stages: [stage({ id: id.replace('-', '-stage-'), receivedOn })] }, version);
  const since = async (more = '', fields = FIELDS): Promise<Since | null> =>
    (
      await reports.data<{ since: Since | null }>(
        `{ since: reportedDifferences(report: "${ID}"${more}) { ${fields} } }`,
      )
    ).since;

  it('is nothing of a draft, and of a report that there is not', async () => {
    expect(await since()).toBeNull();
    expect(await reports.data('{ reportedDifferences(report: "none") { compared } }')).toEqual({
      reportedDifferences: null,
    });
  });

  it('is nothing of a figure that counts what it counted, and says where nothing accounts for a difference', async () => {
    const { report } = await reports.data<{ report: { seen: string } }>(`{ report(id: "${ID}") { seen } }`);
    await reports.data(
      `mutation { freezeReport(id: "${ID}", version: 1, seen: "${report.seen}", despite: "A test") { __typename } }`,
    );
    // The made-up report says 2 in its second column, where records say 1.
    const answer = await since();
    expect(answer).toMatchObject({ compared: 2, totalCount: 1, version: 1, frozenBy: 'olu' });
    expect(answer?.edges[0]?.node).toMatchObject({
      ...{ cell: 't/received/before', causes: [{ kind: 'UNEXPLAINED' }], gained: 0, lost: 0 },
    });
  });

  it('is each record that came and went, with both figures', async () => {
    await project(reports.database, [
      complaint('corporate-2', '2021-06-01', 1),
      complaint('corporate-3', '2021-06-02', 1),
    ]);
    await project(reports.database, [complaint('corporate-1', '2020-05-01', 2)]);
    const answer = await since(', cells: ["t/received/so-far"]');
    expect(answer?.edges.map(({ node }) => node)).toEqual([
      {
        ...{ cell: 't/received/so-far', row: 'Received', column: '2021-22', gained: 2, lost: 1 },
        reported: { text: '1', value: 1 },
        present: { state: 'TOLD', text: '2', value: 2 },
        causes: [{ kind: 'RECORDS' }],
        records: {
          edges: [
            {
              node: {
                ...{ effect: 'LOST', change: 'CHANGED', reference: 'corporate-stage-1', on: '2021-05-01' },
                fields: [{ name: 'Received', before: '1 May 2021', after: '1 May 2020' }],
                complaint: { id: 'corporate-1' },
              },
            },
            ...['2', '3'].map((place, day) => ({
              node: {
                ...{
                  effect: 'GAINED',
                  change: 'NEW',
                  reference: `corporate-stage-${place}`,
                  on: `2021-06-0${day + 1}`,
                },
                ...{ fields: [], complaint: { id: `corporate-${place}` } },
              },
            })),
          ],
        },
      },
    ]);
  });

  it('comes page by page, and takes no cursor of another question', async () => {
    const paged = 'pageInfo { hasNextPage endCursor } edges { node { cell } }';
    const first = await since(', first: 1', paged);
    expect(first).toMatchObject({ pageInfo: { hasNextPage: true } });
    expect(await reports.refused(`{ reportedDifferences(report: "${ID}", after: "x") { compared } }`)).toBe(
      'BAD_USER_INPUT',
    );
  });

  it.each([
    ['a partner', { role: 'partner', partner: 'Homes' }],
    ['an auditor', { role: 'auditor' }],
  ])('is refused to %s', async (_, person) => {
    expect(await reports.refused(`{ reportedDifferences(report: "${ID}") { compared } }`, person)).toBe(
      'FORBIDDEN',
    );
  });
});
