import { text } from 'node:stream/consumers';
import { calls } from '../../../contracts/record-sets/calls';
import { inSnakeCase } from '../../../platform/records/record-set';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { subgraph } from '../subgraph';
import { aCall, keep, reached } from '../testing';

let database: TestDatabase;
let part: ServedPart;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
  await keep(
    database.of('telephony'),
    ['2021-04-01', '2021-04-02', '2021-07-01'].map((offeredOn, place) =>
      aCall({ callId: `c${place}`, offeredOn }),
    ),
  );
  part = await servePart({
    ...{ subgraph, dataSource: database.of('telephony'), today: '2021-10-15' },
    person: { subject: 'ana', role: 'analyst' },
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});

const read = (where: string, as = {}) =>
  part.read(`{ told: callRecords(writing: CSV, where: ${where}) { count } }`, { as });

describe('calls that are sent', () => {
  it.each([
    ['{}', 3],
    ['{ quarters: [Q1] }', 2],
    ['{ from: "2021-04-02", to: "2021-04-02" }', 1],
    ['{ financialYears: ["2019-20"] }', 0],
  ])('are those of the days that were asked: %s', async (where, count) => {
    const { result, records } = await read(where);
    expect(result).toEqual({ data: { told: { count } } });
    expect(records && (await text(records)).split('\n')).toHaveLength(count + 2);
  });

  it('say how far their source reaches, and today at the latest', async () => {
    const asAt = async () => (await part.read('{ told: callRecords(writing: CSV) { asAt } }')).result;
    for (const [to, told] of [
      ['2021-07-31', '2021-07-31'],
      ['2022-07-31', '2021-10-15'],
    ] as const) {
      await database.owner.query('truncate telephony.source_reach');
      await reached(database.of('telephony'), { to });
      expect(await asAt()).toEqual({ data: { told: { asAt: told } } });
    }
  });

  it('say nothing of who was on the line', async () => {
    const rows: { name: string }[] = await database.owner.query(
      `select attname::text as name from pg_attribute where attrelid = 'bi.calls'::regclass and attnum > 0 order by attnum`,
    );
    expect(rows.map(({ name }) => name)).toEqual(calls.columns.map(({ name }) => inSnakeCase(name)));
    const { records } = await read('{}');
    const { callerNumber, agent } = aCall();
    expect(records && (await text(records))).not.toMatch(new RegExp(`${callerNumber}|${agent}`));
  });

  it.each([
    ['partner', { role: 'partner', partner: 'stockport-homes' }],
    ['auditor', { role: 'auditor' }],
    ['analyst to whom small numbers are not told', { smallNumbersBelow: 5 }],
  ])('are refused to a %s', async (_, as) => {
    const { result, records } = await read('{}', as);
    expect([result.errors?.[0]?.extensions?.code, records]).toEqual(['FORBIDDEN', null]);
  });
});
