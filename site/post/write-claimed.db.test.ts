import { beginHanding, claimMail, settleMail } from './outbox';
import { createOwnMails } from './own-mails';
import { asSite } from './post-scope';
import { queueDue, queueMail } from './queue-due';
import { ANA, FIGURES, figureOf, readable, type TestPost, testPost } from './testing-post';
import { writeClaimed } from './write-claimed';

/** What a person is known by, wherever it could have been typed. */
const CANARY = 'Winterbourne';
const MONDAY = 4 * 24 * 60;

describe('what a mail says', () => {
  let post: TestPost;
  beforeEach(async () => {
    post = await testPost({
      ...FIGURES,
      // A part that answers with more than was asked for.
      Scorecards: {
        ...{ open: [], stages: [], cases: [], stageTwo: [], complainant: CANARY },
        stageOne: [figureOf('RECEIVED', 67, { complainant: CANARY, narrative: CANARY })],
      },
    });
    await post.confirmed();
  });
  afterEach(() => post.stop());

  it.each([
    ['the title of its view', `About Mrs ${CANARY}`, '/'],
    ['a part of its address that no page reads', 'Mine', `/?who=${CANARY}`],
    ['a filter of its address', 'Mine', `/?services=${CANARY}`],
    ['the place of its address', 'Mine', `/services/${CANARY}`],
    ['a measure that there is not', 'Mine', `/measures/${CANARY.toUpperCase()}`],
  ])('holds nothing that somebody typed: %s', async (_, title, address) => {
    await post.subscribed(ANA, address, title);
    post.clock.move(MONDAY);
    await post.round();
    expect(post.transport.came).toHaveLength(1);
    expect(post.transport.texts().join()).not.toMatch(/winterbourne|Whitfield/i);
    expect(post.lines.join()).not.toMatch(/winterbourne|@example/i);
  });

  it('is asked for as a program, and by questions of figures and names alone', async () => {
    await post.subscribed(ANA, '/services/highways');
    post.clock.move(MONDAY);
    await post.round();
    const asked = new Set(post.gateway.asked.map(({ operation }) => operation));
    expect([...asked].sort()).toEqual(['FilterNames', 'FilterThemes', 'Reach', 'Scorecards', 'ServiceNames']);
  });

  it('is claimed, noted and settled by one, and written the same again', async () => {
    await post.subscribed();
    post.clock.move(MONDAY);
    const now = post.clock.now();
    const queued = () => asSite(post.dataSource, (transaction) => queueDue(transaction, now));
    expect([await queued(), await queued()]).toEqual([1, 0]);
    const claimed = await asSite(post.dataSource, (transaction) => claimMail(transaction, now));
    if (claimed === null) throw new Error('Nothing was due');
    expect(await asSite(post.dataSource, (transaction) => claimMail(transaction, now))).toBeNull();
    const ids = await Promise.all([1, 2].map(() => writeClaimed(post.sending, claimed)));
    const messageIds = ids.map(
      ({ mail }) => /Message-ID: (.*)/.exec(readable(mail.raw.toString('latin1')))?.[1],
    );
    expect(messageIds[0]).toBe(messageIds[1]);
    const begin = () => asSite(post.dataSource, (transaction) => beginHanding(transaction, claimed, now));
    expect([await begin(), await begin()]).toEqual([true, false]);
    const settled = { handed: { state: 'ACCEPTED' } as const, wasBegun: true, now };
    await asSite(post.dataSource, (transaction) => settleMail(transaction, claimed, settled));
    const mails = await createOwnMails(post).recent(ANA);
    expect(mails.map(({ state }) => state)).toContain('SENT');
    const { subscription } = claimed;
    if (subscription === null) throw new Error('It is of a subscription');
    const again = { subscription, about: claimed.mail.about, now };
    await asSite(post.dataSource, (transaction) => queueMail(transaction, again));
    await post.round();
    expect(post.transport.came).toEqual([]);
  });
});
