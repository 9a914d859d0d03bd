import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { complaints } from '../../../contracts/record-sets/complaints';
import { stages } from '../../../contracts/record-sets/stages';
import { inSnakeCase, type RecordSet, viewOf } from '../../../platform/records/record-set';
import type { TestDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { subgraph } from '../subgraph';
import {
  complaintChanged,
  insightDatabase,
  project,
  serviceNamed,
  stage,
  streamDescribed,
  TODAY,
} from '../testing/fixtures';
import { generatedComplaints, SERVICES } from '../testing/generated';

const COMPLAINTS = generatedComplaints({ count: 120, seed: 5 }).map((given, place) => ({
  ...given,
  partner: place % 5 === 0 ? 'stockport-homes' : null,
}));

let database: TestDatabase;
let part: ServedPart;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    ...['CORPORATE', 'SCHOOLS'].map((stream) => streamDescribed({ stream })),
    ...SERVICES.map((service) => serviceNamed({ ...service, formerNames: [...service.formerNames] })),
    ...COMPLAINTS.map((given) => complaintChanged(given)),
  ]);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('insight'), today: TODAY },
    person: { subject: 'ana', role: 'analyst' },
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});

const PARTNER = { role: 'partner', partner: 'stockport-homes', streams: ['corporate'] };
const aPerson = fc.constantFrom({ role: 'analyst' }, { role: 'manager' }, { role: 'officer' }, PARTNER);

const sent = async (records: Readable | null) => (records === null ? '' : text(records));
const orNothing = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 1 });
const some = <Value>(...values: Value[]) => orNothing(fc.subarray(values, { minLength: 1 }));
const aDay = orNothing(fc.constantFrom('2019-04-01', '2020-02-29', '2021-03-31'));
const parts = {
  streams: some('CORPORATE', 'SCHOOLS'),
  stages: some(1, 2),
  services: some('Highways', 'Highway Services', 'Not recorded'),
  directorates: some('Not recorded'),
  themes: some('Delay', 'Not recorded'),
  channels: some('Email'),
  outcomes: some('UPHELD', 'NOT_UPHELD'),
};
const ASKED = {
  stages: {
    where: fc.record({ ...parts, routes: some('DIRECT'), quarters: some('Q1', 'Q3'), from: aDay }),
    total: 'counted(measure: RECEIVED, where: $where)',
    filter: 'MeasureFilter',
    field: 'stageRecords',
  },
  complaints: {
    where: fc.record({
      ...parts,
      status: orNothing(fc.constantFrom('OPEN', 'CLOSED')),
      overdue: orNothing(fc.boolean()),
      receivedFrom: aDay,
      closedDayKnown: orNothing(fc.boolean()),
      changedSince: orNothing(fc.constantFrom('2021-10-15T08:00:00Z', '2021-10-15T08:00:00.001Z')),
    }),
    total: 'complaints(where: $where)',
    filter: 'ComplaintFilter',
    field: 'complaintRecords',
  },
};

describe.each(Object.entries(ASKED))(
  '%s under any filter, to anybody',
  (_, { where, total, filter, field }) => {
    it('are as many as the graph says, and as many as come', async () => {
      let most = 0;
      await fc.assert(
        fc.asyncProperty(where, aPerson, async (given, as) => {
          const variables = { where: given };
          const { result, records } = await part.read(
            `query ($where: ${filter}) { told: ${field}(where: $where, writing: TABBED) { count } list: ${total} { totalCount } }`,
            { as, variables },
          );
          expect(result.errors).toBeUndefined();
          const { told, list } = result.data as {
            told: { count: number };
            list: { totalCount: number | null };
          };
          const lines = (await sent(records)).split('\n').length - 1;
          expect([told.count, lines]).toEqual([list.totalCount ?? told.count, told.count]);
          most = Math.max(most, lines);
        }),
        { numRuns: 30, seed: 3 },
      );
      expect(most).toBeGreaterThan(20);
    });
  },
);

describe('the view of a set', () => {
  it.each<RecordSet>([stages, complaints])('$name has its columns, each with its words', async (set) => {
    const rows: { name: string; words: string }[] = await database.owner.query(
      `select attname::text as name, col_description(attrelid, attnum) as words from pg_attribute
       where attrelid = '${viewOf(set)}'::regclass and attnum > 0 order by attnum`,
    );
    expect(rows).toEqual(
      set.columns.map(({ name, description }) => ({ name: inSnakeCase(name), words: description })),
    );
    const [said] = await database.owner.query(
      `select obj_description('${viewOf(set)}'::regclass) as words, reloptions as options from pg_class where oid = '${viewOf(set)}'::regclass`,
    );
    expect(said).toEqual({ words: set.description, options: ['security_invoker=true'] });
  });

  it('has nothing for whoever has no scope', async () => {
    expect(await database.of('insight').query('select from bi.stages')).toEqual([]);
    expect(await database.of('insight').query('select from bi.complaints')).toEqual([]);
  });
});

describe('who may have records sent', () => {
  const read = (as: object) => part.read('{ told: stageRecords(writing: CSV) { count } }', { as });

  it.each([{ role: 'auditor' }, { role: 'analyst', smallNumbersBelow: 5 }, { role: 'analyst', scopes: [] }])(
    'not %j, whatever the gateway says',
    async (as) => {
      const { result, records } = await read(as);
      expect([result.errors?.[0]?.extensions?.code, records]).toEqual(['FORBIDDEN', null]);
    },
  );

  it('one set at a time, and nothing where something is wrong', async () => {
    const two = await part.read(
      '{ a: stageRecords(writing: CSV) { count } b: complaintRecords(writing: CSV) { count } }',
    );
    expect([two.result.errors?.[0]?.extensions?.code, two.records]).toEqual(['BAD_USER_INPUT', null]);
    const wrong = await part.read('{ told: stageRecords(writing: CSV, where: { from: "soon" }) { count } }');
    expect([wrong.result.errors?.[0]?.extensions?.code, wrong.records]).toEqual(['BAD_USER_INPUT', null]);
    const none = await part.read('{ measures(by: []) { asAt } }');
    expect([none.result.errors, none.records]).toEqual([undefined, null]);
  });
});

describe('texts in a file for spreadsheets', () => {
  beforeAll(() =>
    project(database, [
      complaintChanged({
        id: 'schools-formula',
        stages: [stage({ id: 's1', receivedOn: '2018-01-01', theme: '=1+1', channel: 'a "b", c\nd' })],
      }),
    ]),
  );

  it('are harmless, and whole; for programs they are as they are', async () => {
    const where = { receivedTo: '2018-01-02' };
    const asked = (writing: string) =>
      part.read(
        `query ($where: ComplaintFilter) { complaintRecords(where: $where, writing: ${writing}) { count } }`,
        {
          variables: { where },
        },
      );
    expect(await sent((await asked('CSV')).records)).toContain(`,'=1+1,"a ""b"", c\nd",`);
    expect(await sent((await asked('TABBED')).records)).toContain('\t=1+1\ta "b", c\\nd\t');
  });
});
