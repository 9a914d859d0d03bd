import { ANA, DEE, type TestPost, testPost } from './testing-post';

const linkIn = (text = ''): string => /\/post\/confirm\?link=([\w-]+)/.exec(text)?.[1] ?? '';

describe('an address for mail', () => {
  let post: TestPost;
  beforeEach(async () => {
    post = await testPost();
  });
  afterEach(() => post.stop());
  const asked = async (owner = ANA, address = 'ana@example.gov.uk') => {
    const outcome = await post.desk.addresses.ask(owner, address);
    await post.round();
    return outcome;
  };

  it('is one’s own by a link in a mail that says nothing else, and names nobody', async () => {
    expect(await asked()).toBe('ASKED');
    expect(await post.desk.addresses.find(ANA)).toMatchObject({ state: 'UNCONFIRMED' });
    const [text = ''] = post.transport.texts();
    expect(post.transport.came.map(({ to }) => to)).toEqual(['ana@example.gov.uk']);
    expect(text).not.toMatch(/Whitfield|List-Unsubscribe/);
    expect(await post.desk.addresses.confirm(ANA, linkIn(text))).toBe(true);
    expect(await post.desk.addresses.find(ANA)).toMatchObject({ state: 'CONFIRMED' });
    expect(await post.desk.addresses.confirm(ANA, linkIn(text))).toBe(true);
  });

  it('is not another’s, whoever has the link', async () => {
    await asked();
    await asked(DEE, 'dee@example.gov.uk');
    const [ofAna, ofDee] = post.transport.texts().map(linkIn);
    expect(await post.desk.addresses.confirm(DEE, ofAna ?? '')).toBe(false);
    expect(await post.desk.addresses.confirm(ANA, ofDee ?? '')).toBe(false);
    expect(await post.desk.addresses.confirm(ANA, 'made-up')).toBe(false);
    expect(await post.desk.addresses.find(DEE)).toMatchObject({ state: 'UNCONFIRMED' });
  });

  it('is not confirmed by the link of an address before it, nor after a day', async () => {
    await asked();
    await asked(ANA, 'ana.new@example.gov.uk');
    const [old, now] = post.transport.texts().map(linkIn);
    expect(await post.desk.addresses.confirm(ANA, old ?? '')).toBe(false);
    post.clock.move(24 * 60);
    expect(await post.desk.addresses.confirm(ANA, now ?? '')).toBe(false);
  });

  it('is asked for once by a form that is sent twice, and stays confirmed by a third', async () => {
    await post.desk.addresses.ask(ANA, 'ana@example.gov.uk');
    expect(await post.desk.addresses.ask(ANA, 'Ana@Example.gov.uk')).toBe('HOLDS');
    await post.round();
    expect(post.transport.came).toHaveLength(1);
    await post.desk.addresses.confirm(ANA, linkIn(post.transport.texts()[0]));
    expect(await asked()).toBe('HOLDS');
    expect(post.transport.came).toHaveLength(1);
  });

  it('gets three links an hour at most, from one person and from all', async () => {
    for (const _ of [1, 2, 3]) expect(await asked()).toBe('ASKED');
    expect(await asked()).toBe('TOO_OFTEN');
    expect(await asked(DEE)).toBe('TOO_OFTEN');
    expect(await asked(DEE, 'dee@example.gov.uk')).toBe('ASKED');
    post.clock.move(61);
    expect(await asked()).toBe('ASKED');
    expect(post.transport.came).toHaveLength(5);
  });

  it('gets nothing more once another takes its place, until that one is confirmed', async () => {
    await post.confirmed();
    await post.subscribed();
    await post.desk.addresses.ask(ANA, 'ana.new@example.gov.uk');
    post.clock.move(20 * 24 * 60);
    await post.round();
    expect(post.transport.came.map(({ to }) => to)).not.toContain('ana@example.gov.uk');
  });

  it('is removed with what is on its way there, and after a week where nobody confirmed it', async () => {
    await post.confirmed();
    await post.subscribed();
    await post.desk.addresses.remove(ANA);
    expect(await post.desk.addresses.find(ANA)).toBeNull();
    await asked(DEE, 'dee@example.gov.uk');
    post.clock.move(8 * 24 * 60);
    await post.round();
    expect(await post.desk.addresses.find(DEE)).toBeNull();
    expect(post.transport.came.map(({ to }) => to)).toEqual(['dee@example.gov.uk']);
  });

  it('stays its owner’s in the database, and so does what they get', async () => {
    await post.confirmed();
    const { id } = await post.subscribed();
    expect(await post.desk.addresses.find({ subject: 'ana', role: 'admin' })).not.toBeNull();
    expect(await post.desk.subscriptions.list({ subject: 'dee', role: 'admin' })).toEqual([]);
    for (const command of ['pause', 'goOn', 'end'] as const)
      expect(await post.desk.subscriptions[command](DEE, id)).toBe(false);
    expect(await post.desk.subscriptions.list(ANA)).toHaveLength(1);
  });
});
