import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import { ask, idOf, record, stage, useStages } from './testing';

useStages(childrens, []);

const page = async (first: number, after: string | null) =>
  (
    await ask(`{ childrensRetentionDue(first: ${first}${after === null ? '' : `, after: "${after}"`}) {
      pageInfo { hasNextPage endCursor } edges { node { reviewOn gaps complaint { id } } } } }`)
  ).childrensRetentionDue;

describe('what is due for review', () => {
  it('is read page by page past many that are not, the longest closed first', async () => {
    // Of six hundred that have ended, those of young children are kept for long: five are due.
    const own = { childAgeBand: '0-4', childLookedAfter: 'false' };
    const young = Array.from({ length: 600 }, (_, place) =>
      stage(`Y${place}`, { own, answeredOn: `2010-0${1 + (place % 9)}-05` }),
    );
    const old = ['09', '03', '07', '01', '05'].map((month) =>
      stage(`O${month}`, { answeredOn: `2010-${month}-06` }),
    );
    await record(childrens, [...young, ...old]);
    const found: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 4; pages += 1) {
      const read: Awaited<ReturnType<typeof page>> = await page(2, after);
      found.push(...read.edges.map(({ node }: { node: { complaint: { id: string } } }) => node.complaint.id));
      after = read.pageInfo.endCursor;
      if (!read.pageInfo.hasNextPage) break;
    }
    expect(found).toEqual(['01', '03', '05', '07', '09'].map((month) => idOf(`O${month}`)));
    expect(await ask('{ childrensRetentionDue(first: 201) { edges { cursor } } }')).toEqual({
      refused: ['BAD_USER_INPUT'],
    });
    expect(await ask('{ childrensRetentionDue(after: "made up") { edges { cursor } } }')).toEqual({
      refused: ['BAD_USER_INPUT'],
    });
  });

  it('waits for the last stage, and says what the records leave open', async () => {
    const own = { childAgeBand: null, childLookedAfter: null };
    const old = { receivedOn: '1999-01-04', answeredOn: '1999-02-01' };
    await record(childrens, [
      stage('A', { ...old, own }),
      stage('B', old),
      stage('B', { key: 'B/2', number: 2, ended: false, answeredOn: null, account: null }),
      stage('C', { ...old, answeredOn: null, acknowledgedOn: '1999-01-06' }),
    ]);
    const { edges } = await page(10, null);
    expect(edges.map(({ node }: { node: object }) => node)).toEqual([
      { complaint: { id: idOf('C') }, reviewOn: '2009-01-04', gaps: ['CLOSING_NOT_RECORDED'] },
      {
        complaint: { id: idOf('A') },
        reviewOn: '2024-01-04',
        gaps: ['AGE_NOT_RECORDED', 'CARE_NOT_RECORDED'],
      },
    ]);
  });
});
