import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ombudsmanCases } from '../../../contracts/record-sets/ombudsman-cases';
import { inSnakeCase } from '../../../platform/records/record-set';
import type { TestDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { subgraph } from '../subgraph';
import { as, keep, kept, ombudsmanDatabase, takeBack } from '../testing';

const CASES = [
  kept({ referenceKey: '1', stream: 'CORPORATE', replyDueOn: '2021-04-20', replySentOn: '2021-04-21' }),
  kept({ referenceKey: '2', stream: null, body: 'HOUSING', partner: 'stockport-homes', upheld: null }),
  kept({ referenceKey: '3', stream: 'SCHOOLS', decision: null, decidedOn: null }),
];

let database: TestDatabase;
let part: ServedPart;
beforeAll(async () => {
  database = await ombudsmanDatabase();
  await keep(database, ...CASES);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('ombudsman'), today: '2021-10-15' },
    person: { subject: 'ana', role: 'analyst' },
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});

async function read(where: string, as = {}) {
  const { result, records } = await part.read(
    `{ told: ombudsmanCaseRecords(writing: TABBED, where: ${where}) { count asAt } list: ombudsmanCases(where: ${where}) { totalCount } }`,
    { as },
  );
  const sent = async (stream: Readable | null) => (stream === null ? '' : text(stream));
  return { result, lines: (await sent(records)).split('\n').slice(0, -1) };
}
const moments = () =>
  as(database, { role: 'analyst' }, ({ query }) =>
    query<{ reference: string; at: Date }>(
      'select reference, changed_at as at from ombudsman.ombudsman_case order by id',
    ),
  );

describe('cases that are sent', () => {
  it.each([
    '{}',
    '{ streams: [SCHOOLS] }',
    '{ decided: false }',
    '{ replyOverdue: true }',
    '{ receivedFrom: "2031-01-01" }',
    '{ changedSince: "2021-01-01T00:00:00Z" }',
    '{ changedSince: "2121-01-01T00:00:00Z" }',
  ])('are those that are listed: %s', async (where) => {
    for (const as of [{}, { role: 'partner', partner: 'stockport-homes' }]) {
      const { result, lines } = await read(where, as);
      expect(result).toMatchObject({
        data: { told: { count: lines.length }, list: { totalCount: lines.length } },
      });
    }
  });

  it('are refused to whoever may not, and where the filter cannot be answered', async () => {
    const code = async (where: string, as: object) =>
      (await read(where, as)).result.errors?.[0]?.extensions?.code;
    expect([await code('{}', { role: 'auditor' }), await code('{ streams: [] }', {})]).toEqual([
      'FORBIDDEN',
      'BAD_USER_INPUT',
    ]);
  });

  it('have the columns that are agreed, and nobody’s words beside the decision', async () => {
    const rows: { name: string }[] = await database.owner.query(
      `select attname::text as name from pg_attribute where attrelid = 'bi.ombudsman_cases'::regclass and attnum > 0 order by attnum`,
    );
    expect(rows.map(({ name }) => name)).toEqual(ombudsmanCases.columns.map(({ name }) => inSnakeCase(name)));
  });

  it('know when they changed, and when they went', async () => {
    const before = await moments();
    await keep(database, ...CASES.slice(0, 2));
    expect(await moments()).toEqual(before);
    await keep(database, kept({ referenceKey: '1', decision: 'Upheld: again', contentHash: 'another' }));
    const latest = (rows: { at: Date }[]) => Math.max(...rows.map(({ at }) => at.getTime()));
    expect(latest(await moments())).toBeGreaterThan(latest(before));
    await takeBack(database, ...CASES.slice(2));
    const [gone] = await as(database, { role: 'import' }, ({ query }) =>
      query<{ at: Date }>('select gone_at as at from ombudsman.case_gone'),
    );
    expect(gone?.at.getTime()).toBeGreaterThan(latest(before));
  });
});
