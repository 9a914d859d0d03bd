import path from 'node:path';
import { dirtOf } from '../../demo/dirt';
import { generateOmbudsman, registerRows } from '../../demo/ombudsman/generate-ombudsman';
import { startTestProduct, type TestProduct, TODAY } from '../../scripts/testing/test-product';
import { type CaseDivision, caseFiguresBy, recountRegister } from '../recount/ombudsman';

const EXTRACTS = path.join(__dirname, '../../demo/extracts');
const extract = (file: string) => path.join(EXTRACTS, file);

interface Case {
  readonly id: string;
  readonly reference: string;
  readonly ourReference: string | null;
  readonly stream: string | null;
  readonly partner: string | null;
  readonly complaint: { readonly id: string; readonly references: readonly string[] } | null;
}
interface Counted {
  readonly edges: readonly {
    readonly node: {
      readonly id: string;
      readonly complaint: { readonly id: string } | null;
      readonly ombudsmanCase: Case;
    };
  }[];
  readonly totalCount: number;
}

const CASE = 'id reference ourReference stream partner complaint { id references }';
const CASES = `{ list: counted(measure: REFERRED_TO_OMBUDSMAN, first: 200) {
  totalCount edges { node { id reference stage on complaint { id } ombudsmanCase { ${CASE} } } }
} }`;

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
  // The register first: its cases wait for their complaints.
  await product.load('ombudsman', extract('ombudsman-register.xlsx'));
  await product.load('corporate-crm', extract('corporate-crm.csv'));
  await product.load('adults', extract('adults-social-care.csv'));
  await product.load('childrens', extract('childrens-cloud.jsonl'));
});
afterAll(() => product.stop());
beforeEach(() => product.asked.clear());

const asked = () => Object.fromEntries(product.asked);

async function casesFor(role: string): Promise<Counted> {
  const { data, errors } = await product.ask<{ list: Counted }>(role, CASES);
  expect(errors).toBeUndefined();
  return data.list;
}

describe('the register’s cases beside the streams’ complaints', () => {
  it('are joined by our reference, though they came first', async () => {
    const { edges, totalCount } = await casesFor('analyst');
    expect(totalCount).toBe(89);
    const cases = edges.map(({ node }) => node.ombudsmanCase);
    const council = cases.filter(({ stream, ourReference }) => stream !== null && ourReference !== null);
    expect(council.length).toBeGreaterThan(70);
    for (const { ourReference, complaint } of council) expect(complaint?.references).toContain(ourReference);
    for (const one of cases.filter((each) => !council.includes(each))) expect(one.complaint).toBeNull();
    for (const { node } of edges) expect(node.complaint?.id).toBe(node.ombudsmanCase.complaint?.id);
  });

  it('come from a figure with their complaints by one request to each subgraph', async () => {
    await casesFor('analyst');
    expect(asked()).toEqual({ insight: 1, ombudsman: 1, corporate: 1, adults: 1, childrens: 1 });
  });

  it('come from a list of complaints of all streams by one request to each subgraph', async () => {
    const { data, errors } = await product.ask<{
      complaints: { edges: { node: { __typename: string; ombudsmanCases: { reference: string }[] } }[] };
    }>(
      'analyst',
      `{ complaints(first: 200, where: { receivedFrom: "2019-04-01" }) { edges { node {
        __typename reference ombudsmanCases { reference body remedies { text } findings { finding } }
      } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(asked()).toEqual({ insight: 1, corporate: 1, adults: 1, childrens: 1, schools: 1, ombudsman: 1 });
    const nodes = data.complaints.edges.map(({ node }) => node);
    expect(nodes).toHaveLength(200);
    const found = nodes.filter(({ ombudsmanCases }) => ombudsmanCases.length > 0);
    expect(new Set(found.map(({ __typename }) => __typename)).size).toBeGreaterThan(1);
    expect(nodes.some(({ ombudsmanCases }) => ombudsmanCases.length === 0)).toBe(true);
  });

  it('lead from a case to its complaint and back', async () => {
    const { edges } = await casesFor('analyst');
    const one = edges.map(({ node }) => node.ombudsmanCase).find(({ complaint }) => complaint !== null);
    const { data } = await product.ask<{ ombudsmanCase: { complaint: { ombudsmanCases: Case[] } } }>(
      'analyst',
      'query ($id: ID!) { ombudsmanCase(id: $id) { complaint { reference ombudsmanCases { id } } } }',
      { id: one?.id },
    );
    expect(data.ombudsmanCase.complaint.ombudsmanCases).toContainEqual({ id: one?.id });
  });
});

describe('the list of cases', () => {
  const listed = async (role: string, where: string) => {
    const { data, errors } = await product.ask<{ ombudsmanCases: { totalCount: number } }>(
      role,
      `{ ombudsmanCases(where: ${where}) { totalCount } }`,
    );
    expect(errors).toBeUndefined();
    return data.ombudsmanCases.totalCount;
  };

  it('has as many as the figures count, of a year and of a stream', async () => {
    const { data } = await product.ask<{ measures: { rows: Record<string, unknown>[] } }>(
      'analyst',
      `{ measures(by: [STREAM], where: { financialYears: ["2021-22"] }) {
        rows { stream referredToOmbudsman upheldByOmbudsman } } }`,
    );
    const figures = data.measures.rows.filter(({ referredToOmbudsman }) => Number(referredToOmbudsman) > 0);
    expect(figures.length).toBeGreaterThan(2);
    for (const { stream, referredToOmbudsman, upheldByOmbudsman } of figures) {
      if (stream === null) continue;
      const year = (name: string) => `${name}From: "2021-04-01", ${name}To: "2022-03-31"`;
      const of = `streams: [${stream}]`;
      expect(await listed('analyst', `{ ${of}, ${year('received')} }`)).toBe(referredToOmbudsman);
      expect(await listed('analyst', `{ ${of}, upheld: true, ${year('decided')} }`)).toBe(upheldByOmbudsman);
    }
  });

  it('leads to complaints, by one request to each subgraph', async () => {
    const { data, errors } = await product.ask<{ ombudsmanCases: { edges: { node: Case }[] } }>(
      'analyst',
      `{ ombudsmanCases(where: { awaitingReply: true }, orderBy: { field: REPLY_DUE_ON }) {
        edges { node { ${CASE} replyDueOn replySentOn decidedOn } } } }`,
    );
    expect(errors).toBeUndefined();
    const { edges } = data.ombudsmanCases;
    expect(edges.some(({ node }) => node.complaint !== null)).toBe(true);
    for (const { node } of edges) expect(node).toMatchObject({ replySentOn: null, decidedOn: null });
    expect(asked()).toMatchObject({ ombudsman: 1, corporate: 1 });
  });

  it('is for a partner a list of its own, and for those who may not, refused', async () => {
    const everyone = await listed('analyst', '{}');
    const own = await listed('partner', '{}');
    expect(everyone).toBe(89);
    expect(own).toBe((await casesFor('partner')).totalCount);
    expect(await listed('partner', '{ streams: [CORPORATE] }')).toBe(0);
    for (const [role, code] of [
      ['auditor', 'FORBIDDEN'],
      [null, 'UNAUTHENTICATED'],
    ] as const) {
      const { data, errors } = await product.ask<{ ombudsmanCases?: object } | null>(
        role,
        '{ ombudsmanCases { totalCount } }',
      );
      expect(data?.ombudsmanCases ?? null).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code } }]);
    }
  });
});

describe('who sees which cases', () => {
  it('a partner: its own, without a complaint of the council', async () => {
    const { edges, totalCount } = await casesFor('partner');
    expect(totalCount).toBe(edges.length);
    expect(edges.length).toBeGreaterThan(0);
    for (const { node } of edges) {
      expect(node.ombudsmanCase).toMatchObject({
        ...{ stream: null, partner: 'stockport-homes', complaint: null },
      });
    }
    const { data } = await product.ask<{ measures: object }>(
      'partner',
      '{ measures(by: [STREAM]) { rows { stream referredToOmbudsman upheldByOmbudsman } } }',
    );
    expect(data.measures).toEqual({
      rows: [{ stream: null, referredToOmbudsman: totalCount, upheldByOmbudsman: null }],
    });
  });

  it('a partner: no case of the council by its id either', async () => {
    const council = (await casesFor('analyst')).edges.find(({ node }) => node.ombudsmanCase.partner === null);
    const query = 'query ($id: ID!) { ombudsmanCase(id: $id) { reference } }';
    const { data } = await product.ask<object>('partner', query, { id: council?.node.id });
    expect(data).toEqual({ ombudsmanCase: null });
  });

  it('an auditor: none', async () => {
    const { data, errors } = await product.ask('auditor', '{ ombudsmanCase(id: "ombudsman-a") { id } }');
    expect(data).toEqual({ ombudsmanCase: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('the register, loaded again', () => {
  it('changes nothing', async () => {
    const before = await casesFor('analyst');
    expect(await product.load('ombudsman', extract('ombudsman-register.xlsx'))).toEqual({
      ...{ read: 89, loaded: 0, updated: 0, copies: 89, leftOut: 0, quarantined: 0 },
    });
    expect(await casesFor('analyst')).toEqual(before);
  });
});

/** Faults are shown to whoever is cleared for the row's stream; those of a row of no stream to admins alone. */
async function expectOwners(other: TestProduct): Promise<void> {
  const ownersFor = async (role: string) => {
    const { data } = await other.ask<{ faults: { edges: { node: { owner: string | null } }[] } }>(
      role,
      '{ faults(where: { sources: ["ombudsman"] }, first: 200) { edges { node { owner } } } }',
    );
    return new Set(data.faults.edges.map(({ node }) => node.owner));
  };
  const streams = ['corporate', 'adults', 'childrens', 'schools'];
  for (const owner of await ownersFor('officer')) expect(streams).toContain(owner);
  for (const owner of await ownersFor('admin')) expect([...streams, null]).toContain(owner);
  expect((await ownersFor('officer')).size).toBeGreaterThan(1);
}

const DIVISIONS: Readonly<Record<CaseDivision, string>> = {
  ...{ stream: 'STREAM', financialYear: 'FINANCIAL_YEAR', quarter: 'QUARTER', month: 'MONTH' },
};
const NAMES = Object.keys(DIVISIONS) as CaseDivision[];
const QUESTION = `{ ${NAMES.map(
  (name) => `${name}: measures(by: [${DIVISIONS[name]}]) {
    rows { ${name} referredToOmbudsman upheldByOmbudsman }
  }`,
).join('\n')} }`;
const asText = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

describe.each([
  { seed: 42, rows: 900, dirt: dirtOf(3), from1904: true },
  { seed: 43, rows: 1_200, dirt: dirtOf(30) },
])('a register with other totals: seed $seed', (request) => {
  let other: TestProduct;
  beforeAll(async () => {
    other = await startTestProduct();
  });
  afterAll(() => other.stop());

  it('is accounted for after an earlier one, and gives every figure that counting both anew gives', async () => {
    const before = { ...request, rows: request.rows / 4 };
    const earlier = recountRegister(registerRows(before), TODAY);
    const { counts, cases, held } = recountRegister(registerRows(request), TODAY, earlier.held);
    expect(await other.loadText('ombudsman', generateOmbudsman(before))).toEqual(earlier.counts);
    expect(await other.loadText('ombudsman', generateOmbudsman(request))).toEqual(counts);
    const { data } = await other.ask<Record<CaseDivision, { rows: object[] }>>('analyst', QUESTION);
    for (const name of NAMES) {
      expect(asText(data[name].rows)).toEqual(asText(caseFiguresBy(cases, name)));
    }
    expect(cases.filter(({ upheld }) => upheld).length).toBeGreaterThan(20);
    await expectOwners(other);
    const again = recountRegister(registerRows(request), TODAY, held);
    expect(again.counts).toMatchObject({ loaded: 0, updated: 0 });
    expect(await other.loadText('ombudsman', generateOmbudsman(request))).toEqual(again.counts);
  });
});
