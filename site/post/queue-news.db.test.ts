import { GatewayRefusal } from '../gateway/refusal';
import { askNews } from './ask-news';
import { queueNews } from './queue-news';
import { reportNews } from './report-news';
import { ANA, DEE, FIGURES, SITE_URL, type TestPost, testPost } from './testing-post';

const line = (newest: object, given: object = {}) => ({
  node: {
    ...{ id: 'mid-year-progress.2027-28.Q1', title: 'Mid-year progress report', financialYear: '2027-28' },
    ...{
      upTo: 'Q1',
      newest: { version: 1, state: 'DRAFT', openedAt: '2027-06-01T09:00:00Z', frozenAt: null, ...newest },
    },
    ...given,
  },
});
const FROZEN = { state: 'FROZEN', frozenAt: '2027-06-04T09:00:00Z', version: 2 };
const HOUR = 60;

describe('news of reports', () => {
  let post: TestPost;
  const answers: Record<string, unknown> = {};
  const lines = (...edges: object[]) => {
    answers.ReportNews = { reports: { edges } };
  };
  beforeEach(async () => {
    Object.assign(answers, FIGURES);
    lines();
    post = await testPost(answers);
    await post.confirmed();
    await post.desk.subscriptions.add(ANA, { kind: 'REPORTS' });
  });
  afterEach(() => post.stop());

  it('come once, when a version was frozen, and say what and where, and nobody’s name', async () => {
    post.clock.move(24 * HOUR);
    lines(line({ ...FROZEN, frozenBy: 'olu' }));
    for (const _ of [1, 2, 3]) {
      await post.round();
      post.clock.move(HOUR);
    }
    expect(post.transport.came).toHaveLength(1);
    const [text = ''] = post.transport.texts();
    expect(text).toContain('Frozen: Mid-year progress report');
    expect(text).toContain('Version 2 was frozen.');
    expect(text).toContain(`${SITE_URL}/reports/mid-year-progress.2027-28.Q1`);
    expect(text).not.toContain('olu');
    lines(line({ ...FROZEN, version: 3, frozenAt: '2027-06-04T16:00:00Z' }));
    post.clock.move(24 * HOUR);
    await post.round();
    expect(post.transport.came).toHaveLength(2);
  });

  it('come when a draft waits on the morning after its period, and not before', async () => {
    lines(line({}));
    await post.round();
    expect(post.transport.came).toEqual([]);
    // From 3 June at 1pm to 1 July at 8am.
    post.clock.move(27 * 24 * HOUR + 19 * HOUR);
    await post.round();
    expect(post.transport.texts().join()).toContain('Waits to be frozen: Mid-year progress report');
  });

  it('are none from before somebody followed them, nor of the time in which it rested', async () => {
    lines(line({ ...FROZEN, frozenAt: '2027-06-03T11:00:00Z' }));
    await post.round();
    const [{ id } = { id: '' }] = await post.desk.subscriptions.list(ANA);
    await post.desk.subscriptions.pause(ANA, id);
    post.clock.move(48 * HOUR);
    lines(line(FROZEN));
    await post.round();
    await post.desk.subscriptions.goOn(ANA, id);
    post.clock.move(HOUR);
    await post.round();
    expect(post.transport.came).toEqual([]);
  });

  it('are not asked for where nobody follows them, and hold nothing up where they cannot be had', async () => {
    answers.ReportNews = new GatewayRefusal('SUBGRAPH_UNAVAILABLE', 'down');
    await post.subscribed();
    post.clock.move(4 * 24 * HOUR);
    await post.round();
    expect(post.transport.came).toHaveLength(1);
    const [news] = (await post.desk.subscriptions.list(ANA)).filter(({ kind }) => kind === 'REPORTS');
    await post.desk.subscriptions.end(ANA, news?.id ?? '');
    expect(await queueNews(post.sending)).toBe(0);
  });

  it('wait where what they tell is undone before they go', async () => {
    post.clock.move(24 * HOUR);
    lines(line(FROZEN));
    post.transport.answers.push({ state: 'LATER', says: 'Wait.', isOfServer: false });
    await post.round();
    lines();
    post.clock.move(HOUR);
    await post.round();
    expect(post.transport.came).toEqual([]);
    expect(await askNews(post.sending)).toEqual([]);
  });

  it('are told to each who follows them', async () => {
    await post.confirmed(DEE);
    await post.desk.subscriptions.add(DEE, { kind: 'REPORTS' });
    post.clock.move(24 * HOUR);
    lines(line(FROZEN));
    await post.round();
    expect(post.transport.came.map(({ to }) => to).sort()).toEqual([
      'ana@example.gov.uk',
      'dee@example.gov.uk',
    ]);
  });

  it('are none where there are no reports', () => {
    expect(reportNews({ reports: null }, new Date())).toEqual([]);
  });
});
