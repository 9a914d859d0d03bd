import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'graphql-sse';
import { demonstrationPerson } from '../../demo/people';
import { demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { demonstrationToken } from '../../platform/identity/demonstration-token';
import { type Subscriber, subscribe } from '../../scripts/testing/subscriber';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const HEADER =
  'Case Ref,Case Type,Stage,Parent Ref,Route,Date Received,Date Acknowledged,Target Date,Date Responded,Status,Closure Code,Directorate,Service,Category,Channel,Ward,Officer,School URN,School,Title,Forename,Surname,Email,Postcode,Summary,Last Updated';
const row = (reference: string, { received = '04/05/2021', updated = '07/05/2021 10:00' } = {}) =>
  `${reference},Corporate Complaint,1,,,${received},,,,Open,,,Parking,Delay,Letter,,,,,Ms,Made,Up,,,A made-up complaint,${updated}`;
const file = (...rows: string[]) => `\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`;
const many = (from: number, count: number) =>
  file(...Array.from({ length: count }, (_, place) => row(String(from + place))));

const FIGURES = `subscription Figures($years: [String!]) {
  figuresChanged(measures: [RECEIVED], where: { streams: [CORPORATE], financialYears: $years }) {
    measure value suppressed openFaults } }`;
const OF_2021 = { years: ['2021-22'] };
const COMPLAINTS = `subscription { told: complaintChanged(stream: CORPORATE) {
  __typename id reference status stages { number reference } ombudsmanCases { id } } }`;
const PEOPLE = `subscription { told: complaintChanged(stream: CORPORATE) {
  reference ... on CorporateComplaint { accounts { surname } } } }`;

describe('subscriptions', () => {
  let product: TestProduct;
  let expiring: Promise<Subscriber>;
  const open: Subscriber[] = [];
  beforeAll(async () => {
    product = await startTestProduct();
    await product.loadText('corporate-crm', many(1000, 10));
    expiring = follow(FIGURES, { authorization: `Bearer ${await expiringToken()}`, isKept: true });
  }, 120_000);
  afterEach(() => {
    for (const subscriber of open.splice(0)) subscriber.leave();
  });
  afterAll(() => product.stop());

  interface Following {
    readonly as?: string;
    readonly authorization?: string;
    readonly variables?: object;
    readonly method?: 'GET' | 'POST';
    readonly url?: string;
    /** Whether it goes on when its test is over. */
    readonly isKept?: boolean;
  }
  const follow = async (query: string, following: Following = {}): Promise<Subscriber> => {
    const { as = 'analyst', variables = OF_2021, method = 'POST', url = product.url, isKept } = following;
    const authorization = following.authorization ?? `Bearer ${await product.token(as)}`;
    const subscriber = await subscribe({ url, authorization, query, variables, method });
    if (!isKept) open.push(subscriber);
    return subscriber;
  };
  /** Good for a few seconds, and then for those by which clocks may differ. */
  async function expiringToken(): Promise<string> {
    const { dataDirectory, token } = product.settings;
    const { privateKey } = (await demonstrationKeys({ dataDirectory })).token;
    const person = demonstrationPerson({ role: 'analyst' });
    if (person === null) throw new Error('There is no analyst');
    const clock = { now: () => new Date(Date.now() - 12 * 3_600_000 + 2_000) };
    return demonstrationToken({ person: { ...person, subject: 'soon-gone' }, privateKey, ...token, clock });
  }
  const valueIn = (told: Awaited<ReturnType<Subscriber['next']>>) => {
    const figures = told?.data?.figuresChanged;
    return Array.isArray(figures) ? figures[0]?.value : undefined;
  };
  const referenceIn = (told: Awaited<ReturnType<Subscriber['next']>>) => {
    const complaint = told?.data?.told;
    return typeof complaint === 'object' && complaint !== null && 'reference' in complaint
      ? complaint.reference
      : undefined;
  };
  const codeIn = (told: Awaited<ReturnType<Subscriber['next']>>) => told?.errors?.[0]?.extensions.code;
  const ask = async (accept: string, query: string, as = 'analyst') =>
    fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: {
        accept,
        'content-type': 'application/json',
        authorization: `Bearer ${await product.token(as)}`,
      },
      body: JSON.stringify({ query }),
    });
  const listening = async (): Promise<number> => {
    const [found]: { open: number }[] = await product.schemas
      .of('insight')
      .query(
        `select count(*)::int as open from pg_stat_activity where application_name = 'complaints changes' and datname = current_database()`,
      );
    return found?.open ?? 0;
  };

  describe('that are refused', () => {
    it('are not there for who is not signed in', async () => {
      const { status } = await follow(FIGURES, { authorization: 'Bearer nobody' });
      expect(status).toBe(401);
    });

    it.each([
      ['figures', FIGURES],
      ['complaints', COMPLAINTS],
    ])('tell %s to no role that may not ask for them', async (_, query) => {
      const subscriber = await follow(query, { as: 'auditor' });
      expect(codeIn(await subscriber.next())).toBe('FORBIDDEN');
      expect(await subscriber.next()).toBeNull();
      expect(subscriber.isComplete()).toBe(true);
    });

    it('are not open to partners, whatever they ask, by events or not', async () => {
      const events = await follow(FIGURES, { as: 'partner' });
      expect(events.status).toBe(403);
      const anything = await follow('subscription { nothingOfTheKind }', { as: 'partner' });
      expect(anything.status).toBe(403);
      const json = await ask('application/json', FIGURES, 'partner');
      expect(json.status).toBe(406);
    });

    it.each([
      [
        'asks for what there is not',
        'subscription { figuresChange(measures: []) { value } }',
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['names no figure', 'subscription { figuresChanged(measures: []) { value } }', 'BAD_USER_INPUT'],
      [
        'costs too much',
        `subscription { figuresChanged(measures: [${'RECEIVED '.repeat(4_000)}]) { value } }`,
        'GRAPHQL_VALIDATION_FAILED',
      ],
    ])('say as an event what is wrong where one %s', async (_, query, code) => {
      const subscriber = await follow(query, { variables: {} });
      expect(subscriber.status).toBe(200);
      expect(codeIn(await subscriber.next())).toBe(code);
      expect(await subscriber.next()).toBeNull();
      expect(subscriber.isComplete()).toBe(true);
    });

    it('are answered with events alone, and questions with one', async () => {
      const json = await ask('application/json', FIGURES);
      expect(json.status).toBe(406);
      expect((await json.json()).errors[0].message).toContain('text/event-stream');
      const question = await ask('text/event-stream', '{ measureDefinitions { measure } }');
      const text = await question.text();
      expect(text.match(/event: next/g)).toHaveLength(1);
      expect(text).toMatch(/event: complete\ndata:?/);
    });

    it('are so many for each caller', async () => {
      const person = { subject: 'with-many', role: 'analyst', streams: [], services: [], partner: null };
      const authorization = `Bearer ${await product.token(person)}`;
      const first = await Promise.all(Array.from({ length: 20 }, () => follow(FIGURES, { authorization })));
      expect(first.map(({ status }) => status)).toEqual(first.map(() => 200));
      const further = await follow(FIGURES, { authorization });
      expect(further.status).toBe(429);
      expect(further.headers.get('retry-after')).toBe('10');
      first[0]?.leave();
      while ((await follow(FIGURES, { authorization })).status !== 200) await wait(20);
    });
  });

  it('tell figures at once, then once for a whole import, and nothing where nothing changed', async () => {
    const [post, get, other] = await Promise.all([
      follow(FIGURES),
      follow(FIGURES, { method: 'GET' }),
      follow(FIGURES, { variables: { years: ['2020-21'] } }),
    ]);
    expect(post.headers.get('content-type')).toContain('text/event-stream');
    const before = valueIn(await post.next());
    expect([valueIn(await get.next()), valueIn(await other.next())]).toEqual([before, null]);
    await product.loadText('corporate-crm', many(1010, 300));
    expect(valueIn(await post.next())).toBe(before + 300);
    expect(valueIn(await get.next())).toBe(before + 300);
    await product.loadText('corporate-crm', many(1010, 300));
    await product.loadText('corporate-crm', file(row('1310')));
    expect(valueIn(await post.next())).toBe(before + 301);
    expect([post.unread(), other.unread()]).toEqual([0, 0]);
  }, 30_000);

  it('ask once for all who may be told the same', async () => {
    const person = (subject: number) => ({
      ...{ subject: `many-${subject % 10}`, role: 'analyst', streams: [], services: [], partner: null },
    });
    const all = await Promise.all(
      Array.from({ length: 100 }, async (_, place) =>
        follow(FIGURES, { authorization: `Bearer ${await product.token(person(place))}` }),
      ),
    );
    const before = valueIn((await Promise.all(all.map((each) => each.next())))[0] ?? null);
    const asked = product.asked.get('insight') ?? 0;
    expect(await listening()).toBeLessThanOrEqual(2);
    await product.loadText('corporate-crm', file(row('1311')));
    const told = await Promise.all(all.map((each) => each.next()));
    expect(new Set(told.map(valueIn))).toEqual(new Set([before + 1]));
    // For what all asked, and for who waits for their token to end: a few times each while a load goes on, and never a hundred times.
    expect((product.asked.get('insight') ?? 0) - asked).toBeLessThan(20);
  }, 30_000);

  it('tell each complaint that changed, with what other parts know of it, as far as the caller may see', async () => {
    const [analyst, officer, schools] = await Promise.all([
      follow(COMPLAINTS),
      follow(PEOPLE, { as: 'officer' }),
      follow(COMPLAINTS.replace('CORPORATE', 'SCHOOLS')),
    ]);
    const forbidden = await follow(PEOPLE);
    await product.loadText('corporate-crm', file(row('1312'), row('1313')));
    expect((await analyst.next())?.data).toEqual({
      told: {
        ...{ __typename: 'CorporateComplaint', id: expect.stringMatching(/^corporate-/), reference: '1312' },
        ...{ status: 'OPEN', stages: [{ number: 1, reference: '1312' }], ombudsmanCases: [] },
      },
    });
    expect(referenceIn(await analyst.next())).toBe('1313');
    expect((await officer.next())?.data).toEqual({
      told: { reference: '1312', accounts: [{ surname: 'Up' }] },
    });
    const closed = await forbidden.next();
    expect(closed?.data).toEqual({ told: { reference: '1312', accounts: null } });
    expect(codeIn(closed)).toBe('FORBIDDEN');
    expect([analyst.unread(), schools.unread()]).toEqual([0, 0]);
    const reads = `{ corporateAuditEntries(where: { actors: ["olu"], actions: [ACCOUNT_READ] }) { totalCount } }`;
    const { data } = await product.ask<{ corporateAuditEntries: { totalCount: number } }>('auditor', reads);
    expect(data.corporateAuditEntries.totalCount).toBeGreaterThanOrEqual(1);
  }, 30_000);

  it('tell nobody but those named of the people of a restricted case', async () => {
    const find = '{ complaint(reference: "1313") { id } }';
    const { data } = await product.ask<{ complaint: { id: string } }>('officer', find);
    const cora = { subject: 'cora', role: 'officer', streams: ['corporate'], services: [], partner: null };
    const [named, other] = await Promise.all([
      follow(PEOPLE, { as: 'officer' }),
      follow(PEOPLE, { authorization: `Bearer ${await product.token(cora)}` }),
    ]);
    const restrict = `mutation ($command: ID!, $id: ID!) { restrictCorporateComplaint(command: $command, id: $id,
      kind: STAFF_COMPLAINED_ABOUT, reason: "About a colleague", named: ["olu"]) { __typename } }`;
    await product.ask('officer', restrict, { command: randomUUID(), id: data.complaint.id });
    await product.carryOut();
    const changed = { received: '05/05/2021', updated: '08/05/2021 10:00' };
    await product.loadText('corporate-crm', file(row('1313', changed)));
    const people = async (of: Subscriber) => {
      let told = await of.next();
      while (of.unread() > 0) told = await of.next();
      return told?.data;
    };
    expect(await people(named)).toEqual({ told: { reference: '1313', accounts: [{ surname: 'Up' }] } });
    expect(await people(other)).toEqual({ told: { reference: '1313', accounts: [] } });
  }, 30_000);

  it('end where more complaints changed than can be told one by one, and say from when to read', async () => {
    const subscriber = await follow(COMPLAINTS);
    await product.loadText('corporate-crm', many(2000, 600));
    let last = await subscriber.next();
    while (last?.data) last = await subscriber.next();
    expect(codeIn(last)).toBe('TOO_MANY_CHANGES');
    expect(await subscriber.next()).toBeNull();
    const read = `query ($since: DateTime!) { complaints(where: { changedSince: $since }) { totalCount } }`;
    const { data } = await product.ask<{ complaints: { totalCount: number } }>('analyst', read, {
      since: last?.errors?.[0]?.extensions.changedSince,
    });
    expect(data.complaints.totalCount).toBe(600);
  }, 30_000);

  it('end with a key that is revoked, within a moment', async () => {
    const key = { name: 'A dashboard', owner: 'Ada', role: 'analyst', expiresInDays: 1 };
    const make = `mutation ($command: ID!, $key: KeyInput!) { made: createKey(command: $command, key: $key) {
      __typename ... on KeyMade { secret key { id } } ... on Refusal { message } } }`;
    const { data } = await product.ask<{ made: { secret: string; key: { id: string } } }>('admin', make, {
      ...{ command: randomUUID(), key },
    });
    const subscriber = await follow(FIGURES, { authorization: `Bearer ${data.made.secret}` });
    expect(valueIn(await subscriber.next())).toBeGreaterThan(0);
    await product.ask('admin', `mutation ($id: ID!) { revokeKey(id: $id, reason: "Lost") { __typename } }`, {
      id: data.made.key.id,
    });
    const revoked = performance.now();
    expect(codeIn(await subscriber.next())).toBe('UNAUTHENTICATED');
    expect(performance.now() - revoked).toBeLessThan(10_000);
    expect(subscriber.isComplete() || (await subscriber.next()) === null).toBe(true);
  }, 30_000);

  it('are read by a client of the protocol', async () => {
    const client = createClient({
      ...{ url: `${product.url}/graphql`, retryAttempts: 0 },
      headers: async () => ({ authorization: `Bearer ${await product.token('analyst')}` }),
    });
    const following = client.iterate({ query: FIGURES, variables: OF_2021 });
    const { value } = await following.next();
    expect(value.data.figuresChanged[0].value).toBeGreaterThan(0);
    await following.return?.();
    const faults = await client.iterate({ query: 'subscription { nothing }' }).next();
    expect(faults.value.errors).toHaveLength(1);
    client.dispose();
  });

  it('tell those who must not find people in figures what they are told otherwise, and no single change', async () => {
    // From now on the records reach into the second quarter: the first is told to them.
    await product.loadText('corporate-crm', file(row('1314', { received: '05/08/2021' })));
    const gateway = await product.further({ settings: { smallNumbers: new Map([['analyst', 5]]) } });
    const { url } = gateway;
    const [guarded, plain] = await Promise.all([follow(FIGURES, { url }), follow(FIGURES)]);
    const told = await guarded.next();
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await product.token('analyst')}`,
      },
      body: JSON.stringify({
        query: FIGURES.replace('subscription', 'query').replace('figuresChanged', 'figuresChanged: figures'),
        variables: OF_2021,
      }),
    });
    expect(told?.data).toEqual((await answer.json()).data);
    expect(valueIn(told)).toBeGreaterThan(100);
    const before = valueIn(await plain.next());
    const complaint = await follow(COMPLAINTS, { url });
    expect(codeIn(await complaint.next())).toBe('FORBIDDEN');
    await product.loadText('corporate-crm', file(row('1317', { received: '06/08/2021' })));
    expect(valueIn(await plain.next())).toBe(before + 1);
    // Asked for after the load, as often as the other: what it was told is the same.
    const later = await follow(FIGURES, { url, variables: { years: ['2021-22', '2020-21'] } });
    await later.next();
    expect(guarded.unread()).toBe(0);
    await gateway.stop();
  }, 30_000);

  it('are the same with parts apart, and end where the gateway is stopped', async () => {
    const gateway = await product.further({ isApart: true });
    const { url } = gateway;
    const [figures, complaints] = await Promise.all([follow(FIGURES, { url }), follow(COMPLAINTS, { url })]);
    const before = valueIn(await figures.next());
    await product.loadText('corporate-crm', file(row('1315')));
    expect(referenceIn(await complaints.next())).toBe('1315');
    expect(valueIn(await figures.next())).toBe(before + 1);
    await gateway.stop();
    for (const subscriber of [figures, complaints]) {
      expect(codeIn(await subscriber.next())).toBe('GOING_AWAY');
      expect(await subscriber.next()).toBeNull();
      expect(subscriber.isComplete()).toBe(true);
    }
  }, 30_000);

  it('end with a token, and leave nothing behind', async () => {
    const subscriber = await expiring;
    let last = await subscriber.next();
    while (last?.data) last = await subscriber.next();
    expect(codeIn(last)).toBe('UNAUTHENTICATED');
    expect(await subscriber.next()).toBeNull();
    while ((await listening()) > 0) await wait(20);
  }, 30_000);
});
