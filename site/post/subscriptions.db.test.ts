import { MOST_SUBSCRIPTIONS } from './subscriptions';
import { ANA, DEE, type TestPost, testPost } from './testing-post';

describe('subscriptions', () => {
  let post: TestPost;
  beforeEach(async () => {
    post = await testPost();
  });
  afterEach(() => post.stop());

  it('are one for each view: the same again changes nothing, another day changes the day', async () => {
    const first = await post.subscribed();
    const before = await post.desk.subscriptions.list(ANA);
    expect(await post.subscribed()).toEqual(first);
    expect(await post.desk.subscriptions.list(ANA)).toEqual(before);
    const schedule = { every: 'MONTH' as const, onDay: 31 };
    await post.desk.subscriptions.add(ANA, { kind: 'VIEW', viewId: first.viewId, schedule });
    expect(await post.desk.subscriptions.list(ANA)).toMatchObject([
      { id: first.id, every: 'MONTH', on_day: 31, next_at: new Date('2027-06-30T07:00:00Z') },
    ]);
  });

  it('are of one’s own views alone, and of pages that have figures', async () => {
    const { viewId } = await post.subscribed();
    const schedule = { every: 'WEEK' as const, onDay: 1 };
    expect(await post.desk.subscriptions.add(DEE, { kind: 'VIEW', viewId, schedule })).toBe('NO_SUCH_VIEW');
    expect((await post.subscribed(ANA, '/complaints?status=OPEN')).added).toBe('NO_FIGURES');
    expect(await post.desk.subscriptions.list(DEE)).toEqual([]);
  });

  it(`are ${MOST_SUBSCRIPTIONS} at most, whichever tabs they are made from`, async () => {
    const places = Array.from({ length: MOST_SUBSCRIPTIONS + 3 }, (_, index) => index);
    const made = await Promise.all(places.map((place) => post.subscribed(ANA, '/', `View ${place}`)));
    expect(made.filter(({ added }) => added === 'ADDED')).toHaveLength(MOST_SUBSCRIPTIONS);
    expect(made.filter(({ added }) => added === 'TOO_MANY')).toHaveLength(3);
  });

  it('rest, go on with the next day that is due, and end once', async () => {
    const { id } = await post.subscribed();
    expect(await post.desk.subscriptions.pause(ANA, id)).toBe(true);
    post.clock.move(30 * 24 * 60);
    expect(await post.desk.subscriptions.goOn(ANA, id)).toBe(true);
    const [held] = await post.desk.subscriptions.list(ANA);
    expect(held).toMatchObject({ state: 'ON', next_at: new Date('2027-07-05T07:00:00Z') });
    expect(await post.desk.subscriptions.end(ANA, id)).toBe(true);
    expect(await post.desk.subscriptions.end(ANA, id)).toBe(false);
  });

  it('end by the link in their mails, whoever has it, once', async () => {
    const { id } = await post.subscribed();
    const token = post.desk.links.unsubscribing(id);
    expect(await post.desk.subscriptions.endByLink(post.desk.links.unsubscribingIn(token) ?? '')).toBe(true);
    expect(await post.desk.subscriptions.endByLink(id)).toBe(false);
    expect(await post.desk.subscriptions.list(ANA)).toEqual([]);
  });
});
