import { ID, OTHER, PLAN, reviewCommands, type TestReviews, THIRD, testReviews } from '../testing';

let reviews: TestReviews;
beforeAll(async () => {
  reviews = await testReviews();
  await save(ID, 0);
  await save(OTHER, 0, { ...PLAN, heldOn: '2021-12-16' });
  await save(THIRD, 0, { ...PLAN, stream: null, directorate: 'Place' });
  await close(ID, 1);
});
afterAll(() => reviews.stop());
const { close, save } = reviewCommands(() => reviews);

const listed = async (where: string, as: object = {}): Promise<string[]> => {
  const { reviewMeetings } = await reviews.data<{
    reviewMeetings: { totalCount: number; edges: { node: { id: string } }[] };
  }>(`{ reviewMeetings(where: {${where}}) { totalCount edges { node { id } } } }`, as);
  const ids = reviewMeetings.edges.map(({ node }) => node.id);
  expect(reviewMeetings.totalCount).toBe(ids.length);
  return ids;
};

describe('the list of review meetings', () => {
  it('has the newest first, narrowed by what they are about, their state and their day', async () => {
    expect(await listed('')).toEqual([OTHER, THIRD, ID]);
    expect(await listed('about: { stream: ADULTS }')).toEqual([OTHER, ID]);
    expect(await listed('about: { directorate: "Place" }')).toEqual([THIRD]);
    expect(await listed('about: { stream: ADULTS, directorate: "Place" }')).toEqual([]);
    expect(await listed('state: CLOSED')).toEqual([ID]);
    expect(await listed('heldBefore: "2021-12-16", about: { stream: ADULTS }')).toEqual([ID]);
    await expect(listed('heldBefore: "soon"')).rejects.toThrow('`heldBefore` is no day');
  });

  it('is a manager’s too, and nobody else’s', async () => {
    expect(await listed('', { role: 'manager', subject: 'mark' })).toHaveLength(3);
    for (const role of ['analyst', 'auditor', 'partner'])
      await expect(listed('', { role })).rejects.toThrow();
  });

  it('goes on from page to page', async () => {
    const page = async (after: string | null) => {
      const { reviewMeetings } = await reviews.data<{
        reviewMeetings: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string } };
      }>(
        `{ reviewMeetings(first: 2, after: ${JSON.stringify(after)}) { edges { node { id } } pageInfo { endCursor } } }`,
      );
      return reviewMeetings;
    };
    const first = await page(null);
    const next = await page(first.pageInfo.endCursor);
    expect([...first.edges, ...next.edges].map(({ node }) => node.id)).toEqual([OTHER, THIRD, ID]);
  });

  it('has none of an id that is nobody’s', async () => {
    expect(await reviews.data('{ reviewMeeting(id: "x") { id } }')).toEqual({ reviewMeeting: null });
  });
});
