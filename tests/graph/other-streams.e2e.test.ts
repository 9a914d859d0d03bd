import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const HEADER =
  'Case Ref,Case Type,Stage,Parent Ref,Route,Date Received,Date Acknowledged,Target Date,Date Responded,Status,Closure Code,Directorate,Service,Category,Channel,Ward,Officer,School URN,School,Title,Forename,Surname,Email,Postcode,Summary,Last Updated';
const CORPORATE = 'Corporate Complaint';
const SCHOOLS = 'Schools Complaint';
const row = (
  reference: string,
  { type = CORPORATE, received = '04/05/2021', updated = '07/05/2021 10:00', theme = 'Delay' } = {},
) => `${reference},${type},1,,,${received},,,,Open,,,Parking,${theme},Letter,,,,,,,,,,,${updated}`;
const file = (...rows: string[]) => `\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`;

/** Cleared for corporate complaints alone, which nobody of the demonstration is. */
const CLEARED_FOR_ONE = {
  ...{ subject: 'otto', role: 'officer', streams: ['corporate'], services: [], partner: null },
};

const OUTCOME = '__typename ... on Amended { amendment { id state } } ... on Refusal { code message }';
const CORRECT = `mutation ($id: ID!, $cells: [CellInput!]!) {
  done: correctQuarantinedRow(id: $id, cells: $cells, reason: "Read from the letter") { ${OUTCOME} } }`;
const SEPARATE = `mutation ($id: ID!, $cells: [CellInput!]!) {
  done: separateCopy(fault: $id, cells: $cells, reason: "Two cases") { ${OUTCOME} } }`;
const CONFIRM = `mutation ($id: ID!) { done: confirmCopy(fault: $id, reason: "A copy") { ${OUTCOME} } }`;
const DISMISS = `mutation ($id: ID!) { done: dismissQuarantinedRow(id: $id, reason: "None") { ${OUTCOME} } }`;
const UNDO = `mutation ($run: ID!) { done: undoImport(run: $run, reason: "Wrong") { ${OUTCOME} } }`;

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly amendment?: { readonly id: string; readonly state: string };
}

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
  await product.loadText(
    'corporate-crm',
    file(
      row('2001', { type: SCHOOLS }),
      row('1001'),
      row('1001', { theme: 'Noise' }),
      ...['31/02/2021', '32/02/2021', '33/02/2021', '34/02/2021'].map((received, index) =>
        row(`110${index}`, { received }),
      ),
    ),
  );
});
afterAll(() => product.stop());

type As = Parameters<TestProduct['ask']>[0];
const data = async <Data>(as: As, query: string, variables: object = {}): Promise<Data> => {
  const answer = await product.ask<Data>(as, query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
};
const decide = async (as: As, mutation: string, variables: object): Promise<Outcome> =>
  (await data<{ done: Outcome }>(as, mutation, variables)).done;
const idsOf = async (list: string): Promise<string[]> => {
  const found = await data<{ list: { edges: { node: { id: string } }[] } }>(
    'officer',
    `{ list: ${list} { edges { node { id } } } }`,
  );
  return found.list.edges.map(({ node }) => node.id);
};
const openRows = () => idsOf('quarantinedRows(where: { states: [OPEN] })');
const copy = async () => (await idsOf('faults(where: { codes: ["CONFLICTING_COPY"] })'))[0];
const received = async () =>
  (
    await data<{ measures: { rows: { stream: string; received: number }[] } }>(
      'analyst',
      '{ measures(by: [STREAM]) { rows { stream received } } }',
    )
  ).measures.rows.map(({ stream, received: count }) => `${stream} ${count}`);
const state = (id: string | undefined) =>
  data('admin', 'query ($id: ID!) { amendment(id: $id) { state refusal } }', { id });
const streamOf = async (reference: string) =>
  (
    await data<{ complaint: { stream: string } | null }>(
      'admin',
      'query ($reference: String!) { complaint(reference: $reference) { stream } }',
      { reference },
    )
  ).complaint?.stream;

const cells = (reference: string, updated = '07/05/2021 10:00', more: object[] = []) => [
  { column: 'Case Ref', value: reference },
  { column: 'Last Updated', value: updated },
  { column: 'Date Received', value: '04/05/2021' },
  ...more,
];
const LATER = '09/05/2021 10:00';
const EARLIER = '01/05/2021 10:00';

describe('an officer who is cleared for one stream', () => {
  it('is asked to sign in, and has to be one', async () => {
    const [id] = await openRows();
    const fault = await copy();
    for (const [mutation, about] of [
      [CORRECT, id],
      [SEPARATE, fault],
    ] as const) {
      const variables = { id: about, cells: cells('1500') };
      expect((await product.ask(null, mutation, variables)).status).toBe(401);
      for (const role of ['analyst', 'manager', 'partner', 'auditor']) {
        const { status, errors } = await product.ask(role, mutation, variables);
        expect([role, status, errors?.[0]?.extensions.code]).toEqual([role, 403, 'FORBIDDEN']);
      }
    }
  });

  it.each([LATER, EARLIER])('replaces no record of another by a row of %s', async (updated) => {
    const before = await received();
    const [id] = await openRows();
    const corrected = await decide(CLEARED_FOR_ONE, CORRECT, { id, cells: cells('2001', updated) });
    const separated = await decide(CLEARED_FOR_ONE, SEPARATE, {
      ...{ id: await copy(), cells: cells('2001', updated) },
    });
    expect(corrected).toEqual({
      __typename: 'RecordHeld',
      code: 'RECORD_HELD',
      message: expect.stringContaining('that you may not see'),
    });
    expect(corrected.message).not.toMatch(/school|run|line|\d/i);
    expect(separated).toEqual(corrected);
    expect(await product.carryOut()).toBe(0);
    expect([await received(), await streamOf('2001')]).toEqual([before, 'SCHOOLS']);
  });

  it('is refused again when the record of another has come between, whatever its age', async () => {
    const [id] = await openRows();
    const accepted = { id, cells: cells('2002', LATER) };
    const { amendment } = await decide(CLEARED_FOR_ONE, CORRECT, accepted);
    expect(await decide(CLEARED_FOR_ONE, CORRECT, accepted)).toMatchObject({ amendment });
    await product.loadText('corporate-crm', file(row('2002', { type: SCHOOLS, updated: EARLIER })));
    expect(await product.carryOut()).toBe(1);
    expect(await state(amendment?.id)).toEqual({ amendment: { state: 'REFUSED', refusal: 'RECORD_HELD' } });
    expect([await openRows(), await streamOf('2002')]).toEqual([expect.arrayContaining([id]), 'SCHOOLS']);
  });

  it.each([
    ['the same', '1201', row('1201')],
    ['a newer state', '1202', row('1202', { updated: LATER, theme: 'Noise' })],
  ])('is refused again when %s has come between: it would be in no figure', async (_, reference, between) => {
    const [id] = await openRows();
    const asked = { id, cells: cells(reference) };
    const { amendment } = await decide(CLEARED_FOR_ONE, CORRECT, asked);
    await product.loadText('corporate-crm', file(between));
    const before = await received();
    expect(await product.carryOut()).toBe(1);
    expect(await state(amendment?.id)).toEqual({ amendment: { state: 'REFUSED', refusal: 'RECORD_HELD' } });
    expect([await openRows(), await received()]).toEqual([expect.arrayContaining([id]), before]);
    // Asked for again, it is refused at once.
    expect(await decide(CLEARED_FOR_ONE, CORRECT, asked)).toMatchObject({ code: 'RECORD_HELD' });
  });

  it('replaces an older state of their own, also when that has come between, and is answered the same again', async () => {
    const [id] = await openRows();
    const accepted = { id, cells: cells('1301', LATER) };
    const done = await decide(CLEARED_FOR_ONE, CORRECT, accepted);
    await product.loadText('corporate-crm', file(row('1301', { updated: EARLIER })));
    expect(await product.carryOut()).toBe(1);
    expect(await state(done.amendment?.id)).toEqual({ amendment: { state: 'DONE', refusal: null } });
    expect(await decide(CLEARED_FOR_ONE, CORRECT, accepted)).toMatchObject({
      amendment: { id: done.amendment?.id, state: 'DONE' },
    });
  });

  it('changes no record of another by any other decision', async () => {
    const before = await received();
    const [dismissed] = await openRows();
    expect(await decide(CLEARED_FOR_ONE, DISMISS, { id: dismissed })).toMatchObject({
      __typename: 'Amended',
    });
    expect(await decide(CLEARED_FOR_ONE, CONFIRM, { id: await copy() })).toMatchObject({
      __typename: 'Amended',
    });
    expect((await product.ask(CLEARED_FOR_ONE, UNDO, { run: '1' })).status).toBe(403);
    const word =
      'mutation { mapService(written: "x", serviceId: "parking", from: "2021-04-01") { __typename } }';
    expect((await product.ask(CLEARED_FOR_ONE, word)).status).toBe(403);
    expect(await product.carryOut()).toBe(0);
    expect(await received()).toEqual(before);
  });
});

describe('an officer who is cleared for both streams', () => {
  it('moves a complaint from one to the other, and an undo moves it back', async () => {
    const [id] = await openRows();
    const moved = await decide('officer', CORRECT, { id, cells: cells('2001', LATER) });
    expect(moved).toMatchObject({ __typename: 'Amended' });
    expect(await product.carryOut()).toBe(1);
    expect(await streamOf('2001')).toBe('CORPORATE');
    const { amendment } = await data<{ amendment: { run: string } }>(
      'officer',
      'query ($id: ID!) { amendment(id: $id) { run } }',
      { id: moved.amendment?.id },
    );
    expect(await decide('admin', UNDO, { run: amendment.run })).toMatchObject({ __typename: 'Amended' });
    await product.carryOut();
    expect([await openRows(), await streamOf('2001')]).toEqual([expect.arrayContaining([id]), 'SCHOOLS']);
  });
});
