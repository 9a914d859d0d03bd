import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import type { Condition } from '../../../platform/records/condition';
import type { RecordSet } from '../../../platform/records/record-set';
import { makeRecordView } from '../../../platform/records/record-view';
import { chosenIn, sendPage } from '../../../platform/records/send-records';
import { streamRecords } from '../../../platform/records/stream-records';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { openTransaction } from '../../../platform/transaction/transaction';
import { evaluatorOf } from './evaluate';
import { readFilter } from './read-filter';

const SET: RecordSet = {
  ...{ name: 'fish', part: 'pond', scope: 'facts', field: 'fish', filter: null, description: 'A fish.' },
  columns: [
    { name: 'id', type: 'text', description: 'Its name.', sortable: true },
    { name: 'kind', type: 'text', description: 'Of which kind.' },
    { name: 'weight', type: 'integer', description: 'In grams.' },
    { name: 'isKept', type: 'boolean', description: 'Whether it was kept.' },
    { name: 'caughtOn', type: 'day', description: 'When.' },
    { name: 'changedAt', type: 'moment', description: 'When it changed.' },
  ],
};

type Row = Record<'id' | 'kind' | 'weight' | 'isKept' | 'caughtOn' | 'changedAt', string | null>;
const KINDS = ['Carp', 'carp', "tench's", 'not null', '', null];
const WEIGHTS = ['-2', '0', '7', '10', null];
const KEPT = ['true', 'false', null];
const DAYS = ['2021-03-31', '2021-04-01', null];
const MOMENTS = ['2021-04-01T00:00:00.000Z', '2021-04-01T00:00:00.120Z', null];
const rowAt = (place: number): Row => ({
  id: String(place).padStart(3, '0'),
  kind: KINDS[place % 6] ?? null,
  weight: WEIGHTS[(place * 7) % 5] ?? null,
  isKept: KEPT[(place * 5) % 3] ?? null,
  caughtOn: DAYS[(place >> 2) % 3] ?? null,
  changedAt: MOMENTS[(place >> 3) % 3] ?? null,
});
const ROWS = Array.from({ length: 120 }, (_, place) => rowAt(place));

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([{ name: 'pond', tables: [], migrations: [] }]);
  await database.owner.query('create schema pond; grant usage on schema pond to public');
  await database.owner.query(
    'create table pond.fish (id text, kind text, weight int, is_kept boolean, caught_on date, changed_at timestamptz)',
  );
  await database.owner.query('grant select on pond.fish to public');
  for (const row of ROWS)
    await database.owner.query('insert into pond.fish values ($1, $2, $3, $4, $5, $6)', Object.values(row));
  await makeRecordView(database.owner.createQueryRunner(), SET, 'select * from pond.fish');
});
afterAll(() => database.stop());

async function inDatabase(where: Condition): Promise<string[]> {
  const person = { subject: 'olu', role: 'officer' };
  const opened = await openTransaction(database.of('pond'), person, {
    isPipelined: false,
    isOneSnapshot: true,
  });
  const { transaction, commit, rollback } = opened;
  const page = { where, order: ['id'], descending: false, limit: 1_000, isCounted: false, columns: ['id'] };
  await sendPage(transaction, { set: SET, writing: 'TABBED', today: '2021-10-15', page });
  const statement = chosenIn(transaction) ?? '';
  const records = await streamRecords(transaction, statement, { commit, rollback, stop: () => undefined });
  return (await text(records)).split('\n').slice(0, -1);
}

function byEvaluation(where: Condition): string[] {
  const isWanted = evaluatorOf(where, SET.columns);
  return ROWS.filter((row) => isWanted(new Map(Object.entries(row)))).map(({ id }) => id ?? '');
}

/** An expression, and by itself what the standard says of it: true, false, or null for what nobody knows. */
interface Said {
  readonly text: string;
  readonly of: (row: Row) => boolean | null;
}

const number = (value: string | null) => (value === null ? null : Number(value));
const moment = (value: string | null) => (value === null ? null : Date.parse(value));
const same = (value: string | null) => value;
const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;
type Told = string | number | null;
interface Field {
  readonly name: keyof Row;
  readonly values: readonly (string | null)[];
  readonly written: (value: string) => string;
  readonly read: (value: string | null) => Told;
}
const FIELDS: readonly Field[] = [
  { name: 'kind', values: KINDS, written: quoted, read: same },
  { name: 'weight', values: WEIGHTS, written: same as (value: string) => string, read: number },
  { name: 'caughtOn', values: DAYS, written: same as (value: string) => string, read: same },
  { name: 'changedAt', values: MOMENTS, written: same as (value: string) => string, read: moment },
];
const writtenAs = ({ written }: Field, value: string | null) => (value === null ? 'null' : written(value));
const COMPARE = {
  eq: (a: Told, b: Told) => a === b,
  ne: (a: Told, b: Told) => a !== b,
  lt: (a: Told, b: Told) => a !== null && b !== null && a < b,
  le: (a: Told, b: Told) => a !== null && b !== null && a <= b,
  gt: (a: Told, b: Told) => a !== null && b !== null && a > b,
  ge: (a: Told, b: Told) => a !== null && b !== null && a >= b,
} as const;

const aField = fc.constantFrom(...FIELDS);
const aComparison = fc
  .tuple(aField, fc.constantFrom('eq', 'ne', 'lt', 'le', 'gt', 'ge'), fc.nat())
  .map(([field, operator, place]): Said => {
    const there =
      operator === 'eq' || operator === 'ne' ? field.values : field.values.filter((one) => one !== null);
    const value = there[place % there.length] ?? null;
    const compare = COMPARE[operator as keyof typeof COMPARE];
    return {
      text: `${field.name} ${operator} ${writtenAs(field, value)}`,
      of: (row) => compare(field.read(row[field.name]), field.read(value)),
    };
  });
const aList = fc
  .tuple(aField, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }))
  .map(([field, places]): Said => {
    const values = places.map((place) => field.values[place % field.values.length] ?? null);
    return {
      text: `${field.name} in (${values.map((value) => writtenAs(field, value)).join(',')})`,
      of: (row) => values.some((value) => field.read(value) === field.read(row[field.name])),
    };
  });
const aSearch = fc
  .tuple(
    fc.constantFrom('contains', 'startswith', 'endswith'),
    fc.constantFrom('ar', 'C', "'s", '', '%', '_'),
  )
  .map(
    ([name, sought]): Said => ({
      text: `${name}(kind, ${quoted(sought)})`,
      of: ({ kind }) => {
        if (kind === null) return null;
        if (name === 'contains') return kind.includes(sought);
        return name === 'startswith' ? kind.startsWith(sought) : kind.endsWith(sought);
      },
    }),
  );
const aFlag = fc.constantFrom<Said>(
  { text: 'isKept', of: ({ isKept }) => (isKept === null ? null : isKept === 'true') },
  { text: 'isKept eq false', of: ({ isKept }) => isKept === 'false' },
  { text: 'isKept ne true', of: ({ isKept }) => isKept !== 'true' },
);

const { said } = fc.letrec<{ said: Said; one: Said }>((tie) => ({
  said: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('one'),
    fc.tuple(tie('said'), tie('said')).map(
      ([a, b]): Said => ({
        text: `(${a.text} and ${b.text})`,
        of: (row) => {
          const [one, other] = [a.of(row), b.of(row)];
          if (one === false || other === false) return false;
          return one === null || other === null ? null : true;
        },
      }),
    ),
    fc.tuple(tie('said'), tie('said')).map(
      ([a, b]): Said => ({
        text: `(${a.text}  or ${b.text})`,
        of: (row) => {
          const [one, other] = [a.of(row), b.of(row)];
          if (one === true || other === true) return true;
          return one === null || other === null ? null : false;
        },
      }),
    ),
    tie('said').map(
      (a): Said => ({
        text: `not (${a.text})`,
        of: (row) => {
          const told = a.of(row);
          return told === null ? null : !told;
        },
      }),
    ),
  ),
  one: fc.oneof(aComparison, aList, aSearch, aFlag),
}));

describe('whatever is asked by $filter', () => {
  it('the database, and the gateway by itself, find the rows that the standard means', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(said, async ({ text: expression, of }) => {
        const condition = readFilter(expression, SET.columns);
        const expected = ROWS.filter((row) => of(row) === true).map(({ id }) => id);
        expect([expression, byEvaluation(condition)]).toEqual([expression, expected]);
        expect([expression, await inDatabase(condition)]).toEqual([expression, expected]);
        found += Number(expected.length > 0 && expected.length < ROWS.length);
      }),
      { numRuns: 120, seed: 7 },
    );
    expect(found).toBeGreaterThan(60);
  });
});
