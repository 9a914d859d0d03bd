import { GatewayRefusal } from '../gateway/refusal';
import { createPostman } from './postman';
import { ANA, DEE, FIGURES, SITE_URL, type TestPost, testPost } from './testing-post';

const DAY = 24 * 60;
const LATER = { state: 'LATER', says: 'Wait.', isOfServer: false } as const;
const stateOf = (mails: readonly { state: string; subscription_id: string | null }[]) =>
  mails.filter(({ subscription_id }) => subscription_id !== null).map(({ state }) => state);

describe('figures by mail', () => {
  let post: TestPost;
  beforeEach(async () => {
    post = await testPost();
  });
  afterEach(() => post.stop());

  /** Ana gets Highways each Monday; it is the Thursday before the first. */
  async function anaSubscribes() {
    await post.confirmed();
    return post.subscribed();
  }

  it('come on their day and not before, once, with figures, words and links', async () => {
    const { viewId } = await anaSubscribes();
    await post.round();
    expect(post.transport.came).toEqual([]);
    post.clock.move(4 * DAY);
    for (const _ of [1, 2]) await post.round();
    expect(post.transport.came.map(({ from, to }) => [from, to])).toEqual([
      ['complaints@example.gov.uk', 'ana@example.gov.uk'],
    ]);
    const [text = ''] = post.transport.texts();
    for (const part of [
      'Dashboard: complaints, July to September 2021 (Q2 2021-22)',
      'Narrowed by Service: Highways.',
      'Received at stage 1: 67',
      'Open: 40',
      'Overdue: not told',
      'Numbers from 1 to 4',
      `${SITE_URL}/views/${viewId}`,
      `${SITE_URL}/post/unsubscribe?link=`,
      '<th scope="col"',
      '<html lang="en-GB">',
    ])
      expect(text).toContain(part);
    expect(stateOf(await post.mails())).toEqual(['SENT']);
  });

  it('come once for all the weeks in which nothing ran, and then on their day again', async () => {
    await anaSubscribes();
    post.clock.move(60 * DAY);
    await post.round();
    expect(post.transport.came).toHaveLength(1);
    // 2 August 2027 was a Monday; it was 12 o'clock then.
    post.clock.move(6 * DAY);
    await post.round();
    expect(post.transport.came).toHaveLength(1);
    post.clock.move(DAY);
    await post.round();
    expect(post.transport.came).toHaveLength(2);
  });

  it('go nowhere before the address is confirmed, and then once', async () => {
    await post.desk.addresses.ask(ANA, 'ana@example.gov.uk');
    await post.subscribed();
    post.clock.move(20 * DAY);
    await post.round();
    expect(post.transport.texts().every((text) => text.includes('/post/confirm?link='))).toBe(true);
    await post.confirmed();
    await post.round();
    expect(post.transport.came).toHaveLength(1);
  });

  it.each(['pause', 'end'] as const)('stop with %s, a mail that waits among them', async (command) => {
    const { id } = await anaSubscribes();
    post.transport.answers.push(LATER);
    post.clock.move(4 * DAY);
    await post.round();
    expect(await post.desk.subscriptions[command](ANA, id)).toBe(true);
    post.clock.move(DAY);
    await post.round();
    expect(post.transport.came).toEqual([]);
  });

  it('end with their view', async () => {
    const { viewId } = await anaSubscribes();
    await post.views.remove(ANA, viewId);
    post.clock.move(4 * DAY);
    await post.round();
    expect(post.transport.came).toEqual([]);
    expect(await post.desk.subscriptions.list(ANA)).toEqual([]);
  });

  it('are one’s for each of several copies of the site', async () => {
    await post.confirmed(ANA);
    await post.confirmed(DEE);
    for (const owner of [ANA, DEE])
      for (const service of ['', '?stages=1', '?stages=2', '?quarters=Q2'])
        await post.subscribed(owner, `/${service}`, `All ${service}`);
    post.clock.move(4 * DAY);
    await Promise.all([post.round(), post.round(), post.round()]);
    expect(new Set(post.transport.came.map(({ name }) => name)).size).toBe(8);
    expect(post.transport.came).toHaveLength(8);
  });

  it('finish the mail under way when they are told to stop, and begin no other', async () => {
    await anaSubscribes();
    await post.subscribed(ANA, '/?stages=1', 'Stage 1');
    post.clock.move(4 * DAY);
    const stopping = new AbortController();
    const transport = {
      async hand(mail: Parameters<typeof post.transport.hand>[0]) {
        stopping.abort();
        return post.transport.hand(mail);
      },
    };
    await createPostman({ ...post.sending, office: { ...post.sending.office, transport } }).round(
      stopping.signal,
    );
    expect(stateOf(await post.mails()).sort()).toEqual(['SENT', 'WAITING']);
  });
});

describe('mail that cannot go', () => {
  let post: TestPost;
  const answers: Record<string, unknown> = { ...FIGURES };
  beforeEach(async () => {
    Object.assign(answers, FIGURES);
    post = await testPost(answers);
    await post.confirmed();
  });
  afterEach(() => post.stop());

  it('waits longer each time, is given up in the end, and can be sent again', async () => {
    await post.subscribed();
    post.transport.answers.push(...Array.from({ length: 7 }, () => LATER));
    post.clock.move(4 * DAY);
    for (let rounds = 0; rounds < 8; rounds += 1) {
      await post.round();
      post.clock.move(12 * 60);
    }
    expect(stateOf(await post.mails())).toEqual(['FAILED']);
    const [mail] = await post.desk.mails.recent(ANA);
    expect(mail).toMatchObject({ state: 'FAILED', failure: 'Wait.', title: 'Highways' });
    expect(await post.desk.mails.again(DEE, mail?.id ?? '')).toBe(false);
    expect(await post.desk.mails.again(ANA, mail?.id ?? '')).toBe(true);
    await post.round();
    expect(stateOf(await post.mails())).toEqual(['SENT']);
  });

  it('holds no other up', async () => {
    await post.confirmed(DEE);
    await post.subscribed(ANA, '/?stages=1');
    await post.subscribed(DEE, '/measures/RECEIVED');
    answers.Scorecards = () => {
      throw new Error('A mail that nobody can write');
    };
    post.clock.move(4 * DAY);
    await post.round();
    expect(post.transport.came.map(({ to }) => to)).toEqual(['dee@example.gov.uk']);
    expect(stateOf(await post.mails()).sort()).toEqual(['SENT', 'WAITING']);
    expect(post.lines.join('')).not.toContain('@');
  });

  it('waits for the next round where the server is gone, whoever it is to', async () => {
    await post.confirmed(DEE);
    for (const owner of [ANA, DEE]) await post.subscribed(owner);
    post.transport.answers.push({ ...LATER, isOfServer: true });
    post.clock.move(4 * DAY);
    await post.round();
    expect(post.transport.came).toEqual([]);
    await post.round();
    expect(post.transport.came).toHaveLength(1);
  });

  it('stops at an address that the server refuses, until its person confirms it anew', async () => {
    const refused = {
      state: 'REFUSED',
      of: 'ADDRESS',
      says: 'The mail server refused the address.',
    } as const;
    await post.subscribed();
    post.transport.answers.push(refused);
    post.clock.move(4 * DAY);
    await post.round();
    post.clock.move(7 * DAY);
    await post.round();
    expect(post.transport.came).toEqual([]);
    expect(await post.desk.addresses.find(ANA)).toMatchObject({
      state: 'STOPPED',
      stopped_because: refused.says,
    });
    await post.confirmed();
    await post.round();
    expect(post.transport.came).toHaveLength(1);
  });

  it('is not sent again by itself where nobody can say whether it came', async () => {
    await post.subscribed();
    post.clock.move(4 * DAY);
    const killed = { hand: () => Promise.reject(new Error('killed')) };
    await expect(
      post.round({ office: { ...post.sending.office, transport: { ...post.transport, ...killed } } }),
    ).rejects.toThrow('killed');
    expect(stateOf(await post.mails())).toEqual(['HANDING']);
    for (const minutes of [1, 5, DAY]) {
      post.clock.move(minutes);
      await post.round();
    }
    expect(post.transport.came).toEqual([]);
    const [mail] = await post.desk.mails.recent(ANA);
    expect(mail).toMatchObject({ state: 'UNSURE', failure: expect.stringContaining('Nobody can say') });
    await post.desk.mails.again(ANA, mail?.id ?? '');
    await post.round();
    expect(post.transport.came).toHaveLength(1);
  });

  it('is written again where it was killed before it went', async () => {
    await post.subscribed();
    post.clock.move(4 * DAY);
    answers.Reach = () => {
      throw new Error('killed');
    };
    await post.round();
    answers.Reach = FIGURES.Reach;
    post.clock.move(10);
    await post.round();
    expect(stateOf(await post.mails())).toEqual(['SENT']);
  });

  it.each([
    ['a service that is gone', '/services/parks', {}],
    ['a filter that names none', '/?services=Mrs+Winterbourne', {}],
    ['a measure that is gone', '/measures/PARKED', { Figures: { figures: [] } }],
  ])('tells nothing of figures where the view is of %s, and pauses', async (_, address, otherwise) => {
    Object.assign(answers, otherwise);
    await post.subscribed(ANA, address);
    post.clock.move(4 * DAY);
    await post.round();
    const [text = ''] = post.transport.texts();
    expect(text).toContain('have been paused');
    expect(text).not.toMatch(/\b67\b|\b122\b|Received|Winterbourne/);
    const [subscription] = await post.desk.subscriptions.list(ANA);
    expect(subscription).toMatchObject({
      state: 'PAUSED',
      paused_because: expect.stringContaining('not there any more'),
    });
    post.clock.move(7 * DAY);
    await post.round();
    expect(post.transport.came).toHaveLength(1);
  });

  it.each(['FilterNames', 'FilterThemes', 'Scorecards', 'Reach'])(
    'waits, and is not written without its names, where %s cannot be had',
    async (operation) => {
      answers[operation] = new GatewayRefusal('SUBGRAPH_UNAVAILABLE', 'down');
      await post.subscribed(ANA, '/?services=Mrs+Winterbourne');
      post.clock.move(4 * DAY);
      await post.round();
      if (operation === 'Scorecards') return expect(post.transport.texts().join()).not.toContain('Winterb');
      return expect([post.transport.came, stateOf(await post.mails())]).toEqual([[], ['WAITING']]);
    },
  );
});

describe('whoever may read no figures any more', () => {
  let post: TestPost;
  beforeEach(async () => {
    post = await testPost();
    await post.confirmed();
    await post.subscribed();
  });
  afterEach(() => post.stop());

  it.each(['partner', 'auditor', 'nobody'])('gets no mail: %s', async (role) => {
    await post.desk.addresses.see({ subject: 'ana', role });
    post.clock.move(4 * DAY);
    await post.round();
    expect(post.transport.came).toEqual([]);
    expect(await post.desk.addresses.find(ANA)).toMatchObject({
      state: 'STOPPED',
      stopped_because: 'Your role does not read figures any more.',
    });
    await post.desk.addresses.see(ANA);
    await post.round();
    expect(post.transport.came).toEqual([]);
  });

  it('gets none when they have not signed in for a hundred days, and again when they do', async () => {
    post.clock.move(101 * DAY);
    await post.round();
    expect(post.transport.came).toEqual([]);
    await post.desk.addresses.see(ANA);
    await post.round();
    expect(post.transport.came).toHaveLength(1);
  });
});
