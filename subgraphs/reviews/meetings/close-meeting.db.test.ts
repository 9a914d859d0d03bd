import {
  AGENDA,
  FIGURE,
  ID,
  OTHER,
  PLAN,
  reviewCommands,
  type TestReviews,
  THIRD,
  testReviews,
} from '../testing';

let reviews: TestReviews;
beforeAll(async () => {
  reviews = await testReviews();
});
afterAll(() => reviews.stop());
const { close, save } = reviewCommands(() => reviews);

const withFigure = (more: object) => ({ agenda: { ...AGENDA, figures: [{ ...FIGURE, ...more }] } });

describe('closing a review meeting', () => {
  beforeAll(async () => {
    await save(ID, 0);
    await save(OTHER, 0, { ...PLAN, heldOn: '2026-11-30' });
  });

  it.each(['manager', 'analyst', 'auditor', 'partner'])('is not for a %s', async (role) => {
    await expect(close(ID, 1, {}, { role })).rejects.toThrow();
  });

  it.each([
    [withFigure({ path: 'https://elsewhere.example' }), 'agenda'],
    [withFigure({ path: '//elsewhere.example' }), 'agenda'],
    [withFigure({ inWords: 'not recorded' }), 'agenda'],
    [withFigure({ count: null }), 'agenda'],
    [{ agenda: { ...AGENDA, figures: [] } }, 'agenda'],
    [{ notes: 'x'.repeat(10_001) }, 'notes'],
  ])('is refused with %j', async (sent, part) => {
    expect(await close(ID, 1, sent)).toMatchObject({ code: 'REVIEW_MEETING_UNUSABLE', part });
  });

  it('is refused before its day, for none, and where somebody changed it', async () => {
    expect(await close(OTHER, 1)).toMatchObject({ part: 'heldOn' });
    expect(await close(THIRD, 1)).toMatchObject({ code: 'REVIEW_MEETING_NOT_FOUND' });
    expect(await close(ID, 2)).toMatchObject({ code: 'REVIEW_MEETING_CHANGED', meeting: { version: 1 } });
  });

  it('keeps what was seen, by whom and when, once', async () => {
    const sent = { notes: ' Waiting for a panel. ' };
    expect(await close(ID, 1, sent)).toMatchObject({
      version: 2,
      state: 'CLOSED',
      notes: 'Waiting for a panel.',
    });
    expect(await close(ID, 1, sent)).toMatchObject({ __typename: 'ReviewMeeting', version: 2 });
    expect(await close(ID, 1, sent, { subject: 'ora' })).toMatchObject({ code: 'REVIEW_MEETING_CLOSED' });
    expect(await close(ID, 2, withFigure({ count: 13 }))).toMatchObject({ code: 'REVIEW_MEETING_CLOSED' });
    const { reviewMeeting } = await reviews.data<{ reviewMeeting: unknown }>(
      `{ reviewMeeting(id: "${ID}") { agenda { countedFrom asAt seenBy seenAt
          figures { part label count inWords path listed } } } }`,
    );
    expect(reviewMeeting).toEqual({
      agenda: {
        ...{ ...AGENDA, figures: [{ ...FIGURE, inWords: null }] },
        ...{ seenBy: 'olu', seenAt: '2026-11-29T12:00:00.000Z' },
      },
    });
  });
});
