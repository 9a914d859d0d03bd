import { toDay } from '../../domain/calendar/day';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { absencesOn, readAbsences, standsInFor } from './read-absences';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([corporate]);
  await as((transaction) =>
    transaction.query(
      `insert into corporate.absence (id, subject, from_day, to_day, stands_in, recorded_by, recorded_at, ended_at) values
       ('1', 'dan', '2026-05-04', '2026-05-08', 'eve', 'olu', '2026-05-01', null),
       ('2', 'dan', '2026-05-06', '2026-05-06', 'max', 'olu', '2026-05-02', null),
       ('3', 'eve', '2026-05-01', '2026-05-31', 'max', 'olu', '2026-05-01', '2026-05-02')`,
    ),
  );
});
afterAll(() => database.stop());

const as = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
  inTransaction(
    database.of('corporate'),
    { subject: 'olu', role: 'officer', streams: ['corporate'], command: 'test' },
    work,
  );

it.each([
  ['2026-05-03', null],
  ['2026-05-04', '1'],
  ['2026-05-06', '2'],
  ['2026-05-08', '1'],
  ['2026-05-09', null],
])('on %s the absence that was recorded last holds, unless it was ended', async (on, id) => {
  const found = await as((transaction) =>
    absencesOn(transaction, 'corporate', { subjects: ['dan', 'eve'], on: toDay(on) }),
  );
  expect([...found].map(([subject, row]) => [subject, row.id])).toEqual(id === null ? [] : [['dan', id]]);
});

it('tells for whom somebody stands in, and who is away now or later', async () => {
  const on = toDay('2026-05-06');
  const of = (subject: string) => as((transaction) => standsInFor(transaction, 'corporate', { subject, on }));
  expect([await of('eve'), await of('max'), await of('olu')]).toEqual([['dan'], ['dan'], []]);
  const later = await as((transaction) => readAbsences(transaction, 'corporate', toDay('2026-05-07')));
  expect(later.map(({ id }) => id)).toEqual(['1']);
});
