import fc from 'fast-check';
import type { KeptOmbudsmanCase } from '../../../contracts/records/ombudsman-case';
import type { TestDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { subgraph } from '../subgraph';
import { keep, kept, ombudsmanDatabase, reached } from '../testing';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

const TODAY = '2021-10-15';
const DAYS = ['2021-04-01', '2021-10-14', TODAY, '2021-10-16', '2022-01-31'] as const;

const day = fc.option(fc.constantFrom(...DAYS), { nil: null, freq: 2 });
const remedy = fc.record({ text: fc.constant('Apology'), dueOn: day, doneOn: day });
const aCase = (place: number): fc.Arbitrary<KeptOmbudsmanCase> =>
  fc
    .record({
      body: fc.constantFrom('LGSCO' as const, 'HOUSING' as const),
      stream: fc.constantFrom('CORPORATE', 'SCHOOLS', null),
      receivedOn: fc.constantFrom('2021-04-01', '2021-04-02', '2021-05-03'),
      replyDueOn: day,
      replySentOn: day,
      decidedOn: day,
      decision: fc.constantFrom('Upheld: delay', 'Not upheld', null),
      remedies: fc.array(remedy, { maxLength: 3 }),
      categories: fc.subarray(['SERVICE_FAILURE', 'MALADMINISTRATION'] as const),
    })
    .map(({ categories, ...given }) => {
      const isOfLgsco = given.body === 'LGSCO';
      const upheld = isOfLgsco && given.decision !== null ? given.decision.startsWith('Upheld') : null;
      return kept({
        ...{ ...given, referenceKey: String(place), upheld },
        ...{ partner: isOfLgsco || place % 2 === 0 ? null : 'stockport-homes' },
        lgscoDecision: upheld === null ? null : upheld ? 'UPHELD' : 'NOT_UPHELD',
        findings: isOfLgsco
          ? []
          : categories.map((category) => ({ issue: null, finding: category, category })),
      });
    });
const CASES = [
  ...Array.from(
    { length: 130 },
    (_, place) => fc.sample(aCase(place), { numRuns: 1, seed: place })[0] ?? kept(),
  ),
  // What waits for a reply of ours, on either side of the day that a register may reach.
  ...['2021-04-01', '2021-10-14'].map((replyDueOn) => kept({ referenceKey: replyDueOn, replyDueOn })),
];
const COUNT = CASES.length;

let database: TestDatabase;
let part: ServedPart;
beforeAll(async () => {
  database = await ombudsmanDatabase();
  await keep(database, ...CASES);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('ombudsman'), today: TODAY },
    person: { subject: 'ana', role: 'analyst' },
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});

type Filter = Readonly<Record<string, unknown>>;
interface Page {
  readonly asAt: string;
  readonly edges: readonly { readonly node: { readonly reference: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

const ENUMS = new Set(['bodies', 'streams', 'lgscoDecisions', 'housingFindings']);
const argumentOf = (where: Filter): string => {
  const parts = Object.entries(where).map(([name, value]) => {
    const written = JSON.stringify(value);
    return `${name}: ${ENUMS.has(name) ? written.replaceAll('"', '') : written}`;
  });
  return `{ ${parts.join(', ')} }`;
};

const ask = (args: string, as = {}) =>
  part.ask(
    `{ page: ombudsmanCases(${args}) { asAt edges { node { reference } } pageInfo { hasNextPage endCursor } totalCount } }`,
    as,
  );

async function walk(args: string, first: number, as = {}): Promise<string[]> {
  const found: string[] = [];
  let after = '';
  for (;;) {
    const { data, errors } = await ask(`${args}, first: ${first}${after}`, as);
    expect(errors).toBeUndefined();
    const { page } = data as { page: Page };
    found.push(...page.edges.map(({ node }) => node.reference));
    after = `, after: "${page.pageInfo.endCursor}"`;
    if (page.pageInfo.hasNextPage) continue;
    expect(page).toMatchObject({ totalCount: found.length, asAt: TODAY });
    return found;
  }
}

const isWithin = (day: string | null, from: unknown, to: unknown): boolean =>
  (from === undefined && to === undefined) ||
  (day !== null && String(from ?? '0') <= day && day <= String(to ?? '9999'));
const isLate = (due: string | null) => due !== null && due < TODAY;
const agrees = (asked: unknown, is: boolean) => asked === undefined || asked === is;
const holds = (asked: unknown, value: string | null) =>
  asked === undefined || (asked as unknown[]).includes(value);

/** The filter written plainly. */
function passes(one: KeptOmbudsmanCase, where: Filter): boolean {
  const isDecided = one.decidedOn !== null || one.decision !== null;
  const waits = one.replySentOn === null && !isDecided;
  const asksRemedy = ['remedyDueFrom', 'remedyDueTo'].some((name) => where[name] !== undefined);
  const remedies = one.remedies.filter(
    ({ dueOn, doneOn }) =>
      isWithin(dueOn, where.remedyDueFrom, where.remedyDueTo) &&
      (where.remedyOutstanding !== true || doneOn === null) &&
      (where.remedyOverdue !== true || (doneOn === null && isLate(dueOn))),
  );
  const asksOne = asksRemedy || where.remedyOutstanding === true || where.remedyOverdue === true;
  return (
    holds(where.bodies, one.body) &&
    holds(where.streams, one.stream) &&
    holds(where.lgscoDecisions, one.lgscoDecision) &&
    (where.housingFindings === undefined ||
      one.findings.some(({ category }) => holds(where.housingFindings, category))) &&
    isWithin(one.receivedOn, where.receivedFrom, where.receivedTo) &&
    isWithin(one.decidedOn, where.decidedFrom, where.decidedTo) &&
    isWithin(one.replyDueOn, where.replyDueFrom, where.replyDueTo) &&
    agrees(where.decided, isDecided) &&
    (where.upheld === undefined || one.upheld === where.upheld) &&
    agrees(where.awaitingReply, waits) &&
    agrees(where.replyOverdue, waits && isLate(one.replyDueOn)) &&
    (!asksOne || remedies.length > 0) &&
    (where.remedyOutstanding !== false || one.remedies.every(({ doneOn }) => doneOn !== null)) &&
    (where.remedyOverdue !== false || !one.remedies.some((r) => r.doneOn === null && isLate(r.dueOn)))
  );
}

describe('the list of ombudsmen’s cases', () => {
  const flag = fc.boolean();
  const from = fc.constantFrom('2021-04-01', '2021-10-14');
  const to = fc.constantFrom(TODAY, '2022-01-31');
  const parts = {
    bodies: fc.constantFrom(['LGSCO'], ['HOUSING', 'LGSCO']),
    streams: fc.constantFrom(['SCHOOLS'], ['CORPORATE', 'SCHOOLS']),
    lgscoDecisions: fc.constantFrom(['UPHELD'], ['UPHELD', 'NOT_UPHELD']),
    housingFindings: fc.constantFrom(['SERVICE_FAILURE'], ['MALADMINISTRATION', 'WITHDRAWN']),
    ...{ receivedFrom: fc.constant('2021-04-02'), receivedTo: fc.constant('2021-04-30') },
    ...{ decided: flag, decidedFrom: from, decidedTo: to, upheld: flag },
    ...{ awaitingReply: flag, replyOverdue: flag, replyDueFrom: from, replyDueTo: to },
    ...{ remedyOutstanding: flag, remedyOverdue: flag, remedyDueFrom: from, remedyDueTo: to },
  };
  const aFilter = fc
    .tuple(fc.record<Filter>(parts), fc.subarray(Object.keys(parts), { minLength: 1, maxLength: 3 }))
    .map(([all, names]): Filter => Object.fromEntries(names.map((name) => [name, all[name]])));

  it('holds what the filter says, once each and by the day received, and counts as many', async () => {
    const found: number[] = [];
    await fc.assert(
      fc.asyncProperty(aFilter, fc.integer({ min: 5, max: 60 }), async (where, first) => {
        const expected = CASES.filter((one) => passes(one, where));
        const listed = await walk(`where: ${argumentOf(where)}`, first);
        expect([...listed].sort()).toEqual(expected.map(({ reference }) => reference).sort());
        const days = listed.map(
          (reference) => CASES.find((one) => one.reference === reference)?.receivedOn ?? '',
        );
        expect(days).toEqual([...days].sort());
        found.push(listed.length);
      }),
      { numRuns: 80, seed: 5 },
    );
    expect(found.filter((length) => length > 0).length).toBeGreaterThan(50);
  });

  it('goes by the due day of the reply or the day of the decision, those without it last either way', async () => {
    for (const [field, dayOf] of [
      ['REPLY_DUE_ON', (one: KeptOmbudsmanCase) => one.replyDueOn],
      ['DECIDED_ON', (one: KeptOmbudsmanCase) => one.decidedOn],
    ] as const) {
      for (const direction of ['ASC', 'DESC']) {
        const listed = await walk(`orderBy: { field: ${field}, direction: ${direction} }`, 17);
        const days = listed.map((reference) => {
          const one = CASES.find((given) => given.reference === reference);
          return one === undefined ? null : dayOf(one);
        });
        const known = days.filter((day) => day !== null);
        const sorted = [...known].sort();
        expect(listed).toHaveLength(COUNT);
        expect(new Set(listed).size).toBe(COUNT);
        expect(days).toEqual([
          ...(direction === 'ASC' ? sorted : sorted.reverse()),
          ...Array(COUNT - known.length).fill(null),
        ]);
      }
    }
  });

  it('has for a partner its own, whatever it asks for, and nothing for those who may not', async () => {
    const own = CASES.filter(({ partner }) => partner === 'stockport-homes').map(
      ({ reference }) => reference,
    );
    const streams = ['adults', 'childrens', 'corporate', 'schools'];
    const partner = { role: 'partner', partner: 'stockport-homes', streams };
    expect((await walk('where: {}', 50, partner)).sort()).toEqual(own.sort());
    const ownDecided = CASES.filter((one) => one.partner !== null && passes(one, { decided: true }));
    expect((await walk('where: { decided: true }', 50, partner)).sort()).toEqual(
      ownDecided.map(({ reference }) => reference).sort(),
    );
    for (const as of [{ role: 'partner', partner: 'another' }, { role: 'partner' }, { role: 'auditor' }])
      expect(await walk('where: {}', 50, as)).toEqual([]);
    for (const role of ['manager', 'officer', 'admin'])
      expect(await walk('where: {}', 200, { role })).toHaveLength(COUNT);
  });

  it.each([
    ['where: { bodies: [] }', '`where.bodies` is empty'],
    ['where: { housingFindings: [] }', '`where.housingFindings` is empty'],
    ['where: { replyDueFrom: "2021-02-30" }', '`where.replyDueFrom` is no day of the calendar'],
    ['where: { remedyDueTo: 7 }', '`where.remedyDueTo` is no day of the calendar'],
    [
      'where: { decidedFrom: "2021-05-02", decidedTo: "2021-05-01" }',
      '`where.decidedFrom` is after `where.decidedTo`',
    ],
    ['first: 0', '`first` is 0'],
    ['first: 201', '`first` is 201'],
    ['after: "x"', '`after` is no cursor of this list'],
  ])('is refused where it cannot be meant: %s', async (args, words) => {
    const { data, errors } = await ask(args);
    expect(data).toEqual({ page: null });
    expect(errors).toMatchObject([
      { message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('takes no cursor of another filter or order', async () => {
    const { data } = await ask('first: 1');
    const after = (data as { page: Page }).page.pageInfo.endCursor;
    for (const args of ['where: { decided: true }', 'orderBy: { field: RECEIVED_ON, direction: DESC }']) {
      const { errors } = await ask(`${args}, after: "${after}"`);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    }
    const same = await ask(`orderBy: { field: RECEIVED_ON }, after: "${after}"`);
    expect(same.errors).toBeUndefined();
  });
});

describe('what is overdue', () => {
  const answer = async (where: string) => {
    const { data, errors } = await part.ask(
      `{ page: ombudsmanCases(where: { ${where} }, first: 200) { asAt sources { source stream from to } totalCount edges { node { reference } } } }`,
    );
    expect(errors).toBeUndefined();
    return (data as { page: Page & { sources: object[] } }).page;
  };
  const lateOn = (asAt: string) =>
    CASES.filter(
      ({ replyDueOn, ...one }) =>
        replyDueOn !== null && replyDueOn < asAt && passes({ replyDueOn, ...one }, { awaitingReply: true }),
    ).map(({ reference }) => reference);

  it('is told of the newest day that the register reaches, and never of a day to come', async () => {
    expect(await answer('')).toMatchObject({ asAt: TODAY, sources: [] });
    await reached(database, { to: '2021-10-14' });
    const late = await answer('replyOverdue: true');
    expect(late).toMatchObject({
      asAt: '2021-10-14',
      sources: [{ source: 'ombudsman', stream: null, from: '2019-04-01', to: '2021-10-14' }],
    });
    const found = late.edges.map(({ node }) => node.reference).sort();
    expect(found).toEqual(lateOn('2021-10-14').sort());
    expect(found.length).toBeLessThan(lateOn(TODAY).length);
    await reached(database, { to: '2021-12-31' }, 2);
    expect(await answer('replyOverdue: true')).toMatchObject({
      asAt: TODAY,
      totalCount: lateOn(TODAY).length,
    });
    await reached(database, { keepers: [], from: null, to: null, loadedAt: null }, 3);
    expect(await answer('')).toMatchObject({ asAt: TODAY, sources: [] });
  });
});
