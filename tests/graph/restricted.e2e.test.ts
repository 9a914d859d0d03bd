import path from 'node:path';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';

const NOBODY_ELSE = { services: [], partner: null } as const;
const officer = (subject: string) => ({
  ...{ ...NOBODY_ELSE, subject, role: 'officer', streams: ['corporate', 'adults'] },
});
const MANAGER = { ...NOBODY_ELSE, subject: 'mark', role: 'manager', streams: [], services: ['greenspace'] };
const COMMAND = '00000000-0000-4000-8000-000000000001';

let product: TestProduct;
let id = '';
const data = async <Data>(as: Parameters<TestProduct['ask']>[0], query: string): Promise<Data> => {
  const answer = await product.ask<Data>(as, query);
  expect(answer.errors).toBeUndefined();
  return answer.data;
};
beforeAll(async () => {
  product = await startTestProduct();
  await product.load('corporate-crm', path.join(__dirname, '../../demo/extracts/corporate-crm.csv'));
  const { complaints } = await data<{ complaints: { edges: { node: { id: string } }[] } }>(
    'analyst',
    '{ complaints(where: { services: ["Greenspace"] }, first: 1) { edges { node { id } } } }',
  );
  id = complaints.edges[0]?.node.id ?? '';
});
afterAll(() => product.stop());

const COUNTS = `{ complaints(first: 200) { totalCount edges { node { id reference stage status service outcome } } }
  measures(by: [STREAM, SERVICE, STAGE]) { rows { service stage received answered upheld open overdue daysToAnswerMedian } }
  counted(measure: RECEIVED, first: 200) { totalCount edges { node { id complaint { id } } } } }`;
const PEOPLE = () =>
  `{ complaint(id: "${id}") { restricted openToCaller ... on CorporateComplaint { accounts { surname name } } } }`;
interface Told {
  readonly complaint: { restricted: boolean; openToCaller: boolean; accounts: readonly object[] };
}
const told = async (as: Parameters<TestProduct['ask']>[0]) => (await data<Told>(as, PEOPLE())).complaint;

describe('a restricted complaint in the whole graph', () => {
  const cells = async () =>
    (
      await data<{ complaint: { stages: { lineage: { cells: object[] } | null }[] } }>(
        'officer',
        `{ complaint(id: "${id}") { stages { lineage { cells { value } } } } }`,
      )
    ).complaint.stages[0]?.lineage;

  it('counts in lists and figures as before, for everybody', async () => {
    expect((await cells())?.cells.length).toBeGreaterThan(0);
    const askers = ['analyst', 'manager', officer('cora'), 'admin'];
    const before: object[] = [];
    for (const as of askers) before.push(await data<object>(as, COUNTS));
    await data(
      'officer',
      `mutation { restrictCorporateComplaint(command: "${COMMAND}", id: "${id}", kind: STAFF_COMPLAINED_ABOUT,
        reason: "About a colleague", named: ["olu"], complainedAbout: ["dan"]) { __typename } }`,
    );
    await product.carryOut();
    for (const [place, as] of askers.entries()) expect(await data<object>(as, COUNTS)).toEqual(before[place]);
  });

  it('shows its people to those named, and of the others to nobody, who are told no more than that', async () => {
    expect(await told('officer')).toMatchObject({ restricted: true, openToCaller: true });
    expect((await told('officer')).accounts.length).toBeGreaterThan(0);
    for (const as of [officer('cora'), officer('dan'), MANAGER])
      expect(await told(as)).toEqual({ restricted: true, openToCaller: false, accounts: [] });
    const why = await product.ask(
      officer('cora'),
      `{ complaint(id: "${id}") { restriction { kind reason } } }`,
    );
    expect(why.data).toEqual({ complaint: { restriction: null } });
    const role = await product.ask(
      'analyst',
      `{ complaint(id: "${id}") { restricted restriction { kind } } }`,
    );
    expect(role).toMatchObject({
      data: { complaint: { restricted: true, restriction: null } },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('keeps the records as they came back from everybody, those named too', async () => {
    expect(await cells()).toEqual({ cells: null });
  });

  it('is opened by a reason, and an administrator finds that unread', async () => {
    const open = await data<object>(
      officer('cora'),
      `mutation { o: openRestrictedCorporateComplaint(command: "${COMMAND}", id: "${id}", reason: "The named officer is away today") {
        ... on CaseOpeningSaved { complaint { openToCaller } } } }`,
    );
    expect(open).toEqual({ o: { complaint: { openToCaller: true } } });
    expect((await told(officer('cora'))).accounts.length).toBeGreaterThan(0);
    const unread = await data<{ o: { edges: { node: object }[] } }>(
      'admin',
      '{ o: corporateCaseOpenings(isUnread: true) { edges { node { id openedBy complaint { id } } } } }',
    );
    expect(unread.o.edges).toEqual([{ node: { id: COMMAND, openedBy: 'cora', complaint: { id } } }]);
    const refused = await product.ask(
      officer('dan'),
      `mutation { o: openRestrictedCorporateComplaint(command: "${COMMAND.replace(/1$/, '2')}", id: "${id}", reason: "I would like to know who it was") {
        ... on Refusal { code } } }`,
    );
    expect(refused.data).toEqual({ o: { code: 'CASE_NOT_FOUND' } });
  });
});
