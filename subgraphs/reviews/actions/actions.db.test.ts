import { ID, OTHER, PLAN, reviewCommands, type TestReviews, THIRD, testReviews } from '../testing';

let reviews: TestReviews;
beforeAll(async () => {
  reviews = await testReviews();
  await save(ID, 0);
  await save(OTHER, 0, { ...PLAN, stream: null, directorate: 'Place', heldOn: '2021-12-16' });
  await agree(ID, 0);
  await agree(ID, 1, { state: 'DONE', endedOn: '2021-10-20', result: 'Answered.' });
  await agree(OTHER, 0, { dueOn: '2021-10-01' });
  await agree(THIRD, 0, { dueOn: '2026-11-29', meetingId: OTHER });
});
afterAll(() => reviews.stop());
const { agree, save } = reviewCommands(() => reviews);

const listed = async (where: string): Promise<string[]> => {
  const { agreedActions } = await reviews.data<{
    agreedActions: { totalCount: number; edges: { node: { id: string } }[] };
  }>(`{ agreedActions(where: {${where}}) { totalCount edges { node { id } } } }`);
  const ids = agreedActions.edges.map(({ node }) => node.id);
  expect(agreedActions.totalCount).toBe(ids.length);
  return ids;
};

describe('the list of what was agreed', () => {
  it('has what stands of each, due first at the head', async () => {
    expect(await listed('')).toEqual([OTHER, ID, THIRD]);
  });

  it.each([
    ['open: true', [OTHER, THIRD]],
    ['open: false', [ID]],
    ['overdue: true', [OTHER]],
    ['overdue: false', [ID, THIRD]],
    ['about: { stream: ADULTS }', [OTHER, ID]],
    ['about: { directorate: "Place" }', [THIRD]],
    ['stream: ADULTS, open: true', [OTHER]],
    ['directorate: "Place"', [THIRD]],
    ['agreedBefore: "2021-12-16"', [OTHER, ID]],
    ['endedFrom: "2021-10-20"', [ID]],
    ['endedFrom: "2021-10-21"', []],
  ])('is narrowed by %s', async (where, ids) => {
    expect(await listed(where)).toEqual(ids);
  });

  it('stands with its meeting, in one question', async () => {
    const { reviewMeetings } = await reviews.data<{ reviewMeetings: { edges: unknown[] } }>(
      '{ reviewMeetings { edges { node { heldOn actions { id meeting { heldOn } } } } } }',
    );
    expect(reviewMeetings.edges).toEqual([
      { node: { heldOn: '2021-12-16', actions: [{ id: THIRD, meeting: { heldOn: '2021-12-16' } }] } },
      {
        node: {
          heldOn: '2021-09-30',
          actions: [OTHER, ID].map((id) => ({ id, meeting: { heldOn: '2021-09-30' } })),
        },
      },
    ]);
  });
});
