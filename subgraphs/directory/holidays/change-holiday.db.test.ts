import { bankHolidays } from '../../../domain/calendar/bank-holidays';
import { reasonUnusable } from '../../../platform/server/refusal';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { holidaysInForce } from './decisions';
import { nameUnusable } from './refusals';

let database: TestDatabase;
let part: ServedPart;

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('directory'), today: '2022-09-11' },
    person: { subject: 'ada', role: 'admin' },
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});

const ask = (query: string, as = 'admin') => part.ask(query, { role: as });
const RESULT = `__typename ... on BankHolidayChange { day name note isBankHoliday reason decidedBy decidedAt }
  ... on Refusal { code message }`;
const change = async (field: string, args: string) => {
  const answer = await ask(`mutation { done: ${field}(${args}) { ${RESULT} } }`);
  expect(answer.errors).toBeUndefined();
  return (answer.data as { done: object }).done;
};
const add = (day = '2027-06-15', { name = 'Jubilee', reason = 'Proclaimed', note = 'null' } = {}) =>
  change('addBankHoliday', `day: "${day}", name: "${name}", note: ${note}, reason: "${reason}"`);
const retract = (day: string, reason = 'Moved') =>
  change('retractBankHoliday', `day: "${day}", reason: "${reason}"`);
const inForce = async (args: string, as = 'analyst') => {
  const { data, errors } = await ask(`{ list: bankHolidays(${args}) { day name note } }`, as);
  expect(errors).toBeUndefined();
  return (data as { list: { day: string; name: string; note: string | null }[] }).list;
};
const told = () =>
  inTransaction(database.of('outbox_reader'), { subject: 'courier', role: 'courier' }, (transaction) =>
    transaction.query<{ subject: string; version: number; payload: object }>(
      `select subject, version::int, payload from directory.outbox where kind = 'bank-holiday-changed' order by xid, id`,
    ),
  );
const audited = () =>
  inTransaction(database.of('directory'), { subject: 'aud', role: 'auditor' }, (transaction) =>
    transaction.query<{ actor: string; action: string; record_id: string }>(
      'select actor, action, record_id from directory.audit_entry order by id',
    ),
  );
let before = { told: 0, audited: 0 };
beforeEach(async () => {
  before = { told: (await told()).length, audited: (await audited()).length };
});
/** What this test has published, and put into the audit log. */
const newlyTold = async () => (await told()).slice(before.told);
const newlyAudited = async () => (await audited()).slice(before.audited);

const DECIDED = { decidedBy: 'ada', decidedAt: '2022-09-11T12:00:00.000Z' };
const JUBILEE = { day: '2027-06-15', name: 'Jubilee', note: null };

describe('a bank holiday', () => {
  it('is added with who, when and why, published and audited', async () => {
    expect(await add()).toEqual({
      ...{ __typename: 'BankHolidayChange', ...JUBILEE, isBankHoliday: true, reason: 'Proclaimed' },
      ...DECIDED,
    });
    expect(await inForce('from: "2027-06-15", to: "2027-06-15"')).toEqual([JUBILEE]);
    expect(await newlyTold()).toEqual([
      { subject: '2027-06-15', version: 1, payload: { ...JUBILEE, isKept: true, decidedOn: '2022-09-11' } },
    ]);
    expect(await newlyAudited()).toEqual([
      { actor: 'ada', action: 'BANK_HOLIDAY_ADD', record_id: '2027-06-15' },
    ]);
  });

  it('is retracted, that of the law too, and added again under another name', async () => {
    expect(await retract('2027-05-03')).toMatchObject({
      name: 'Early May bank holiday',
      isBankHoliday: false,
    });
    expect(await inForce('from: "2027-05-03", to: "2027-05-03"')).toEqual([]);
    expect(await add('2027-05-03', { name: 'VE day' })).toMatchObject({
      name: 'VE day',
      isBankHoliday: true,
    });
    expect(await inForce('from: "2027-05-03", to: "2027-05-03"')).toMatchObject([{ name: 'VE day' }]);
    expect((await newlyTold()).map(({ version }) => version)).toEqual([1, 2]);
    expect(await newlyAudited()).toMatchObject([
      { action: 'BANK_HOLIDAY_RETRACT' },
      { action: 'BANK_HOLIDAY_ADD' },
    ]);
  });

  it('is decided once: done again it changes nothing and tells nothing', async () => {
    const first = await add('2027-06-16');
    expect(await add('2027-06-16', { name: ' jubilee ', reason: 'Again' })).toEqual(first);
    const second = await retract('2027-06-16');
    expect(await retract('2027-06-16', 'Again')).toEqual(second);
    expect(await add('2022-09-19', { name: 'State Funeral of Queen Elizabeth II' })).toMatchObject({
      ...{ isBankHoliday: true, reason: null, decidedBy: null, decidedAt: null },
    });
    expect(await newlyTold()).toHaveLength(2);
    expect(await newlyAudited()).toHaveLength(2);
  });

  it('is decided once by two at the same time', async () => {
    const [one, other] = await Promise.all([add('2027-06-17'), add('2027-06-17')]);
    expect(one).toEqual(other);
    expect(await newlyTold()).toHaveLength(1);
  });

  it.each([
    ['a Saturday', () => add('2027-06-19'), 'NOT_WORKED_ANYWAY', '2027-06-19 is at a weekend'],
    ['a year nobody knows', () => add('2029-06-19'), 'OUTSIDE_CALENDAR', '2018-01-01 to 2028-12-31'],
    ['a day of another name', () => add('2027-12-27'), 'ALREADY_A_BANK_HOLIDAY', '“Christmas Day”'],
    ['no name', () => add('2027-06-22', { name: ' ' }), 'HOLIDAY_NAME_UNUSABLE', '1 to 100'],
    [
      'an endless note',
      () => add('2027-06-15', { note: `"${'x'.repeat(101)}"` }),
      'HOLIDAY_NAME_UNUSABLE',
      '100',
    ],
    ['no reason', () => add('2027-06-22', { reason: '' }), 'REASON_UNUSABLE', '1 to 1000'],
    ['no reason to retract', () => retract('2027-05-03', ' '), 'REASON_UNUSABLE', '1 to 1000'],
    ['a day that is none', () => retract('2027-06-22'), 'NOT_A_BANK_HOLIDAY', 'nothing to retract'],
  ])('is refused for %s', async (_what, decide, code, words) => {
    expect(await decide()).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(await newlyTold()).toEqual([]);
    expect(await newlyAudited()).toEqual([]);
  });

  it.each([
    'mutation { addBankHoliday(day: "2027-02-29", name: "a", reason: "b") { __typename } }',
    'mutation { retractBankHoliday(day: 7, reason: "b") { __typename } }',
    '{ bankHolidays(from: "soon") { day } }',
    '{ bankHolidayChanges(first: 201) { day } }',
  ])('is no question: %s', async (query) => {
    expect((await ask(query)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each(['analyst', 'manager', 'officer', 'partner', 'auditor'])('is decided by no %s', async (as) => {
    for (const mutation of [
      'addBankHoliday(day: "2027-06-22", name: "a", reason: "b")',
      'retractBankHoliday(day: "2027-05-31", reason: "b")',
    ]) {
      expect((await ask(`mutation { ${mutation} { __typename } }`, as)).errors).toHaveLength(1);
    }
    expect(await newlyTold()).toEqual([]);
    expect(await inForce('from: "2027-05-31", to: "2027-05-31"', as)).toHaveLength(1);
    expect(await inForce('from: "2027-06-22", to: "2027-06-22"', as)).toEqual([]);
  });

  it('is listed with the decisions on it', async () => {
    await add('2027-06-18');
    await retract('2027-06-18');
    const { data } = await ask('{ list: bankHolidayChanges { day isBankHoliday reason decidedBy } }');
    const { list } = data as { list: { day: string }[] };
    expect(list.filter(({ day }) => day === '2027-06-18')).toEqual([
      { day: '2027-06-18', isBankHoliday: false, reason: 'Moved', decidedBy: 'ada' },
      { day: '2027-06-18', isBankHoliday: true, reason: 'Proclaimed', decidedBy: 'ada' },
    ]);
    const { data: fewer } = await ask('{ list: bankHolidayChanges(first: 1) { day } }');
    expect((fewer as { list: object[] }).list).toHaveLength(1);
  });

  it('is as the law has it while nobody decided on it', async () => {
    const days = await inTransaction(
      database.of('directory'),
      { subject: 'ana', role: 'analyst' },
      (transaction) => holidaysInForce(transaction),
    );
    expect(days.filter(({ day }) => day < '2027-01-01')).toEqual(
      bankHolidays.filter(({ day }) => day < '2027-01-01'),
    );
  });

  it('has a name and a reason of some length', () => {
    expect([nameUnusable('x'.repeat(100)), reasonUnusable(` ${'x'.repeat(1_000)} `)]).toEqual([null, null]);
    expect(nameUnusable('x'.repeat(101))).not.toBeNull();
    expect(reasonUnusable('x'.repeat(1_001))).not.toBeNull();
  });
});
