import { ID, OTHER, PLAN, reviewCommands, type TestReviews, testReviews } from '../testing';

let reviews: TestReviews;
beforeAll(async () => {
  reviews = await testReviews();
});
afterAll(() => reviews.stop());
const { close, save } = reviewCommands(() => reviews);

const MUTATION = `mutation { saveReviewMeeting(id: "${ID}", basedOnVersion: 0, plan: { stream: ADULTS,
  heldOn: "2021-09-30", chair: "Head", attendees: [], notes: "" }) { __typename } }`;

describe('planning a review meeting', () => {
  it.each(['manager', 'analyst', 'auditor', 'partner'])('is not for a %s', async (role) => {
    const { data, errors } = await reviews.ask(MUTATION, { role });
    expect([data?.saveReviewMeeting ?? null, errors?.length]).toEqual([null, 1]);
  });

  it.each([
    [{ stream: null }, 'about'],
    [{ directorate: 'x'.repeat(101) }, 'about'],
    [{ chair: ' ' }, 'chair'],
    [{ attendees: ['Head', ''] }, 'attendees'],
    [{ notes: 'x'.repeat(10_001) }, 'notes'],
  ])('is refused for %j', async (wrong, part) => {
    expect(await save(ID, 0, { ...PLAN, ...wrong })).toMatchObject({ code: 'REVIEW_MEETING_UNUSABLE', part });
  });

  it('is refused under an id that is none, and for a day that is none', async () => {
    expect(await save('adults', 0)).toMatchObject({ part: 'id' });
    await expect(save(ID, 0, { ...PLAN, heldOn: '2021-09-31' })).rejects.toThrow('`heldOn` is no day');
  });

  it('makes one meeting however often it is sent, and changes the version that was read', async () => {
    expect(await save(ID, 0)).toMatchObject({ __typename: 'ReviewMeeting', version: 1, state: 'PLANNED' });
    expect(await save(ID, 0)).toMatchObject({ __typename: 'ReviewMeeting', version: 1 });
    const later = { ...PLAN, heldOn: '2021-10-07' };
    expect(await save(ID, 0, later)).toMatchObject({
      ...{ code: 'REVIEW_MEETING_CHANGED', meeting: { version: 1 } },
    });
    expect(await save(ID, 1, later)).toMatchObject({ version: 2 });
  });

  it('by two at once gives one of them what the other planned', async () => {
    const both = await Promise.all(
      ['Chair one', 'Chair two'].map((chair) => save(OTHER, 0, { ...PLAN, chair })),
    );
    expect(both.map(({ __typename }) => __typename).sort()).toEqual([
      'ReviewMeeting',
      'ReviewMeetingChanged',
    ]);
  });

  it('ends when the meeting is closed', async () => {
    expect(await close(OTHER, 1)).toMatchObject({ state: 'CLOSED' });
    expect(await save(OTHER, 2)).toMatchObject({ code: 'REVIEW_MEETING_CLOSED' });
  });
});
