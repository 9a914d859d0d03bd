import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const HEADER =
  'Case Ref,Case Type,Stage,Parent Ref,Route,Date Received,Date Acknowledged,Target Date,Date Responded,Status,Closure Code,Directorate,Service,Category,Channel,Ward,Officer,School URN,School,Title,Forename,Surname,Email,Postcode,Summary,Last Updated';

const row = (
  reference: string,
  {
    type = 'Corporate Complaint',
    received = '04/05/2021',
    answered = '06/05/2021',
    updated = '07/05/2021 10:00',
    theme = 'Delay',
  } = {},
) =>
  `${reference},${type},1,,,${received},,,${answered},Closed,UPH,,Parking,${theme},Letter,,,,,,,,,,,${updated}`;
const file = (...rows: string[]) => `\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`;
/** With the line that whole exports end with. */
const whole = (...rows: string[]) => file(...rows, `Total,${rows.length}${','.repeat(24)}`);

const OUTCOME = `__typename
  ... on Amended { amendment { id kind state run reason decidedBy } }
  ... on AmendedAlready { decided { kind decidedBy } }
  ... on Refusal { code message }`;
const JUDGED = `${OUTCOME}
  ... on StillQuarantined { faults { column code } }
  ... on FaultsRemain { faults { column code } }`;
const CORRECT = `mutation ($id: ID!, $cells: [CellInput!]!, $accept: [String!], $reason: String = "Read from the letter") {
  done: correctQuarantinedRow(id: $id, cells: $cells, acceptFaults: $accept, reason: $reason) { ${JUDGED} } }`;
const DISMISS = `mutation ($id: ID!) { done: dismissQuarantinedRow(id: $id, reason: "A test") { ${OUTCOME} } }`;
const REOPEN = `mutation ($id: ID!) { done: reopenQuarantinedRow(id: $id, reason: "Not a test") { ${OUTCOME} } }`;
const CONFIRM = `mutation ($id: ID!) { done: confirmCopy(fault: $id, reason: "The later one is right") { ${OUTCOME} } }`;
const SEPARATE = `mutation ($id: ID!, $cells: [CellInput!]!) {
  done: separateCopy(fault: $id, cells: $cells, reason: "Two cases, one number") { ${JUDGED} } }`;
const UNDO = `mutation ($run: ID!) { done: undoImport(run: $run, reason: "The wrong file") { ${OUTCOME}
  ... on LaterRunsRest { runs { id kind } } } }`;

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly amendment?: { readonly id: string; readonly state: string };
  readonly runs?: readonly { readonly id: string; readonly kind: string }[];
}

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());
/** Nothing of one test is left for the next: undoing is what these tests are about. */
afterEach(async () => {
  for (const { id, state } of await imports()) {
    if (state !== 'LOADED') continue;
    expect(await decide('admin', UNDO, { run: id })).toMatchObject({ __typename: 'Amended' });
    await product.carryOut();
  }
  expect([await received(), await rows()]).toEqual([[], []]);
});

const data = async <Data>(role: string, query: string, variables: object = {}): Promise<Data> => {
  const answer = await product.ask<Data>(role, query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
};
const decide = async (role: string, mutation: string, variables: object): Promise<Outcome> =>
  (await data<{ done: Outcome }>(role, mutation, variables)).done;
const received = async (by = 'STREAM'): Promise<object[]> =>
  (
    await data<{ measures: { rows: object[] } }>(
      'analyst',
      `{ measures(by: [${by}]) { rows { ${by === 'STREAM' ? 'stream' : 'theme'} received closed } } }`,
    )
  ).measures.rows;
const rows = async (states = '') =>
  (
    await data<{ quarantinedRows: { edges: { node: { id: string; state: string } }[] } }>(
      'officer',
      `{ quarantinedRows(where: { ${states} }) { edges { node { id state line } } } }`,
    )
  ).quarantinedRows.edges.map(({ node }) => node);
const onlyRow = async (): Promise<string> => (await rows())[0]?.id ?? 'none';
const imports = async () =>
  (
    await data<{ imports: { id: string; kind: string; state: string; loaded: number; vanished: number }[] }>(
      'admin',
      '{ imports { id kind state loaded updated copies quarantined vanished undoneBy } }',
    )
  ).imports;
const copies = async () =>
  (
    await data<{ faults: { edges: { node: { id: string; state: string } }[] } }>(
      'officer',
      '{ faults(where: { codes: ["CONFLICTING_COPY"] }) { edges { node { id state } } } }',
    )
  ).faults.edges.map(({ node }) => node);

interface Lineage {
  readonly cells: { readonly column: string; readonly value: string; readonly written: string | null }[];
  readonly run: { readonly id: string };
}
const lineage = async (reference: string): Promise<Lineage | undefined> => {
  const { complaint } = await data<{ complaint: { stages: { lineage: Lineage }[] } | null }>(
    'officer',
    `query ($reference: String!) { complaint(reference: $reference) { stages { lineage {
       owner file line run { id kind } cells { column value written } faults { code decision { id } }
       correction { kind decidedBy reason row { id } } earlier { line run { id } replacedBy { id } }
       vanishedSince { id } } } } }`,
    { reference },
  );
  return complaint?.stages[0]?.lineage;
};

const RIGHT = [{ column: 'Date Received', value: '04/05/2021' }];

describe('a quarantined row', () => {
  beforeEach(() =>
    product.loadText('corporate-crm', file(row('1001'), row('1002', { received: '31/02/2021' }))),
  );

  it('is not amended where the answer asks for what its reader may not see', async () => {
    const id = await onlyRow();
    const more = DISMISS.replace('amendment {', 'amendment { import { file } ');
    const { status, data: none, errors } = await product.ask('officer', more, { id });
    expect([status, none, errors]).toEqual([
      403,
      undefined,
      [
        {
          message: 'Your role may not ask for file. Open to the role `admin`.',
          extensions: { code: 'FORBIDDEN' },
        },
      ],
    ]);
    expect(await rows('states: [OPEN]')).toMatchObject([{ id }]);
  });

  it('is amended by nobody who is not signed in, and by no role but officers and admins', async () => {
    const id = await onlyRow();
    for (const mutation of [CORRECT, DISMISS, REOPEN]) {
      const nobody = await product.ask(null, mutation, { id, cells: RIGHT });
      expect([nobody.status, nobody.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
      for (const role of ['analyst', 'manager', 'partner', 'auditor']) {
        const { status, errors } = await product.ask(role, mutation, { id, cells: RIGHT });
        expect([role, status, errors?.[0]?.extensions.code]).toEqual([role, 403, 'FORBIDDEN']);
      }
    }
  });

  it('is corrected, counted, and quarantined no second time when its file comes again', async () => {
    const before = await received();
    const id = await onlyRow();
    const done = await decide('officer', CORRECT, { id, cells: RIGHT });
    expect(done).toMatchObject({
      __typename: 'Amended',
      amendment: { kind: 'CORRECT', state: 'PENDING', decidedBy: 'olu' },
    });
    expect(await decide('officer', CORRECT, { id, cells: RIGHT })).toEqual(done);
    expect(await product.carryOut()).toBe(1);
    expect([before, await received()]).toEqual([
      [{ stream: 'CORPORATE', received: 1, closed: 1 }],
      [{ stream: 'CORPORATE', received: 2, closed: 2 }],
    ]);
    expect(await rows()).toMatchObject([{ id, state: 'CORRECTED' }]);
    expect((await imports())[0]).toMatchObject({ kind: 'CORRECTION', state: 'LOADED', loaded: 1 });
    expect(await lineage('1002')).toMatchObject({
      ...{ file: 'corporate-crm.csv', line: 3, owner: 'corporate', run: { kind: 'CORRECTION' } },
      correction: { kind: 'CORRECT', decidedBy: 'olu', reason: 'Read from the letter', row: { id } },
      ...{ faults: [], earlier: [], vanishedSince: null },
    });
    const corrected = { column: 'Date Received', value: '04/05/2021', written: '31/02/2021' };
    expect((await lineage('1002'))?.cells.filter(({ written }) => written !== null)).toEqual([corrected]);
    expect((await lineage('1001'))?.cells.filter(({ written }) => written !== null)).toEqual([]);
    const again = await product.loadText(
      'corporate-crm',
      whole(row('1001'), row('1002', { received: '31/02/2021' })),
    );
    expect(again).toMatchObject({ read: 2, loaded: 0, copies: 1, quarantined: 1 });
    expect(await rows()).toMatchObject([{ id, state: 'CORRECTED' }]);
    expect((await imports())[0]).toMatchObject({ vanished: 0 });
  });

  it('is not corrected into one that cannot be counted, or that breaks another rule unless that is accepted', async () => {
    const id = await onlyRow();
    const to = (column: string, value: string) => ({ id, cells: [{ column, value }] });
    expect(await decide('officer', CORRECT, to('Date Received', '30/02/2021'))).toMatchObject({
      __typename: 'StillQuarantined',
      faults: [{ column: 'Date Received', code: 'RECEIVED_UNREADABLE' }],
    });
    expect(await decide('officer', CORRECT, to('Date Received', '07/05/2021'))).toMatchObject({
      __typename: 'FaultsRemain',
      code: 'FAULTS_REMAIN',
      faults: [{ column: 'Date Responded', code: 'ANSWER_BEFORE_RECEIVED' }],
    });
    expect(await decide('officer', CORRECT, to('Case Type', 'Compliment'))).toMatchObject({
      code: 'WOULD_BE_LEFT_OUT',
    });
    expect(await decide('officer', CORRECT, to('Received', '04/05/2021'))).toMatchObject({
      code: 'CELLS_UNUSABLE',
      message: expect.stringContaining('"Received"'),
    });
    expect(await decide('officer', CORRECT, { id, cells: [] })).toMatchObject({ code: 'CELLS_UNUSABLE' });
    expect(await decide('officer', CORRECT, { id, cells: RIGHT, reason: ' ' })).toMatchObject({
      code: 'REASON_UNUSABLE',
    });
    expect(await decide('officer', CORRECT, { id: 'none', cells: RIGHT })).toMatchObject({
      code: 'ROW_NOT_FOUND',
    });
    expect(await rows()).toMatchObject([{ id, state: 'OPEN' }]);
    const accepted = { ...to('Date Received', '07/05/2021'), accept: ['ANSWER_BEFORE_RECEIVED'] };
    expect(await decide('officer', CORRECT, accepted)).toMatchObject({ __typename: 'Amended' });
    await product.carryOut();
    expect(await received()).toEqual([{ stream: 'CORPORATE', received: 2, closed: 1 }]);
  });

  it('does not take the place of another record', async () => {
    const id = await onlyRow();
    const cells = [...RIGHT, { column: 'Case Ref', value: '1001' }, { column: 'Category', value: 'Noise' }];
    expect(await decide('officer', CORRECT, { id, cells })).toMatchObject({ code: 'RECORD_HELD' });
    const older = [...cells, { column: 'Last Updated', value: '06/05/2021 10:00' }];
    expect(await decide('officer', CORRECT, { id, cells: older })).toMatchObject({ code: 'RECORD_HELD' });
  });

  it('that two people correct is told to be decided on to the second', async () => {
    const id = await onlyRow();
    await decide('officer', CORRECT, { id, cells: RIGHT });
    const other = { id, cells: [{ column: 'Date Received', value: '05/05/2021' }] };
    expect(await decide('admin', CORRECT, other)).toMatchObject({
      __typename: 'AmendedAlready',
      decided: { kind: 'CORRECT', decidedBy: 'olu' },
    });
    expect(await decide('admin', DISMISS, { id })).toMatchObject({ code: 'AMENDED_ALREADY' });
    await product.carryOut();
  });

  it('waits again when a record has come meanwhile whose place it would take', async () => {
    const id = await onlyRow();
    const { amendment } = await decide('officer', CORRECT, { id, cells: RIGHT });
    await product.loadText('corporate-crm', file(row('1002', { theme: 'Noise' })));
    expect(await product.carryOut()).toBe(1);
    expect(
      await data('officer', 'query ($id: ID!) { amendment(id: $id) { state refusal } }', {
        id: amendment?.id,
      }),
    ).toEqual({ amendment: { state: 'REFUSED', refusal: 'RECORD_HELD' } });
    expect(await rows('states: [OPEN]')).toMatchObject([{ id }]);
    expect(await received('THEME')).toEqual([
      { theme: 'Delay', received: 1, closed: 1 },
      { theme: 'Noise', received: 1, closed: 1 },
    ]);
  });

  it('is dismissed, and reopened', async () => {
    const id = await onlyRow();
    expect(await decide('officer', REOPEN, { id })).toMatchObject({ code: 'AMENDED_ALREADY' });
    const dismissed = await decide('officer', DISMISS, { id });
    expect(dismissed).toMatchObject({ amendment: { kind: 'DISMISS', state: 'DONE' } });
    expect(await decide('officer', DISMISS, { id })).toEqual(dismissed);
    expect(await rows('states: [DISMISSED]')).toHaveLength(1);
    expect(await decide('officer', CORRECT, { id, cells: RIGHT })).toMatchObject({ code: 'AMENDED_ALREADY' });
    expect(await decide('officer', REOPEN, { id })).toMatchObject({ amendment: { kind: 'REOPEN' } });
    expect(await rows('states: [OPEN]')).toHaveLength(1);
    expect(await decide('officer', CORRECT, { id, cells: RIGHT })).toMatchObject({ __typename: 'Amended' });
    await product.carryOut();
  });
});

describe('a conflicting copy', () => {
  beforeEach(() => product.loadText('corporate-crm', file(row('1001'), row('1001', { theme: 'Noise' }))));

  it('is confirmed as one', async () => {
    const [copy] = await copies();
    const SHOWN = '{ faults { edges { node { code cells { column value } amendments { kind } } } } }';
    const theme = expect.arrayContaining([{ column: 'Category', value: 'Delay' }]);
    expect(await data('officer', SHOWN)).toEqual({
      faults: { edges: [{ node: { code: 'CONFLICTING_COPY', cells: theme, amendments: [] } }] },
    });
    const confirmed = await decide('officer', CONFIRM, { id: copy?.id });
    expect(confirmed).toMatchObject({ amendment: { kind: 'CONFIRM', state: 'DONE' } });
    expect(await decide('officer', CONFIRM, { id: copy?.id })).toEqual(confirmed);
    expect(await copies()).toMatchObject([{ state: 'CONFIRMED' }]);
    expect(await data('officer', SHOWN)).toMatchObject({
      faults: { edges: [{ node: { amendments: [{ kind: 'CONFIRM' }] } }] },
    });
    expect(await decide('officer', CONFIRM, { id: '9-9' })).toMatchObject({ code: 'COPY_NOT_FOUND' });
  });

  it('is separated as another record, and is one again when that is undone', async () => {
    const [copy] = await copies();
    const to = (value: string) => ({ id: copy?.id, cells: [{ column: 'Case Ref', value }] });
    expect(await decide('officer', SEPARATE, to('1001'))).toMatchObject({ code: 'RECORD_HELD' });
    expect(await decide('officer', SEPARATE, to('1009'))).toMatchObject({ __typename: 'Amended' });
    await product.carryOut();
    expect(await copies()).toMatchObject([{ state: 'SEPARATED' }]);
    expect(await received('THEME')).toHaveLength(2);
    await product.loadText('corporate-crm', whole(row('1001'), row('1001', { theme: 'Noise' })));
    const [listed, again] = await copies();
    expect([listed?.state, again?.state]).toEqual(['SEPARATED', 'SEPARATED']);
    expect((await imports())[0]).toMatchObject({ vanished: 0, loaded: 0 });
    const twice = { id: again?.id, cells: [{ column: 'Case Ref', value: '1010' }] };
    expect(await decide('officer', SEPARATE, twice)).toMatchObject({ code: 'AMENDED_ALREADY' });
    await decide('admin', UNDO, { run: (await imports())[0]?.id });
    await product.carryOut();
    const [, separation] = await imports();
    expect(await decide('admin', UNDO, { run: separation?.id })).toMatchObject({ __typename: 'Amended' });
    await product.carryOut();
    expect(await copies()).toMatchObject([{ state: 'OPEN' }]);
    expect(await received('THEME')).toEqual([{ theme: 'Noise', received: 1, closed: 1 }]);
  });
});

describe('an import', () => {
  const FIRST = file(row('1001'), row('1002', { received: 'never' }));
  const NEWER = file(row('1001', { updated: '08/05/2021 10:00', theme: 'Noise' }), row('1003'));

  it('is undone by admins alone', async () => {
    expect((await product.ask(null, UNDO, { run: '1' })).status).toBe(401);
    for (const role of ['analyst', 'manager', 'officer', 'partner', 'auditor']) {
      const { status, errors } = await product.ask(role, UNDO, { run: '1' });
      expect([role, status, errors?.[0]?.extensions.code]).toEqual([role, 403, 'FORBIDDEN']);
    }
    expect(await decide('admin', UNDO, { run: '77' })).toMatchObject({ code: 'RUN_NOT_FOUND' });
  });

  it('is undone with all that it brought, and loaded again gives the same', async () => {
    await product.loadText('corporate-crm', FIRST);
    const before = [await received(), (await rows()).length];
    const [first] = await imports();
    const undone = await decide('admin', UNDO, { run: first?.id });
    expect(undone).toMatchObject({ amendment: { kind: 'UNDO', state: 'PENDING' } });
    const row = { id: (await rows())[0]?.id, cells: RIGHT };
    expect(await decide('officer', CORRECT, row)).toMatchObject({ code: 'BEING_UNDONE' });
    expect(await decide('officer', DISMISS, row)).toMatchObject({ code: 'BEING_UNDONE' });
    expect(await decide('admin', UNDO, { run: first?.id })).toEqual(undone);
    await product.carryOut();
    expect([await received(), await rows()]).toEqual([[], []]);
    expect((await imports())[0]).toMatchObject({ state: 'UNDONE', undoneBy: 'ada', loaded: 1 });
    expect(await decide('admin', UNDO, { run: first?.id })).toMatchObject({ amendment: { state: 'DONE' } });
    expect(await product.loadText('corporate-crm', FIRST)).toMatchObject({
      read: 2,
      loaded: 1,
      quarantined: 1,
    });
    expect([await received(), (await rows()).length]).toEqual(before);
  });

  it('gives back what it replaced, and is not undone while a later one rests on it', async () => {
    await product.loadText('corporate-crm', FIRST);
    await product.loadText('corporate-crm', NEWER);
    expect(await received('THEME')).toHaveLength(2);
    const [second, first] = await imports();
    expect((await lineage('1001'))?.run).toMatchObject({ id: second?.id });
    expect(await lineage('1001')).toMatchObject({
      earlier: [{ line: 2, run: { id: first?.id }, replacedBy: { id: second?.id } }],
    });
    const refused = await decide('admin', UNDO, { run: first?.id });
    expect(refused).toMatchObject({ __typename: 'LaterRunsRest', runs: [{ id: second?.id, kind: 'FILE' }] });
    expect(refused.message).toContain(`run ${second?.id} (corporate-crm.csv)`);
    await decide('admin', UNDO, { run: second?.id });
    await product.carryOut();
    expect(await received('THEME')).toEqual([{ theme: 'Delay', received: 1, closed: 1 }]);
    expect(await decide('admin', UNDO, { run: first?.id })).toMatchObject({ __typename: 'Amended' });
    await product.carryOut();
  });

  it('is not undone under a correction, and is after that one', async () => {
    await product.loadText('corporate-crm', FIRST);
    const id = await onlyRow();
    await decide('officer', CORRECT, { id, cells: RIGHT });
    const run = (await imports())[0]?.id;
    expect(await decide('admin', UNDO, { run })).toMatchObject({ code: 'AMENDED_ALREADY' });
    await product.carryOut();
    const [correction] = await imports();
    expect(await decide('admin', UNDO, { run })).toMatchObject({
      runs: [{ id: correction?.id, kind: 'CORRECTION' }],
    });
    await decide('admin', UNDO, { run: correction?.id });
    await product.carryOut();
    expect(await rows()).toMatchObject([{ id, state: 'OPEN' }]);
    await decide('admin', UNDO, { run });
    await product.carryOut();
    expect([await received(), await rows()]).toEqual([[], []]);
  });

  it('moves a complaint that has changed its stream, and back when it is undone', async () => {
    await product.loadText('corporate-crm', file(row('1001')));
    await product.loadText(
      'corporate-crm',
      file(row('1001', { type: 'Schools Complaint', updated: '08/05/2021 10:00' })),
    );
    expect(await received()).toEqual([{ stream: 'SCHOOLS', received: 1, closed: 1 }]);
    await decide('admin', UNDO, { run: (await imports())[0]?.id });
    await product.carryOut();
    expect(await received()).toEqual([{ stream: 'CORPORATE', received: 1, closed: 1 }]);
  });

  it('keeps and counts what a newer whole file has no row for', async () => {
    await product.loadText('corporate-crm', whole(row('1001'), row('1002')));
    await product.loadText('corporate-crm', whole(row('1002'), row('1003')));
    expect((await imports()).slice(0, 2)).toMatchObject([{ vanished: 1 }, { vanished: 0 }]);
    expect(await received()).toEqual([{ stream: 'CORPORATE', received: 3, closed: 3 }]);
    await product.loadText('corporate-crm', file(row('1003')));
    expect((await imports())[0]).toMatchObject({ vanished: null });
    const VANISHED =
      '{ vanishedRecords { totalCount edges { node { record file line vanishedSince { id } } } } }';
    expect(await data('officer', VANISHED)).toMatchObject({
      vanishedRecords: {
        totalCount: 1,
        edges: [{ node: { record: '1001', line: 2, vanishedSince: { id: (await imports())[1]?.id } } }],
      },
    });
    expect((await product.ask('analyst', VANISHED)).errors).toMatchObject([
      { path: ['vanishedRecords'], extensions: { code: 'FORBIDDEN' } },
    ]);
    await product.loadText('corporate-crm', whole(row('1001'), row('1002'), row('1003')));
    expect(await data('officer', VANISHED)).toMatchObject({ vanishedRecords: { totalCount: 0 } });
    expect((await imports())[0]).toMatchObject({ vanished: 0, copies: 3 });
  });
});
