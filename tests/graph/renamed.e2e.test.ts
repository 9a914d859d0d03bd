import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const HEADER =
  'Case Ref,Case Type,Stage,Parent Ref,Route,Date Received,Date Acknowledged,Target Date,Date Responded,Status,Closure Code,Directorate,Service,Category,Channel,Ward,Officer,School URN,School,Title,Forename,Surname,Email,Postcode,Summary,Last Updated';
const row = (reference: string, { received = '04/05/2021', theme = 'Delay', type = 'Corporate' } = {}) =>
  `${reference},${type} Complaint,1,,,${received},,,,Open,,,Parking,${theme},Letter,,,,,,,,,,,07/05/2021 10:00`;
/** Two conflicting copies of one complaint, and a row in quarantine. */
const FILE = [
  HEADER,
  row('1001'),
  row('1001', { theme: 'Noise' }),
  row('2001', { type: 'Schools', received: '31/02/2021' }),
  '',
].join('\r\n');

interface Node {
  readonly id: string;
  readonly owner: string | null;
  readonly stream: string | null;
  readonly run: string | null;
  readonly import: { readonly id: string } | null;
  readonly undoes?: string | null;
  readonly undoesImport?: { readonly id: string } | null;
}
type List = { readonly edges: readonly { readonly node: Node }[] };

let product: TestProduct;
let run: string;

const ask = async <Data>(role: string, query: string, variables: object = {}): Promise<Data> => {
  const { data, errors } = await product.ask<Data>(role, query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const list = async (of: string, where = ''): Promise<readonly Node[]> => {
  const given = where === '' ? '' : `(where: { ${where} })`;
  const { found } = await ask<{ found: List }>(
    'officer',
    `{ found: ${of}${given} { edges { node { id owner stream run import { id } } } } }`,
  );
  return found.edges.map(({ node }) => node);
};

beforeAll(async () => {
  product = await startTestProduct();
  await product.loadText('corporate-crm', FILE);
  run = (await ask<{ imports: { id: string }[] }>('admin', '{ imports { id } }')).imports[0]?.id ?? '';
});
afterAll(() => product.stop());

describe('a name that is deprecated', () => {
  it.each(['faults', 'quarantinedRows'])('says of %s what the new one says', async (of) => {
    const nodes = await list(of);
    expect(nodes.length).toBeGreaterThan(0);
    for (const { owner, stream, run: before, import: now } of nodes) {
      expect([now?.id, stream?.toLowerCase()]).toEqual([before, owner ?? undefined]);
    }
    expect(nodes.map(({ stream }) => stream)).toContain(of === 'faults' ? 'CORPORATE' : 'SCHOOLS');
  });

  it('says of a lineage what the new one says', async () => {
    const { complaint } = await ask<{ complaint: { stages: object[] } }>(
      'officer',
      '{ complaint(reference: "1001") { stages { number stage lineage { owner stream run { id } import { id } } } } }',
    );
    const lineage = { owner: 'corporate', stream: 'CORPORATE', run: { id: run }, import: { id: run } };
    expect(complaint.stages).toEqual([{ number: 1, stage: 1, lineage }]);
  });

  it.each(['faults', 'quarantinedRows'])('narrows %s as the new one does', async (of) => {
    for (const [before, now, count] of [
      [`runs: ["${run}"]`, `imports: ["${run}"]`, 1],
      ['runs: ["999"]', 'imports: ["999"]', 0],
      ['owners: ["corporate", "schools"]', 'streams: [CORPORATE, SCHOOLS]', 1],
      ['owners: ["adults"]', 'streams: [ADULTS]', 0],
    ] as const) {
      const found = await list(of, now);
      expect(await list(of, before)).toEqual(found);
      expect(Math.min(found.length, 1)).toBe(count);
    }
    // All parts of a filter hold at once, whatever they are called.
    expect(await list(of, `imports: ["${run}"], runs: ["999"]`)).toEqual([]);
    expect(await list(of, 'streams: [SCHOOLS, CORPORATE], owners: ["adults"]')).toEqual([]);
  });

  it('is taken by a command as the new one is, and not beside it', async () => {
    const copy = (await list('faults', 'codes: ["CONFLICTING_COPY"]'))[0]?.id;
    const confirm = async (given: string) => {
      const query = `mutation ($id: ID!) { done: confirmCopy(${given}, reason: "A copy") { __typename } }`;
      return product.ask<{ done: unknown } | null>('officer', query, { id: copy });
    };
    expect((await confirm('faultId: $id')).data).toEqual({ done: { __typename: 'Amended' } });
    expect((await confirm('fault: $id')).data).toEqual({ done: { __typename: 'Amended' } });
    const { errors } = await confirm('fault: $id, faultId: $id');
    expect(errors).toMatchObject([
      {
        message: '`fault` is the old name of `faultId`: give `faultId` alone.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  it('says of a decision, and of what is in its way, what the new one says', async () => {
    await product.carryOut();
    const undo = (given: string) =>
      ask<{ done: object }>(
        'admin',
        `mutation ($id: ID!) { done: undoImport(${given}, reason: "Wrong") { __typename
          ... on Amended { amendment { owner stream run import { id } undoes undoesImport { id } } }
          ... on LaterRunsRest { runs { id } imports { id } } } }`,
        { id: run },
      );
    const amendment = {
      ...{ owner: null, stream: null, run: null, import: null },
      ...{ undoes: run, undoesImport: { id: run } },
    };
    const done = { done: { __typename: 'Amended', amendment } };
    expect([await undo('id: $id'), await undo('run: $id')]).toEqual([done, done]);
    expect(
      (await product.ask('admin', 'mutation { undoImport(reason: "Wrong") { __typename } }')).errors,
    ).toMatchObject([{ message: '`id` is missing.' }]);
    await product.carryOut();
    expect(await list('faults')).toEqual([]);
  });
});
