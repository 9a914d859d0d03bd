import { complaintChanged } from '../../../contracts/events/complaint-changed';
import { systemClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { complaintServices } from '../names/complaint-services';
import { subgraph } from '../subgraph';
import { type Caller, loadRows, type ServedIntake, serveIntake, takenRow, withSettings } from '../testing';

const fault = (line: number, code: string) => ({ line, column: 'Ref', code, value: 'x', action: 'Noted.' });
const row = (identity: string, line: number, keeper: string, ...codes: string[]) =>
  takenRow({ identity, line, keeper, faults: codes.map((code) => fault(line, code)), contentHash: identity });

/** What a stream publishes of a complaint: the reference and the service of each stage. */
const complaint = (id: string, version: number, ...stages: (readonly [string, string | null])[]) => ({
  ...complaintChanged.event({
    subject: id,
    version,
    payload: complaintChanged.parse({
      ...{
        id,
        authority: 'stockport',
        stream: id.split('-')[0]?.toUpperCase(),
        status: 'OPEN',
        closedOn: null,
      },
      stages: stages.map(([reference, serviceId], place) => ({
        ...{ id: `${id}-${place}`, number: place + 1, reference, receivedOn: '2021-05-04', serviceId },
        ...{ dueOn: null, answeredOn: null, route: null, outcome: null, closureReason: null },
        ...{ directorateId: null, theme: null, channel: null },
      })),
    }),
  }),
  ...{ position: { xid: '1', id: String(version) }, at: new Date('2022-01-31T12:00:00Z') },
});
const publish = (...events: ReturnType<typeof complaint>[]) =>
  inTransaction(database.of('intake'), { subject: 'follower', role: 'projection' }, (transaction) =>
    complaintServices.apply(transaction, events, systemClock),
  );

let database: TestDatabase;
let served: ServedIntake;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  served = await serveIntake(database.of('intake'), { subject: 'mark' });
  await loadRows(database.of('intake'), {
    source: 'system',
    rows: [
      row('1', 2, 'corporate', 'ODD_DAY', 'UNKNOWN_CHANNEL'),
      row('2', 3, 'corporate', 'ODD_DAY'),
      row('3', 4, 'schools', 'ODD_DAY'),
      row('4', 5, 'corporate', 'UNKNOWN_SERVICE'),
      row('5', 6, 'corporate'),
      {
        kind: 'quarantined',
        line: 7,
        raw: { Ref: '' },
        contentHash: 'q',
        owner: 'corporate',
        faults: [fault(7, 'BROKEN')],
      },
    ],
  });
  await publish(
    complaint('corporate-a', 1, ['1', 'parking'], ['2', 'highways']),
    complaint('schools-b', 1, ['3', 'parking']),
    // The same reference in another stream is another record.
    complaint('schools-c', 1, ['2', 'parking']),
    complaint('corporate-d', 1, ['4', null]),
    complaint('corporate-e', 1, ['5', 'parking']),
  );
});
afterAll(async () => {
  await served.stop();
  await database.stop();
});

const MANAGER = { role: 'manager', streams: [], services: ['parking', 'parks'] };
const FIELDS = `totalCount byCode { name count } pageInfo { hasNextPage endCursor }
  edges { node { id service stream record source file line column code value action state } }`;
interface Page {
  readonly totalCount: number;
  readonly byCode: unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: { readonly node: { readonly record: string; readonly code: string } }[];
}
const ask = (args = '', as: Partial<Caller> = MANAGER) =>
  served.ask(`{ page: serviceFaults${args} { ${FIELDS} } }`, as);
const page = async (args = '', as: Partial<Caller> = MANAGER): Promise<Page> => {
  const { data, errors } = await ask(args, as);
  expect(errors).toBeUndefined();
  return (data as { page: Page }).page;
};
const told = async (args = '', as: Partial<Caller> = MANAGER) =>
  (await page(args, as)).edges.map(({ node }) => `${node.record} ${node.code}`);

describe("the faults of a manager's services", () => {
  it.each(['analyst', 'officer', 'partner', 'auditor', 'admin'])(
    'are refused to the role %s',
    async (role) => {
      const { data, errors } = await ask('', { ...MANAGER, role });
      expect([data, errors?.[0]?.extensions?.code]).toEqual([{ page: null }, 'FORBIDDEN']);
      const settings = { role, services: 'parking' };
      expect(
        await withSettings(database.of('intake'), settings, (runner) =>
          runner.query('select * from intake.own_faults()'),
        ),
      ).toEqual([]);
    },
  );

  it.each([
    ['(first: 201)', '`first` is 201'],
    ['(where: { codes: [] })', '`where.codes` is empty'],
    ['(where: { services: [] })', '`where.services` is empty'],
    ['(where: { states: [] })', '`where.states` is empty'],
    ['(after: "nothing")', '`after` is no cursor'],
  ])('are refused for %s with words', async (args, message) => {
    expect((await ask(args)).errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('are those of the records of these services, with codes and counts and nothing of the row, and the same again', async () => {
    const first = await page();
    expect(first).toMatchObject({
      totalCount: 3,
      byCode: [
        { name: 'ODD_DAY', count: 2 },
        { name: 'UNKNOWN_CHANNEL', count: 1 },
      ],
    });
    expect(first.edges[0]?.node).toEqual({
      ...{
        id: '1-1',
        service: 'parking',
        stream: 'CORPORATE',
        record: '1',
        source: 'system',
        file: 'system.csv',
      },
      ...{ line: 2, column: 'Ref', code: 'ODD_DAY', value: 'x', action: 'Noted.', state: 'OPEN' },
    });
    expect(await told()).toEqual(['1 ODD_DAY', '1 UNKNOWN_CHANNEL', '3 ODD_DAY']);
    expect(await page()).toEqual(first);
  });

  it('are narrowed, and paged', async () => {
    expect(await told('(where: { codes: ["UNKNOWN_CHANNEL"] })')).toEqual(['1 UNKNOWN_CHANNEL']);
    expect(await told('(where: { services: ["highways"] })')).toEqual([]);
    expect(await told('(where: { states: [MAPPED] })')).toEqual([]);
    const first = await page('(first: 2)');
    expect([first.edges.length, first.pageInfo.hasNextPage]).toEqual([2, true]);
    expect(await told(`(first: 2, after: "${first.pageInfo.endCursor}")`)).toEqual(['3 ODD_DAY']);
  });

  it('are none for a manager of no service, and those of another for another', async () => {
    expect(await told('', { ...MANAGER, services: [] })).toEqual([]);
    expect(await told('', { ...MANAGER, services: ['highways'] })).toEqual(['2 ODD_DAY']);
  });

  it('open no table to a manager besides', async () => {
    const settings = { role: 'manager', services: 'parking' };
    for (const table of ['fault', 'held_row', 'quarantined_row', 'complaint_service', 'import_run']) {
      const seen = await withSettings(database.of('intake'), settings, async (runner) => {
        await runner.query('select * from intake.own_faults()');
        return runner.query(`select * from intake.${table}`);
      });
      expect([table, seen]).toEqual([table, []]);
    }
  });

  it('follow a record to another service, and are gone with it; an older event changes nothing', async () => {
    await publish(
      complaint('corporate-d', 2, ['4', 'parking']),
      complaint('schools-b', 2, ['3', 'highways']),
    );
    expect(await told()).toEqual(['1 ODD_DAY', '1 UNKNOWN_CHANNEL', '4 UNKNOWN_SERVICE']);
    await publish(complaint('corporate-d', 1, ['4', null]));
    expect(await told()).toContain('4 UNKNOWN_SERVICE');
    await publish(complaint('corporate-a', 2));
    expect(await told()).toEqual(['4 UNKNOWN_SERVICE']);
  });
});
