import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const HEADER =
  'Case Ref,Case Type,Stage,Parent Ref,Route,Date Received,Date Acknowledged,Target Date,Date Responded,Status,Closure Code,Directorate,Service,Category,Channel,Ward,Officer,School URN,School,Title,Forename,Surname,Email,Postcode,Summary,Last Updated';
const row = (
  reference: string,
  { type = 'Corporate Complaint', answered = '', received = '04/05/2021' } = {},
) => {
  const ended = answered === '' ? 'Open,' : 'Closed,Upheld';
  return `${reference},${type},1,,,${received},${received},,${answered},${ended},,Parking,Delay,Letter,,,,,,,,,,,07/06/2021 10:00`;
};
const FILE = `\uFEFF${[
  HEADER,
  row('100000001'),
  row('100000002', { answered: '19/05/2021' }),
  row('100000003', { type: 'Schools Complaint' }),
  // After the day that is added: it changes nothing of this one.
  row('100000004', { received: '01/06/2021' }),
].join('\r\n')}\r\n`;

const RESULT = '__typename ... on BankHolidayChange { isBankHoliday } ... on Refusal { code }';
const ADD = `mutation { done: addBankHoliday(day: "2021-05-10", name: "Proclaimed", reason: "A proclamation") { ${RESULT} } }`;
const RETRACT = `mutation { done: retractBankHoliday(day: "2021-05-10", reason: "A mistake") { ${RESULT} } }`;

describe('a bank holiday that an admin adds', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
    await product.loadText('corporate-crm', FILE);
  });
  afterAll(() => product.stop());

  async function settle(): Promise<void> {
    const relay = product.schemas.relay({
      onFailure: ({ error }) => {
        throw error;
      },
    });
    await relay.drain();
    await relay.drain();
  }
  const decide = async (mutation: string) => {
    const { data, errors } = await product.ask<{ done: object }>('admin', mutation);
    expect(errors).toBeUndefined();
    await settle();
    return data.done;
  };
  /** The due days by reference, what a new one would have, and how many were answered in time. */
  const state = async () => {
    const { data, errors } = await product.ask<{
      complaints: { edges: { node: { reference: string; dueOn: string } }[] };
      due: { answer: { dueOn: string } };
      measures: { rows: { answeredInTime: number }[] };
    }>(
      'officer',
      `{ complaints { edges { node { reference dueOn } } }
         due: schoolsDueIfReceived(stage: 1, on: "2021-05-04") { answer { dueOn } }
         measures(by: []) { rows { answeredInTime } } }`,
    );
    expect(errors).toBeUndefined();
    const days = data.complaints.edges.map(({ node: { reference, dueOn } }) => [reference, dueOn] as const);
    return {
      ...Object.fromEntries(days.sort()),
      ifReceived: data.due.answer.dueOn,
      inTime: data.measures.rows[0]?.answeredInTime,
    };
  };

  it.each(['analyst', 'manager', 'officer', 'partner', 'auditor'])('is added by no %s', async (role) => {
    const { data, errors } = await product.ask<{ done: object | null }>(role, ADD);
    expect([data?.done ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'FORBIDDEN']);
  });

  it('moves what is open in every stream, and no figure of what was answered; until it is retracted', async () => {
    const usual = {
      ...{ '100000001': '2021-05-18', '100000002': '2021-05-18', '100000003': '2021-05-18' },
      '100000004': '2021-06-15',
      ...{ ifReceived: '2021-05-18', inTime: 0 },
    };
    expect(await state()).toEqual(usual);
    expect(await decide(ADD)).toEqual({ __typename: 'BankHolidayChange', isBankHoliday: true });
    const moved = '2021-05-19';
    expect(await state()).toEqual({ ...usual, '100000001': moved, '100000003': moved, ifReceived: moved });
    expect(await decide(ADD)).toEqual({ __typename: 'BankHolidayChange', isBankHoliday: true });
    expect(await decide(RETRACT)).toEqual({ __typename: 'BankHolidayChange', isBankHoliday: false });
    expect(await state()).toEqual(usual);
  });

  it('has those that it moved, or that took a working day less, listed as changed since, and no other', async () => {
    type Edges = { node: { reference: string }; changedAt: string }[];
    const list = async (args: string) => {
      const { data, errors } = await product.ask<{ complaints: { edges: Edges; totalCount: number } }>(
        'analyst',
        `{ complaints(${args}) { totalCount edges { changedAt node { reference } } } }`,
      );
      expect(errors).toBeUndefined();
      expect(data.complaints.totalCount).toBe(data.complaints.edges.length);
      return data.complaints.edges;
    };
    const before = await list('orderBy: { field: CHANGED_AT, direction: DESC }');
    const newest = new Date(before[0]?.changedAt ?? '');
    await decide(ADD);
    const since = `where: { changedSince: "${new Date(newest.getTime() + 1).toISOString()}" }`;
    const changed = await list(`${since}, orderBy: { field: CHANGED_AT, direction: DESC }`);
    expect(changed.map(({ node }) => node.reference).sort()).toEqual(['100000001', '100000002', '100000003']);
    const moments = changed.map(({ changedAt }) => changedAt);
    expect(moments).toEqual([...moments].sort().reverse());
    const due = await list('where: { status: OPEN }, orderBy: { field: DUE_ON }');
    expect(due.at(-1)?.node.reference).toBe('100000004');
    expect(due).toHaveLength(3);
    await decide(RETRACT);
  });
});
