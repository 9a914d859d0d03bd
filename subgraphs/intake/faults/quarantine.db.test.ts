import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { type Caller, loadRows, type ServedIntake, serveIntake } from '../testing';
import { listing, loadFaults } from './testing';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

let database: TestDatabase;
let served: ServedIntake;

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  const intake = database.of('intake');
  await loadFaults(intake);
  served = await serveIntake(intake, { subject: 'olu' });
});
afterAll(async () => {
  await served.stop();
  await database.stop();
});

const listed: ReturnType<typeof listing> = (...args) => listing(served)(...args);
const ids = async (args: string, as: Partial<Caller> = {}) => {
  const { totalCount, edges } = await listed('quarantinedRows', args, 'id line', as);
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => node.line);
};

describe('quarantined rows', () => {
  const OWNED = 'where: { owners: ["schools"] }';

  it('are listed with where they were met and what is wrong with them', async () => {
    const { edges } = await listed(
      'quarantinedRows',
      OWNED,
      'source owner firstMetAt run file line reasons { column code value action } cells { column value }',
    );
    expect(edges.map(({ node }) => node)).toEqual([
      {
        ...{ source: 'second', owner: 'schools', firstMetAt: '2022-01-31T12:00:00.000Z', run: '2' },
        ...{ file: 'second.csv', line: 7, cells: [{ column: 'Ref', value: '9' }] },
        reasons: ['BROKEN', 'ODD'].map((code) => ({
          column: 'Ref',
          code,
          value: 'as written',
          action: 'Noted.',
        })),
      },
    ]);
  });

  it.each([
    ['all', 'first: 9', [4, 7]],
    ['of a source', 'where: { sources: ["first"] }', [4]],
    ['first met by a run', 'where: { runs: ["2"] }', [7]],
    ['with a code among others', 'where: { codes: ["ODD"] }', [7]],
    ['with a code that none has', 'where: { codes: ["STRANGE"] }', []],
    ['first met before a day', 'where: { to: "2022-01-30" }', []],
  ])('%s', async (_, args, expected) => {
    expect(await ids(args)).toEqual(expected);
  });

  it('keep their names and their order when their file comes again', async () => {
    const before = await listed('quarantinedRows', 'first: 9', 'id');
    await loadRows(database.of('intake'), {
      source: 'second',
      rows: [
        {
          kind: 'quarantined',
          owner: 'schools',
          line: 3,
          contentHash: 'of schools',
          raw: { Ref: '9' },
          faults: [],
        },
      ],
    });
    expect((await listed('quarantinedRows', 'first: 9', 'id')).edges).toEqual(before.edges);
    expect(await ids('first: 9')).toEqual([4, 3]);
  });

  it.each([
    ['an officer cleared for schools', { role: 'officer', streams: ['schools'] }, 1],
    ['an officer cleared for another stream', { role: 'officer', streams: ['corporate'] }, 0],
    ['an analyst', { role: 'analyst', streams: ['schools'] }, 0],
    ['an auditor', { role: 'auditor' }, 0],
  ])('%s sees', async (_, as, seen) => {
    expect(await ids('first: 9', as)).toHaveLength(seen);
  });

  it('are found by their id, by those who may see them', async () => {
    const { edges } = await listed('quarantinedRows', OWNED, 'id');
    const one = `{ quarantinedRow(id: "${edges[0]?.node.id}") { owner } nobody: quarantinedRow(id: "none") { owner } }`;
    expect((await served.ask(one)).data).toEqual({ quarantinedRow: { owner: 'schools' }, nobody: null });
    const other = await served.ask(one, { role: 'officer', streams: ['corporate'] });
    expect(other.data).toEqual({ quarantinedRow: null, nobody: null });
  });
});
