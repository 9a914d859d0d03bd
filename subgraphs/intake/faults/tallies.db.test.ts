import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { loadRows, quarantinedRow, type ServedIntake, serveIntake, takenRow } from '../testing';
import { listing } from './testing';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

let database: TestDatabase;
let served: ServedIntake;

const fault = (line: number, code: string, value: string | null = null) => ({
  ...{ line, code, column: 'Ref', value, action: 'Noted.' },
});

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  served = await serveIntake(database.of('intake'), { subject: 'ada' });
  const intake = database.of('intake');
  await loadRows(intake, {
    source: 'crm',
    rows: [
      takenRow({ days: ['2021-05-04', '2021-07-01'], faults: [fault(2, 'UNKNOWN_SERVICE', 'Parks')] }),
      takenRow({ identity: '2', line: 3, keeper: 'schools', days: [], faults: [fault(3, 'ODD')] }),
      quarantinedRow({
        ...{ line: 4, contentHash: 'dated', days: ['2021-05-09'] },
        faults: [fault(4, 'BROKEN')],
      }),
      quarantinedRow({
        ...{ line: 5, contentHash: 'undated', owner: null },
        faults: [fault(5, 'BROKEN'), fault(5, 'ODD'), fault(5, 'ODD')],
      }),
    ],
  });
  // A newer row takes the place of the first: its fault touches nothing any longer.
  await loadRows(intake, {
    source: 'crm',
    isWhole: false,
    rows: [takenRow({ line: 9, contentHash: 'newer', lastUpdated: '2021-08-01', days: ['2021-05-04'] })],
  });
});
afterAll(async () => {
  await served.stop();
  await database.stop();
});

const OFFICER = { role: 'officer', streams: ['corporate'] };
async function tallies(field: string, args: string, as: Parameters<ServedIntake['ask']>[1] = {}) {
  const answer = await served.ask(
    `{ ${field}(${args}) { source code stream month day word open settled oldestOpen } }`,
    as,
  );
  expect(answer.errors).toBeUndefined();
  return (answer.data as Record<string, Record<string, unknown>[]>)[field];
}

describe('tallies', () => {
  it('count what the lists list, for the same people', async () => {
    const list = listing(served);
    for (const as of [{}, OFFICER]) {
      const [faults] = (await tallies('faultTallies', 'by: []', as)) ?? [];
      const open = 'where: { states: [OPEN] }, first: 1';
      expect(faults?.open).toBe((await list('faults', open, 'id', as)).totalCount);
      expect(faults).toMatchObject({ settled: 1 });
      const [rows] = (await tallies('quarantineTallies', 'by: []', as)) ?? [];
      expect(rows?.open).toBe((await list('quarantinedRows', 'first: 1', 'id', as)).totalCount);
    }
    expect(await tallies('quarantineTallies', 'by: []', OFFICER)).toMatchObject([{ open: 1 }]);
  });

  it('divide by system, code, stream, month, day and word', async () => {
    expect(await tallies('faultTallies', 'by: [SOURCE, CODE, STREAM, MONTH, DAY, WORD]')).toEqual(
      expect.arrayContaining([
        {
          ...{ source: 'crm', code: 'UNKNOWN_SERVICE', stream: 'CORPORATE', word: 'Parks' },
          ...{ month: '2022-01-01', day: '2022-01-31', open: 0, settled: 1, oldestOpen: null },
        },
      ]),
    );
    expect(await tallies('quarantineTallies', 'by: [CODE]')).toMatchObject([
      { code: 'BROKEN', open: 2 },
      { code: 'ODD', open: 1 },
    ]);
  });

  it('are refused for roles that put no rows right, and for words of quarantined rows', async () => {
    const [none] = (await tallies('faultTallies', 'by: []', { role: 'analyst' })) ?? [];
    expect(none?.open).toBe(0);
    const refused = await served.ask('{ quarantineTallies(by: [WORD]) { open } }');
    expect(refused.errors?.[0]?.message).toContain('WORD');
  });

  it.each([
    ['2021-04-01', '2021-06-30', 2],
    ['2021-07-01', '2021-09-30', 1],
    ['2019-04-01', '2019-06-30', 0],
  ])(
    'count rows of %s to %s, and those that tell no day where their import covers them',
    async (from, to, open) => {
      const where = `where: { aboutFrom: "${from}", aboutTo: "${to}" }`;
      expect(await tallies('quarantineTallies', `by: [], ${where}`)).toMatchObject([{ open }]);
    },
  );

  it('count what touches figures as they stand: not what a newer row replaced, or what waits in quarantine', async () => {
    expect(await tallies('faultTallies', 'by: [CODE], where: { touchesFigures: true }')).toMatchObject([
      { code: 'ODD', open: 1 },
    ]);
    const [others] = (await tallies('faultTallies', 'by: [], where: { touchesFigures: false }')) ?? [];
    expect(others).toMatchObject({ open: 4, settled: 1 });
  });
});

describe('one fault', () => {
  it('is found by its id, with the record that its row holds', async () => {
    const one = async (id: string, as = {}) =>
      (await served.ask(`{ fault(id: "${id}") { id line code record { source record } } }`, as)).data?.fault;
    expect(await one('1-2')).toEqual({
      id: '1-2',
      line: 3,
      code: 'ODD',
      record: { source: 'crm', record: '2' },
    });
    expect(await one('1-1')).toMatchObject({ code: 'UNKNOWN_SERVICE', record: null });
    expect(await one('1-2', OFFICER)).toBeNull();
    for (const id of ['1', '1-99', 'x-1', '']) expect(await one(id)).toBeNull();
  });
});
