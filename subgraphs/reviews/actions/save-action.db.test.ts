import { inTransaction } from '../../../platform/transaction/transaction';
import { ID, OTHER, PLAN, reviewCommands, type TestReviews, THIRD, testReviews } from '../testing';

let reviews: TestReviews;
beforeAll(async () => {
  reviews = await testReviews();
  await save(ID, 0);
  await save(OTHER, 0, PLAN);
});
afterAll(() => reviews.stop());
const { agree, close, save } = reviewCommands(() => reviews);

const DONE = { state: 'DONE', endedOn: '2021-10-20', result: 'All five were answered.' };
const MANAGER = { role: 'manager', subject: 'mark' };

describe('what is agreed', () => {
  it.each(['analyst', 'auditor', 'partner'])('is not written by a %s', async (role) => {
    await expect(agree(THIRD, 0, {}, { role })).rejects.toThrow();
  });

  it.each([
    [{ what: ' ' }, 'what'],
    [{ owner: 'x'.repeat(101) }, 'owner'],
    [{ complaintId: 'x'.repeat(201) }, 'complaintId'],
    [{ endedOn: '2021-10-20' }, 'endedOn'],
    [{ result: 'Done' }, 'result'],
    [{ ...DONE, endedOn: null }, 'endedOn'],
    [{ ...DONE, endedOn: '2026-11-30' }, 'endedOn'],
    [{ ...DONE, result: ' ' }, 'result'],
  ])('is refused with %j', async (wrong, part) => {
    expect(await agree(ID, 0, wrong)).toMatchObject({ code: 'AGREED_ACTION_UNUSABLE', part });
  });

  it('is refused under an id that is none, at no meeting, and for a day that is none', async () => {
    expect(await agree('first', 0)).toMatchObject({ part: 'id' });
    expect(await agree(ID, 0, { meetingId: THIRD })).toMatchObject({ code: 'REVIEW_MEETING_NOT_FOUND' });
    await expect(agree(ID, 0, { dueOn: 'soon' })).rejects.toThrow('`dueOn` is no day');
  });

  it('is kept once however often it is sent, and followed to done from the version that was read', async () => {
    expect(await agree(ID, 0)).toMatchObject({ version: 1, state: 'OPEN', isOverdue: true });
    expect(await agree(ID, 0)).toMatchObject({ version: 1 });
    expect(await agree(ID, 0, DONE)).toMatchObject({
      ...{ code: 'AGREED_ACTION_CHANGED', action: { version: 1, state: 'OPEN' } },
    });
    expect(await agree(ID, 1, DONE, MANAGER)).toMatchObject({ version: 2, state: 'DONE', isOverdue: false });
    expect(await agree(ID, 1, DONE, MANAGER)).toMatchObject({ version: 2 });
    expect(await agree(ID, 2, { ...DONE, meetingId: OTHER })).toMatchObject({ part: 'meetingId' });
  });

  it('keeps who said what before', async () => {
    const { agreedAction } = await reviews.data<{ agreedAction: unknown }>(
      `{ agreedAction(id: "${ID}") { result versions { version state changedBy } } }`,
    );
    expect(agreedAction).toEqual({
      result: DONE.result,
      versions: [
        { version: 2, state: 'DONE', changedBy: 'mark' },
        { version: 1, state: 'OPEN', changedBy: 'olu' },
      ],
    });
  });

  it('by two at once gives one of them what the other wrote', async () => {
    const both = await Promise.all(['One', 'Two'].map((what) => agree(OTHER, 0, { what, meetingId: OTHER })));
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['AgreedAction', 'AgreedActionChanged']);
  });

  it('is nothing new at a closed meeting, and goes on being followed', async () => {
    await close(ID, 1);
    expect(await agree(THIRD, 0)).toMatchObject({ code: 'REVIEW_MEETING_CLOSED' });
    expect(await agree(ID, 2, { dueOn: '2021-11-30' })).toMatchObject({ version: 3, state: 'OPEN' });
  });

  it('leaves in the audit log who did what', async () => {
    const rows = await inTransaction(
      reviews.database.of('reviews'),
      { subject: 'aud', role: 'auditor' },
      (transaction) =>
        transaction.query<{ action: string; actor: string }>(
          `select distinct action, actor from reviews.audit_entry where record_id = '${ID}' order by action, actor`,
        ),
    );
    expect(rows).toEqual([
      { action: 'ACTION_SAVE', actor: 'mark' },
      { action: 'ACTION_SAVE', actor: 'olu' },
      { action: 'MEETING_SAVE', actor: 'olu' },
    ]);
  });
});
