import path from 'node:path';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const EXTRACT = path.join(__dirname, '../../demo/extracts/corporate-crm.csv');

const COMMON = `id __typename reference references stream stage status receivedOn dueOn answeredOn closedOn overdue
  service directorate outcome closureReason stages { number reference receivedOn dueOn inTime route }`;
const OWN = '... on CorporateComplaint { ward } ... on SchoolsComplaint { school { urn name } }';

interface Complaint {
  readonly id: string;
  readonly __typename: string;
  readonly reference: string;
  readonly references: string[];
  readonly stages: { number: number; reference: string }[];
}
type Found = Record<string, Complaint | null>;

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
  await product.load('corporate-crm', EXTRACT);
});
afterAll(() => product.stop());

describe('complaints of several streams in one list', () => {
  let complaints: Complaint[];
  const asked = () => Object.fromEntries(product.asked);

  beforeEach(() => product.asked.clear());

  const list = (fields: string, where = '') =>
    product.ask<{ complaints: { totalCount: number; edges: { node: Complaint }[] } }>(
      'officer',
      `{ complaints(first: 200 ${where}) { totalCount edges { node { ${fields} } } } }`,
    );

  it('have the theme and the channel by which figures divide them and lists find them', async () => {
    const { data } = await product.ask<{ measures: { rows: { theme: string; channel: string }[] } }>(
      'analyst',
      '{ measures(by: [THEME, CHANNEL]) { rows { theme channel } } }',
    );
    const named = data.measures.rows.filter((row) => !Object.values(row).includes('Not recorded'));
    expect(named.length).toBeGreaterThan(3);
    for (const { theme, channel } of named.slice(0, 4)) {
      const where = `, where: { themes: [${JSON.stringify(theme)}], channels: [${JSON.stringify(channel)}] }`;
      const { data: found } = await list('theme channel', where);
      expect(found.complaints.totalCount).toBeGreaterThan(0);
      for (const { node } of found.complaints.edges) expect(node).toEqual({ theme, channel });
    }
  });

  it('come with the fields of each stream, by one request to each subgraph', async () => {
    const { data, errors } = await list(`${COMMON} ${OWN}`);
    expect(errors).toBeUndefined();
    complaints = data.complaints.edges.map(({ node }) => node);
    expect(complaints).toHaveLength(200);
    expect(new Set(complaints.map(({ __typename }) => __typename))).toEqual(
      new Set(['CorporateComplaint', 'SchoolsComplaint']),
    );
    for (const { reference, references, stages } of complaints) {
      expect(references).toEqual(stages.map((stage) => stage.reference));
      expect(reference).toBe(references.at(-1));
    }
    expect(asked()).toEqual({ insight: 1, corporate: 1, schools: 1 });
  });

  it('come without asking a stream that none of them is of, nor any when the id is enough', async () => {
    await list('reference', 'where: { streams: [SCHOOLS] }');
    expect(asked()).toEqual({ insight: 1, schools: 1 });
    product.asked.clear();
    await list('id __typename');
    expect(asked()).toEqual({ insight: 1 });
  });

  it('come with what a figure counted, in the same way', async () => {
    const { data, errors } = await product.ask<{
      counted: { edges: { node: { stage: number; complaint: Complaint } }[] };
    }>(
      'analyst',
      `{ counted(measure: RECEIVED, first: 200) { edges { node { stage reference complaint { reference stages { number } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.counted.edges).toHaveLength(200);
    for (const { node } of data.counted.edges)
      expect(node.complaint.stages.map(({ number }) => number)).toContain(node.stage);
    expect(asked()).toEqual({ insight: 1, corporate: 1, schools: 1 });
  });

  it('are found one by one, by their id and by the reference of any stage', async () => {
    const [some] = complaints.filter(({ references }) => references.length > 1);
    const { data } = await product.ask<Found>(
      'analyst',
      `query ($id: ID!, $first: String!) { a: complaint(id: $id) { ${COMMON} } b: complaint(reference: $first) { id } }`,
      { id: some?.id, first: some?.references[0] },
    );
    expect(data.a).toMatchObject({ id: some?.id, references: some?.references });
    expect(data.b).toEqual({ id: some?.id });
  });

  it('are null where there is none, and not an object of nulls', async () => {
    const unknown = 'corporate-00000000-0000-4000-8000-000000000000';
    const { data, errors } = await product.ask<Found>(
      'analyst',
      `query ($unknown: ID!) {
        a: complaint(id: $unknown) { id reference } b: complaint(id: "transport-1") { reference }
        c: complaint(id: "nothing") { reference stages { number } } d: complaint(reference: "no such") { reference }
      }`,
      { unknown },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ a: null, b: null, c: null, d: null });
  });

  it('are asked for by exactly one of id and reference', async () => {
    for (const given of ['', '(id: "a", reference: "b")']) {
      const { status, data, errors } = await product.ask<Found>('analyst', `{ complaint${given} { id } }`);
      expect(status).toBe(200);
      expect(data).toEqual({ complaint: null });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    }
  });
});

describe('who may ask for what', () => {
  const FIGURES = '{ measures(by: [STREAM]) { rows { received } } }';
  const FACTS = '{ complaints { totalCount edges { node { reference } } } }';
  const PEOPLE = '{ complaints { edges { node { ... on CorporateComplaint { accounts { surname } } } } } }';
  const IMPORTS = '{ imports { file } }';
  const COUNTS = '{ imports { quarantined } }';
  const RULES = '{ adultsDueIfReceived(stage: 1) { answer { dueOn } } }';

  /** Whatever an answer holds but nulls. */
  const valuesIn = (data: unknown): unknown[] =>
    typeof data === 'object' && data !== null
      ? Object.values(data).flatMap(valuesIn)
      : [data].filter((value) => value !== null);

  it.each([
    ['analyst', [FIGURES, FACTS, COUNTS, RULES], [PEOPLE, IMPORTS]],
    ['manager', [FIGURES, FACTS, PEOPLE], [IMPORTS, COUNTS]],
    ['officer', [FIGURES, FACTS, PEOPLE, COUNTS], [IMPORTS]],
    // Of the council's complaints a partner sees none, and so nothing of them that could be refused.
    ['partner', [FIGURES, FACTS, PEOPLE], [IMPORTS, COUNTS]],
    ['auditor', [], [RULES, FIGURES, FACTS, PEOPLE, IMPORTS, COUNTS]],
    ['admin', [FIGURES, FACTS, IMPORTS, COUNTS], [PEOPLE]],
  ])('%s', async (role, may, mayNot) => {
    for (const query of may) {
      const { status, errors } = await product.ask(role, query);
      expect({ query, status, errors }).toEqual({ query, status: 200 });
    }
    for (const query of mayNot) {
      const { status, data, errors = [] } = await product.ask(role, query);
      const codes = [...new Set(errors.map(({ extensions }) => extensions.code))];
      expect({ query, status, codes, values: valuesIn(data) }).toEqual({
        ...{ query, status: 200, codes: ['FORBIDDEN'], values: [] },
      });
    }
  });

  it('sees when a stage would be due, by the rules of each stream', async () => {
    const DUE = 'stream rule { source } acknowledgement { dueOn } answer { dueOn holidays { day name } why }';
    const streams = ['corporate', 'adults', 'childrens', 'schools'];
    const fields = streams.map(
      (stream) => `${stream}: ${stream}DueIfReceived(stage: 1, on: "2022-09-12") { ${DUE} }`,
    );
    const { data, errors } = await product.ask<Record<string, object>>('officer', `{ ${fields.join(' ')} }`);
    expect(errors).toBeUndefined();
    const funeral = { day: '2022-09-19', name: 'State Funeral of Queen Elizabeth II' };
    expect(data).toMatchObject({
      corporate: { stream: 'CORPORATE', answer: { dueOn: '2022-09-27', holidays: [funeral] } },
      adults: { stream: 'ADULTS', acknowledgement: { dueOn: '2022-09-15' }, answer: { holidays: [] } },
      childrens: { stream: 'CHILDRENS', answer: { dueOn: '2022-09-27', holidays: [funeral] } },
      schools: { stream: 'SCHOOLS', answer: { dueOn: '2022-09-27', holidays: [funeral] } },
    });
  });

  it('is nobody who is not signed in', async () => {
    for (const query of [FIGURES, '{ __schema { types { name } } }', '{ nothing }']) {
      const { status, errors } = await product.ask(null, query);
      expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });
});
