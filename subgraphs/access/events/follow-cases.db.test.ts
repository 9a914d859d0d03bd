import { fixedClock } from '../../../platform/config/clock';
import type { Identity } from '../../../platform/identity/identity';
import { inTransaction } from '../../../platform/transaction/transaction';
import { type TestAccess, testAccess } from '../testing';
import { partnerEvents } from './follow-cases';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

let published = 0;
/** An event as the ombudsmen's part publishes it; the partner is null for a case of the council's, undefined for one that was removed. */
function caseEvent(
  id: string,
  partner: string | null | undefined,
  { stream = null, version, at = new Date() }: { stream?: string | null; version?: number; at?: Date } = {},
) {
  published += 1;
  const whole = {
    ...{
      id,
      authority: 'stockport',
      body: 'HOUSING',
      reference: 'R',
      stream,
      partner,
      receivedOn: '2021-05-03',
    },
    ...{ decidedOn: null, upheld: null, complaintId: null, remedies: [] },
  };
  return {
    ...{ kind: 'ombudsman-case-changed', subject: id, version: version ?? published, at },
    payload: partner === undefined ? { id, authority: 'stockport', takenBack: true } : whole,
    position: { xid: '7', id: String(published) },
  };
}
const follow = (...events: ReturnType<typeof caseEvent>[]) =>
  inTransaction(access.database.of('access'), { subject: 'projection', role: 'projection' }, (transaction) =>
    partnerEvents.apply(transaction, events, fixedClock('2026-11-30')),
  );

interface Page {
  readonly edges: { cursor: string; node: { id: string; kind: string; subject: string; at: string } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const as = (partner: string, streams: string[] = []): Partial<Identity> => ({
  ...{ subject: 'sid', role: 'partner', partner, streams, scopes: ['events'] },
});
const read = async (who: Partial<Identity>, paging = '(first: 200)') => {
  const { page } = await access.data<{ page: Page }>(
    `{ page: partnerEvents${paging} { edges { cursor node { id kind subject at } } pageInfo { hasNextPage endCursor } } }`,
    who,
  );
  return page;
};
const told = async (who: Partial<Identity>) =>
  (await read(who)).edges.map(({ node }) => `${node.kind} ${node.subject}`);

describe('what partners are told', () => {
  it('is what happened to their own cases, in order, and nothing of the council’s', async () => {
    await follow(caseEvent('c1', 'guests'), caseEvent('c2', null), caseEvent('c3', 'others'));
    await follow(caseEvent('c1', 'guests'), caseEvent('c1', undefined), caseEvent('c2', undefined));
    expect(await told(as('guests'))).toEqual(['CASE_RECORDED c1', 'CASE_CHANGED c1', 'CASE_REMOVED c1']);
    expect(await told(as('others'))).toEqual(['CASE_RECORDED c3']);
    expect(await told(as('nobody'))).toEqual([]);
  });

  it('holds an id that stays, the kind, the case and the moment: nothing of the case', async () => {
    const [edge] = (await read(as('others'))).edges;
    expect(edge?.node).toEqual({
      ...{ id: expect.stringMatching(/^ombudsman-7-\d+-others$/), kind: 'CASE_RECORDED', subject: 'c3' },
      at: expect.stringMatching(/Z$/),
    });
  });

  it('is told once, however often it is published, and after a rebuild', async () => {
    const first = caseEvent('d1', 'again');
    const second = caseEvent('d1', 'again');
    await follow(first, first, second);
    await follow(second);
    await inTransaction(
      access.database.of('access'),
      { subject: 'projection', role: 'projection' },
      (transaction) => partnerEvents.reset(transaction),
    );
    await follow(first, second);
    expect(await told(as('again'))).toEqual(['CASE_RECORDED d1', 'CASE_CHANGED d1']);
  });

  it('tells both where a case goes from one to the other', async () => {
    await follow(caseEvent('e1', 'from'), caseEvent('e1', 'to'), caseEvent('e1', null));
    expect(await told(as('from'))).toEqual(['CASE_RECORDED e1', 'CASE_REMOVED e1']);
    expect(await told(as('to'))).toEqual(['CASE_RECORDED e1', 'CASE_REMOVED e1']);
  });

  it('leaves out what is of a stream that was not agreed', async () => {
    await follow(
      caseEvent('f1', 'narrow', { stream: 'ADULTS' }),
      caseEvent('f2', 'narrow', { stream: 'SCHOOLS' }),
    );
    expect(await told(as('narrow', ['schools']))).toEqual(['CASE_RECORDED f2']);
  });

  it('is older than thirty days nowhere', async () => {
    const days = (number: number) => new Date(Date.now() - number * 86_400_000);
    await follow(caseEvent('g1', 'old', { at: days(31) }), caseEvent('g2', 'old', { at: days(29) }));
    expect(await told(as('old'))).toEqual(['CASE_RECORDED g2']);
  });
});

describe('reading on', () => {
  it('gives each once from page to page, and the same again from the same cursor', async () => {
    await follow(...Array.from({ length: 25 }, (_, place) => caseEvent(`h${place}`, 'many')));
    const seen: string[] = [];
    const cursors: string[] = [];
    for (let after = ''; ; after = `, after: "${cursors.at(-1)}"`) {
      const { edges, pageInfo } = await read(as('many'), `(first: 10${after})`);
      seen.push(...edges.map(({ node }) => node.subject));
      cursors.push(pageInfo.endCursor ?? '');
      if (!pageInfo.hasNextPage) break;
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, place) => `h${place}`));
    const { edges } = await read(as('many'), `(first: 3, after: "${cursors[0]}")`);
    expect(edges.map(({ node }) => node.subject)).toEqual(['h10', 'h11', 'h12']);
    await follow(caseEvent('h25', 'many'));
    const newer = await read(as('many'), `(after: "${cursors.at(-1)}")`);
    expect(newer.edges.map(({ node }) => node.subject)).toEqual(['h25']);
  });

  it('from another’s cursor gives one’s own alone, and from one that is made up nothing', async () => {
    const cursor = (await read(as('many'), '(first: 1)')).pageInfo.endCursor;
    const { edges } = await read(as('others'), `(after: "${cursor}")`);
    expect(edges).toEqual([]);
    for (const after of ['x', 'eyJhIjoxfQ==', `${cursor}x`]) {
      const { errors } = await access.ask(`{ partnerEvents(after: "${after}") { totalCount } }`, as('many'));
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });

  it.each([
    ['a partner without them in its agreement', { ...as('many'), scopes: ['figures'] }],
    ['an analyst', { role: 'analyst', scopes: ['figures', 'facts'] }],
  ])('is closed to %s', async (_, who) => {
    const { errors } = await access.ask('{ partnerEvents { totalCount } }', who);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
