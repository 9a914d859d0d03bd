import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { type Caller, type ServedIntake, serveIntake } from '../testing';
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
const codes = async (args: string, as: Partial<Caller> = {}) => {
  const { totalCount, edges } = await listed('faults', args, 'line code', as);
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }) => `${node.line} ${node.code}`);
};

describe('faults', () => {
  it('are listed with their import, in its order', async () => {
    const { edges } = await listed(
      'faults',
      'first: 1',
      'id source run file foundAt owner line column code value action',
    );
    expect(edges.map(({ node }) => node)).toEqual([
      {
        ...{ id: '1-1', source: 'first', run: '1', file: 'first.csv', foundAt: '2022-01-31T12:00:00.000Z' },
        ...{
          owner: 'corporate',
          line: 2,
          column: 'Ref',
          code: 'STRANGE',
          value: 'as written',
          action: 'Noted.',
        },
      },
    ]);
  });

  it.each([
    ['all', 'first: 9', ['2 STRANGE', '3 STRANGE', '3 ODD', '4 BROKEN', '7 BROKEN', '7 ODD']],
    ['of a source', 'where: { sources: ["second"] }', ['7 BROKEN', '7 ODD']],
    ['of a source that there is not', 'where: { sources: ["third"] }', []],
    ['of a run', 'where: { runs: ["2"] }', ['7 BROKEN', '7 ODD']],
    ['with a code', 'where: { codes: ["ODD"] }', ['3 ODD', '7 ODD']],
    [
      'with one of several codes',
      'where: { codes: ["ODD", "BROKEN"] }',
      ['3 ODD', '4 BROKEN', '7 BROKEN', '7 ODD'],
    ],
    ['of an owner', 'where: { owners: ["schools"] }', ['3 STRANGE', '3 ODD', '7 BROKEN', '7 ODD']],
    ['of several things at once', 'where: { owners: ["schools"], codes: ["ODD"], runs: ["1"] }', ['3 ODD']],
    ['of a day', 'where: { from: "2022-01-31", to: "2022-01-31", codes: ["ODD"] }', ['3 ODD', '7 ODD']],
    ['before a day', 'where: { to: "2022-01-30" }', []],
    ['after a day', 'where: { from: "2022-02-01" }', []],
  ])('%s', async (_, args, expected) => {
    expect(await codes(args)).toEqual(expected);
  });

  it('are paged to their end without one twice or left out', async () => {
    const lines: unknown[] = [];
    for (let after = ''; ; ) {
      const { edges, pageInfo } = await listed('faults', `first: 2 ${after}`, 'id');
      lines.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = `after: "${pageInfo.endCursor}"`;
    }
    expect(lines).toEqual(['1-1', '1-2', '1-3', '1-4', '2-1', '2-2']);
  });

  it.each([
    ['first: 0', '1 to 200'],
    ['first: 201', '1 to 200'],
    ['after: "nothing"', 'no cursor of this list'],
    ['where: { runs: ["one"] }', '`where.runs`'],
    ['where: { from: "31/01/2022" }', '`where.from`'],
    ['where: { to: "2022-02-30" }', '`where.to`'],
  ])('are refused for %s', async (args, words) => {
    const { errors } = await served.ask(`{ faults(${args}) { totalCount } }`);
    expect(errors).toMatchObject([
      { message: expect.stringContaining(words), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it.each([
    ['an officer cleared for schools', { role: 'officer', streams: ['schools'] }, 4],
    ['an officer cleared for both', { role: 'officer', streams: ['corporate', 'schools'] }, 5],
    ['an officer cleared for nothing', { role: 'officer' }, 0],
    ['an analyst', { role: 'analyst', streams: ['schools'] }, 0],
    ['a manager', { role: 'manager', streams: ['schools'] }, 0],
    ['an auditor', { role: 'auditor' }, 0],
  ])('%s sees', async (_, as, seen) => {
    expect(await codes('first: 9', as)).toHaveLength(seen);
  });
});
