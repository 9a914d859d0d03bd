import { limitsMoved } from '../../../contracts/events/limits-moved';
import { CALENDARS } from '../../../domain/calendar/calendars';
import { toDay } from '../../../domain/calendar/day';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { closedBy } from './decisions';
import { closureEffects } from './keep-effects';
import { CLOSURE_DECISIONS } from './list-decisions';
import { rangeUnusable } from './refusals';

let database: TestDatabase;
let part: ServedPart;

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('directory'), today: '2026-06-01' },
    person: { subject: 'ada', role: 'admin' },
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});
beforeEach(() =>
  database.owner.query('truncate directory.closure_decision, directory.closure_effect, directory.outbox'),
);

const ask = (query: string, as = 'admin') => part.ask(query, { role: as });
const RESULT = `__typename ... on ClosureChange { version from to name isClosed decidedBy limitsMoved }
  ... on Refusal { code message }`;
interface Days {
  readonly calendar?: string;
  readonly from?: string;
  readonly to?: string | null;
  readonly name?: string;
  readonly reason?: string;
}
const argumentsOf = ({
  calendar = 'schools',
  from = '2026-07-22',
  to = '2026-08-31',
  reason = 'Term dates',
}: Days) =>
  `calendar: "${calendar}", from: "${from}", to: ${to === null ? null : `"${to}"`}, reason: "${reason}"`;
const change = async (field: string, args: string) => {
  const answer = await ask(`mutation { done: ${field}(${args}) { ${RESULT} } }`);
  expect(answer.errors).toBeUndefined();
  return (answer.data as { done: { __typename: string; code?: string } }).done;
};
const add = ({ name = 'Summer holidays', ...days }: Days = {}) =>
  change('addClosedDays', `${argumentsOf(days)}, name: "${name}"`);
const retract = (days: Days = {}) => change('retractClosedDays', argumentsOf(days));
const closed = async (calendar = 'schools', args = '', as = 'analyst') => {
  const { data, errors } = await ask(
    `{ list: closedDays(calendar: "${calendar}"${args}) { from to name } }`,
    as,
  );
  expect(errors).toBeUndefined();
  return (data as { list: object[] }).list;
};
const told = () =>
  inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, (transaction) =>
    transaction.query<{ subject: string; version: number; closed: number; on: string }>(
      `select subject, version::int, jsonb_array_length(payload -> 'closed') as closed, payload ->> 'decidedOn' as on
       from directory.outbox where kind = 'closures-changed' order by xid, id`,
    ),
  );
const SUMMER = { from: '2026-07-22', to: '2026-08-31', name: 'Summer holidays' };

describe('days on which one calendar is closed', () => {
  it('are added with who and when, published as a whole, audited, and shown to all', async () => {
    expect(await add()).toEqual({
      ...{ __typename: 'ClosureChange', version: 1, ...SUMMER, isClosed: true },
      ...{ decidedBy: 'ada', limitsMoved: null },
    });
    await add({ from: '2026-09-02', to: null, name: 'Training' });
    expect(await closed()).toEqual([SUMMER, { from: '2026-09-02', to: '2026-09-02', name: 'Training' }]);
    expect(await closed('schools', ', from: "2026-08-31", to: "2026-09-01"')).toEqual([SUMMER]);
    expect(await closed('corporate')).toEqual([]);
    expect(await told()).toEqual([
      { subject: 'schools', version: 1, closed: 1, on: '2026-06-01' },
      { subject: 'schools', version: 2, closed: 2, on: '2026-06-01' },
    ]);
    const audited = await inTransaction(
      database.of('directory'),
      { subject: 'aud', role: 'auditor' },
      (transaction) =>
        transaction.query<object>(
          'select actor, action, record_id from directory.audit_entry order by id desc limit 1',
        ),
    );
    expect(audited).toEqual([
      { actor: 'ada', action: 'CLOSED_DAYS_ADD', record_id: 'schools/2026-09-02/2026-09-02' },
    ]);
  });

  it('are taken back, all or some of them', async () => {
    await add();
    expect(await retract({ from: '2026-08-03', to: null })).toMatchObject({ version: 2, isClosed: false });
    expect(await closed()).toMatchObject([{ to: '2026-08-02' }, { from: '2026-08-04' }]);
    expect(await retract()).toMatchObject({ version: 3, name: 'Summer holidays' });
    expect(await closed()).toEqual([]);
    expect(await add()).toMatchObject({ version: 4, isClosed: true });
  });

  it('are decided once: done again it changes nothing and tells nothing', async () => {
    const first = await add();
    expect(await add({ name: ' summer  HOLIDAYS', reason: 'Again' })).toEqual(first);
    const second = await retract();
    expect(await retract({ reason: 'Again' })).toEqual(second);
    expect(await told()).toHaveLength(2);
  });

  it('are decided once by two at the same time; who decided otherwise is told what holds', async () => {
    const [one, other] = await Promise.all([add(), add()]);
    expect(one).toEqual(other);
    const both = await Promise.all([
      add({ from: '2026-10-26', to: '2026-10-30', name: 'Half term' }),
      add({ from: '2026-10-26', to: '2026-10-30', name: 'Autumn' }),
    ]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['AlreadyClosed', 'ClosureChange']);
    expect(await told()).toHaveLength(2);
  });

  it.each<[string, Days, string, string]>([
    ['a calendar that there is not', { calendar: 'libraries' }, 'UNKNOWN_CALENDAR', 'schools'],
    ['a calendar that the law sets', { calendar: 'childrens' }, 'WORKING_DAYS_SET_BY_LAW', 'SI 2006/1738'],
    ['a last day before the first', { to: '2026-07-21' }, 'RANGE_BACKWARDS', '2026-07-21'],
    ['more days than a holiday has', { to: '2026-10-22' }, 'RANGE_TOO_LONG', '92'],
    ['a year nobody knows', { from: '2029-01-02', to: null }, 'OUTSIDE_CALENDAR', '2028-12-31'],
    [
      'days that go past the years',
      { from: '2028-12-27', to: '2029-01-02' },
      'OUTSIDE_CALENDAR',
      '2029-01-02',
    ],
    ['a weekend', { from: '2026-07-25', to: '2026-07-26' }, 'NOT_WORKED_ANYWAY', 'weekend'],
    ['a bank holiday', { from: '2026-08-31', to: null }, 'ALREADY_A_BANK_HOLIDAY', 'Summer bank holiday'],
    ['a long weekend', { from: '2026-05-02', to: '2026-05-04' }, 'ALREADY_A_BANK_HOLIDAY', 'Early May'],
    ['no name', { name: ' ' }, 'HOLIDAY_NAME_UNUSABLE', '100'],
    ['no reason', { reason: '' }, 'REASON_UNUSABLE', '1000'],
  ])('are refused for %s', async (_what, days, code, words) => {
    expect(await add(days)).toMatchObject({ code, message: expect.stringContaining(words) });
    expect([await told(), await closed()]).toEqual([[], []]);
  });

  it('are refused where some of them are closed already, or none of them is to be taken back', async () => {
    await add();
    expect(await add({ from: '2026-08-31', to: '2026-09-02', name: 'Autumn' })).toMatchObject({
      ...{ code: 'ALREADY_CLOSED', message: expect.stringContaining('“Summer holidays”') },
    });
    for (const days of [{ from: '2026-09-01', to: null }, { calendar: 'corporate' }])
      expect(await retract(days)).toMatchObject({ code: 'NOT_CLOSED' });
    expect(await retract({ calendar: 'adults' })).toMatchObject({ code: 'WORKING_DAYS_SET_BY_LAW' });
    expect(await retract({ to: '2026-07-21' })).toMatchObject({ code: 'RANGE_BACKWARDS' });
    expect(await retract({ reason: ' ' })).toMatchObject({ code: 'REASON_UNUSABLE' });
    expect(await told()).toHaveLength(1);
  });

  it('last as long as the longest that are taken at once', () => {
    const from = toDay('2026-07-22');
    expect(rangeUnusable({ from, to: toDay('2026-10-21') })).toBeNull();
    expect(rangeUnusable({ from, to: toDay('2026-10-22') })).toMatchObject({ code: 'RANGE_TOO_LONG' });
  });

  it('follow from all decisions, each of which has a place in the list', () => {
    const decision = {
      ...{ calendar: 'schools', version: 3, from_day: toDay('2026-07-22'), to_day: toDay('2026-07-24') },
      ...{ name: 'Summer', is_closed: true, reason: '', decided_by: 'ada', decided_at: new Date(0) },
    };
    const back = { ...decision, from_day: toDay('2026-07-23'), is_closed: false };
    expect(closedBy([decision, back])).toEqual([{ from: '2026-07-22', to: '2026-07-22', name: 'Summer' }]);
    const key = ['1970-01-01T00:00:00.000Z', 'schools', 3];
    expect(CLOSURE_DECISIONS.keyOf({ ...decision, moved: null })).toEqual(key);
  });

  it.each(['analyst', 'manager', 'officer', 'partner', 'auditor'])('are decided by no %s', async (as) => {
    for (const mutation of [
      `addClosedDays(${argumentsOf({})}, name: "a")`,
      `retractClosedDays(${argumentsOf({})})`,
    ])
      expect((await ask(`mutation { ${mutation} { __typename } }`, as)).errors).toHaveLength(1);
    expect((await ask('{ closureChanges { totalCount } }', as)).errors).toHaveLength(1);
    expect([await told(), await closed('schools', '', as)]).toEqual([[], []]);
  });

  it('are listed with the decisions on them, and the limits that each moved', async () => {
    await add();
    await add({ calendar: 'corporate', from: '2026-12-29', to: '2026-12-31', name: 'Between the years' });
    await retract();
    const tell = (version: number, moved: number) =>
      inTransaction(database.of('directory'), { subject: 'projection', role: 'projection' }, (transaction) =>
        closureEffects.apply(
          transaction,
          [
            {
              ...{
                kind: limitsMoved.kind,
                subject: 'schools',
                version,
                payload: { calendar: 'schools', moved },
              },
              ...{ position: { xid: '1', id: '1' }, at: new Date('2026-06-01T12:00:00Z') },
            },
          ],
          { now: () => new Date('2026-06-01T12:00:00Z') },
        ),
      );
    await tell(1, 12);
    await tell(1, 0);
    const list = async (args: string) => {
      const asked = `{ list: closureChanges${args} { totalCount edges { node { calendar version isClosed limitsMoved } } pageInfo { endCursor } } }`;
      const { data, errors } = await ask(asked);
      expect(errors).toBeUndefined();
      return (
        data as { list: { totalCount: number; edges: { node: object }[]; pageInfo: { endCursor: string } } }
      ).list;
    };
    const { totalCount, edges } = await list('(calendar: "schools")');
    expect([totalCount, edges.map(({ node }) => node)]).toEqual([
      2,
      [
        { calendar: 'schools', version: 2, isClosed: false, limitsMoved: null },
        { calendar: 'schools', version: 1, isClosed: true, limitsMoved: 12 },
      ],
    ]);
    const first = await list('(first: 2)');
    const rest = await list(`(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect([first.totalCount, rest.edges.length]).toEqual([3, 1]);
  });

  it('belong to calendars that are listed with the law that sets them', async () => {
    const { data } = await ask('{ calendars { id name setBy } }', 'partner');
    expect(data).toEqual({ calendars: CALENDARS });
  });
});
