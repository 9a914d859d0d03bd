import fc from 'fast-check';
import { figureSets } from '../../../contracts/figure-sets';
import { fixedClock } from '../../../platform/config/clock';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import { type FigureSet, inSnakeCase, viewOf } from '../../../platform/records/record-set';
import type { TestDatabase } from '../../../platform/testing/database';
import { howMany } from '../../../platform/testing/how-many';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { facts } from '../facts/follower';
import { MEASURE_NAMES, MEASURES } from '../figures/catalogue/measure-catalogue';
import { subgraph } from '../subgraph';
import {
  callsCounted,
  complaintChanged,
  coverageRecorded,
  insightDatabase,
  ombudsmanCaseChanged,
  ombudsmanCaseTakenBack,
  ombudsmenDescribed,
  sourceReached,
  streamDescribed,
  TODAY,
} from '../testing/fixtures';
import { generatedCases, generatedComplaints } from '../testing/generated';
import { figureColumns } from './figure-columns';
import { createFigureKeeping } from './keep-figures';

const clock = fixedClock(TODAY);
const PROJECTION = { subject: 'projection', role: 'projection' };
type Row = Record<string, unknown>;

let database: TestDatabase;
let part: ServedPart;
beforeAll(async () => {
  database = await insightDatabase();
  part = await servePart({
    subgraph: { ...subgraph, checks: [] },
    ...{ dataSource: database.of('insight'), today: TODAY },
    person: { subject: 'ana', role: 'analyst' },
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});

/** Applies events and moves on in the outbox, as the relay does; what it has once told is told no more. */
let place = 0;
const follow = (events: readonly PlacedEvent[]) =>
  inTransaction(database.of('insight'), PROJECTION, async (transaction) => {
    place += 1;
    await facts.apply(transaction, events, clock);
    await transaction.query(
      `insert into insight.follower_place as known (follower, source, xid, id, caught_up_at) values ('facts', 'corporate', '1', $1, $2)
       on conflict (follower, source) do update set id = excluded.id`,
      [place, clock.now()],
    );
  });

const keepWith = (keeping: ReturnType<typeof createFigureKeeping>) =>
  inTransaction(database.of('insight'), PROJECTION, (transaction) => keeping.run(transaction, clock), {
    isOneSnapshot: true,
  });
/** One that counts whenever something changed, however long it took the last time. */
const keeping = createFigureKeeping({ partOfTime: 0 });

const readAs = (role: string, set: FigureSet, scope = {}) =>
  inTransaction(database.of('insight'), { subject: 'test', role, ...scope }, ({ query }) =>
    query<Row>(`select * from ${viewOf(set)}`),
  );

const isCurrent = async (set: FigureSet) =>
  new Set((await readAs('analyst', set)).map((row) => row.is_current));

/** What the graph tells, with the columns of the view. */
async function told(set: FigureSet): Promise<Map<string, Row>> {
  const names = figureColumns(set).map(({ name }) => name);
  const { result } = await part.read(
    `{ measures(by: [${set.by.join(', ')}]) { asAt rows { ${names.join(' ')} } } }`,
  );
  expect(result.errors).toBeUndefined();
  const { asAt, rows } = (result.data as { measures: { asAt: string; rows: Row[] } }).measures;
  return new Map(
    rows.map((row) => {
      const id = names
        .slice(0, set.by.length)
        .map((name) => row[name] ?? '-')
        .join(':');
      const cells = names.map((name) => [inSnakeCase(name), row[name]] as const);
      return [id, { id, ...Object.fromEntries(cells), as_at: asAt, is_current: true }];
    }),
  );
}

async function shown(set: FigureSet): Promise<Map<string, Row>> {
  const rows = await readAs('analyst', set);
  return new Map(rows.map(({ counted_at, ...row }) => [String(row.id), row]));
}

const COMPLAINTS = generatedComplaints({ count: 60, seed: 117 });
const CASES = generatedCases({ count: 20, seed: 118, complaints: COMPLAINTS });
const aDay = fc.constantFrom('2018-04-01', '2019-06-15', '2020-04-01', '2021-03-31', '2021-09-30');
let version = 0;
const newer = () => {
  version += 1;
  return version;
};
/** One thing that becomes otherwise: of a complaint, a case, calls, the coverage list, how far sources reach, what parts say. */
const aChange = fc.oneof(
  fc.constantFrom(...COMPLAINTS).map((complaint) => () => complaintChanged(complaint, newer())),
  fc
    .constantFrom(...COMPLAINTS)
    .map((complaint) => () => complaintChanged({ ...complaint, stages: [] }, newer())),
  fc.constantFrom(...CASES).map((given) => () => ombudsmanCaseChanged(given, newer())),
  fc.constantFrom(...CASES).map(
    ({ id }) =>
      () =>
        ombudsmanCaseTakenBack(id, newer()),
  ),
  fc.tuple(aDay, fc.nat(9)).map(
    ([day, calls]) =>
      () =>
        callsCounted({ day, calls }, newer()),
  ),
  fc
    .tuple(
      fc.constantFrom('CORPORATE', 'SCHOOLS'),
      fc.constantFrom('escalated_to_stage_2', 'direct_to_stage_2', 'escalated_to_ombudsman'),
      aDay,
      fc.constantFrom<'day' | 'year'>('day', 'year'),
    )
    .map(
      ([stream, measure, recordedFrom, granularity]) =>
        () =>
          coverageRecorded({ stream, measure, recordedFrom, granularity }, newer()),
    ),
  fc.tuple(fc.constantFrom('crm', 'register', 'calls'), aDay, aDay).map(([source, one, other]) => () => {
    const keepers =
      { crm: ['corporate', 'schools'], register: ['ombudsman'], calls: ['calls'] }[source] ?? [];
    const [from = '', to = ''] = [one, other].sort();
    return sourceReached({ source, keepers, from, to }, newer());
  }),
  fc.tuple(fc.constantFrom('CORPORATE', 'SCHOOLS'), fc.boolean()).map(
    ([stream, onlyByEscalation]) =>
      () =>
        streamDescribed(
          {
            stream,
            stages: [1, 2, 3].map((number) => ({ number, onlyByEscalation: onlyByEscalation && number > 1 })),
          },
          newer(),
        ),
  ),
  fc.constant(() => ombudsmenDescribed(newer())),
);

describe('the figures of the SQL views', () => {
  it('are the graph’s after whatever changed, null included', async () => {
    const rows: Row[] = [];
    await fc.assert(
      fc.asyncProperty(fc.array(aChange, { minLength: 1, maxLength: 25 }), async (changes) => {
        await follow(changes.map((change) => change()));
        for (const set of figureSets) expect((await isCurrent(set)).has(true)).toBe(false);
        await keepWith(keeping);
        for (const set of figureSets) {
          const now = await shown(set);
          expect(now).toEqual(await told(set));
          rows.push(...now.values());
        }
      }),
      { numRuns: howMany(20), seed: 117 },
    );
    const seen = [
      rows.filter(({ received }) => received === null),
      rows.filter(({ in_time_rate }) => in_time_rate !== null),
    ];
    expect(Math.min(...seen.map(({ length }) => length))).toBeGreaterThan(50);
  });
});

describe('a set of figures that was counted', () => {
  const [MONTHLY] = figureSets;
  beforeAll(async () => {
    await follow([
      streamDescribed({ stream: 'CORPORATE' }, newer()),
      ...COMPLAINTS.map((complaint) => complaintChanged(complaint, newer())),
    ]);
    await keepWith(keeping);
  });
  const spoil = () =>
    inTransaction(database.of('insight'), PROJECTION, ({ query }) =>
      query(`update insight.figure_row set figures = figures || '{"received": 777}'`),
    );
  const spoilt = async () => (await readAs('analyst', MONTHLY)).some(({ received }) => received === 777);

  it('is counted again only where something changed, and once by whoever starts', async () => {
    await spoil();
    await keepWith(keeping);
    expect(await spoilt()).toBe(true);
    await keepWith(createFigureKeeping());
    expect(await spoilt()).toBe(false);
  });

  it('says that it is not current where whoever counts was killed, and stays as it was', async () => {
    const before = await readAs('analyst', MONTHLY);
    await follow([complaintChanged({ ...COMPLAINTS[0]!, stages: [] }, newer())]);
    const killed = inTransaction(database.of('insight'), PROJECTION, async (transaction) => {
      await keeping.run(transaction, clock);
      const [row] = await transaction.query<{ pid: number }>('select pg_backend_pid() as pid');
      await transaction.query('select pg_terminate_backend($1)', [row?.pid]);
    });
    await expect(killed).rejects.toThrow();
    expect(await readAs('analyst', MONTHLY)).toEqual(before.map((row) => ({ ...row, is_current: false })));
    await keepWith(keeping);
    expect(await isCurrent(MONTHLY)).toEqual(new Set([true]));
  });

  it('says so too where the facts were built anew, from no more than before', async () => {
    await inTransaction(database.of('insight'), PROJECTION, async (transaction) => {
      await facts.reset(transaction);
      await facts.settle?.(transaction);
    });
    expect(await isCurrent(MONTHLY)).toEqual(new Set([false]));
    await keepWith(keeping);
    expect(await readAs('analyst', MONTHLY)).toEqual([]);
  });

  it('waits ten times as long as it was counted, while more and more comes', async () => {
    const paced = createFigureKeeping();
    await keepWith(paced);
    await follow([complaintChanged(COMPLAINTS[1]!, newer())]);
    await keepWith(paced);
    expect(await readAs('analyst', MONTHLY)).toEqual([]);
    await keepWith(keeping);
    expect(await isCurrent(MONTHLY)).toEqual(new Set([true]));
  });

  it('is left to whoever counted it since this began', async () => {
    await follow([complaintChanged(COMPLAINTS[2]!, newer())]);
    const other = createFigureKeeping({ partOfTime: 0 });
    const began = async (transaction: Transaction) => {
      await transaction.query('select from insight.figure_set');
      await keepWith(keeping);
      return other.run(transaction, clock);
    };
    const late = inTransaction(database.of('insight'), PROJECTION, began, { isOneSnapshot: true });
    expect(await late).toEqual([]);
    expect(await isCurrent(MONTHLY)).toEqual(new Set([true]));
    await spoil();
    await keepWith(other);
    expect(await spoilt()).toBe(false);
  });
});

describe('the views', () => {
  it.each(figureSets)(
    '$name has a column for each measure that there is, with the words of its definition',
    async (set) => {
      const rows: { name: string; type: string; words: string }[] = await database.owner.query(
        `select attname::text as name, format_type(atttypid, null) as type, col_description(attrelid, attnum) as words
       from pg_attribute where attrelid = $1::regclass and attnum > 0 order by attnum`,
        [viewOf(set)],
      );
      const TYPES = { text: 'text', date: 'date', int: 'integer', float8: 'double precision' };
      const columns = figureColumns(set).map(({ name, type, description }) => ({
        ...{ name: inSnakeCase(name), type: TYPES[type], words: description },
      }));
      expect(rows.slice(1, -3)).toEqual(columns);
      expect(rows.every(({ words }) => words !== null)).toBe(true);
      expect(columns.length).toBe(set.by.length + MEASURE_NAMES.length);
      expect(rows.find(({ name }) => name === 'received')?.words).toContain(MEASURES.RECEIVED.counts);
    },
  );

  it.each([
    ['partner', { partner: 'stockport-homes', streams: ['corporate'] }],
    ['auditor', {}],
    ['', {}],
    ['analyst', { small_numbers: '5' }],
  ])('show nothing to %j with %j', async (role, scope) => {
    expect((await readAs('analyst', figureSets[0])).length).toBeGreaterThan(0);
    for (const set of figureSets) expect(await readAs(role, set, scope)).toEqual([]);
  });
});
