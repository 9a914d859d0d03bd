import { fixedClock } from '../../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { openLoad, subgraph } from '../subgraph';
import { loadRows, type ServedIntake, serveIntake, takenRow } from '../testing';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

let database: TestDatabase;
let served: ServedIntake;

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  const strange = { line: 2, column: 'Ref', code: 'STRANGE', value: '1', action: 'Noted.' };
  await loadRows(database.of('intake'), {
    source: 'first',
    rows: [
      takenRow({ faults: [strange] }),
      { kind: 'leftOut', reason: 'Kind: other', line: 3, raw: {}, contentHash: 'other', faults: [strange] },
    ],
  });
  const load = await openLoad(database.of('intake'), {
    ...{ source: 'second', file: 'second.csv', clock: fixedClock('2022-01-31') },
    ...{ dryRun: false, amendmentId: null },
  });
  await load.abandon('WRONG_HEADER');
  await load.end();
  served = await serveIntake(database.of('intake'), { subject: 'ada' });
});
afterAll(async () => {
  await served.stop();
  await database.stop();
});

const ask = (query: string, role = 'admin') => served.ask(query, { role });

describe('imports', () => {
  it('are listed with their counts, the newest first', async () => {
    const answer = await ask(`{
      imports {
        id source file sha256 state startedAt endedAt refusal read loaded updated copies leftOut quarantined
        leftOutFor { name count } faults { name count }
      }
    }`);
    const at = '2022-01-31T12:00:00.000Z';
    const uncounted = {
      read: null,
      loaded: null,
      updated: null,
      copies: null,
      leftOut: null,
      quarantined: null,
    };
    expect(answer.data).toEqual({
      imports: [
        {
          ...{ id: '2', source: 'second', file: 'second.csv', sha256: null, startedAt: at, endedAt: at },
          ...{ state: 'REFUSED', refusal: 'WRONG_HEADER', ...uncounted, leftOutFor: null, faults: null },
        },
        {
          ...{
            id: '1',
            source: 'first',
            file: 'first.csv',
            sha256: 'sha of first',
            startedAt: at,
            endedAt: at,
          },
          ...{
            state: 'LOADED',
            refusal: null,
            read: 2,
            loaded: 1,
            updated: 0,
            copies: 0,
            leftOut: 1,
            quarantined: 0,
          },
          leftOutFor: [{ name: 'Kind: other', count: 1 }],
          faults: [{ name: 'STRANGE', count: 2 }],
        },
      ],
    });
  });

  it('are as many as asked for', async () => {
    expect((await ask('{ imports(first: 1) { id } }')).data).toEqual({ imports: [{ id: '2' }] });
  });

  it.each(['0', '-1', '201', 'null'])('are refused for first: %s', async (first) => {
    const answer = await ask(`{ imports(first: ${first}) { id } }`);
    expect(answer.errors).toMatchObject([
      { message: '`first` is from 1 to 200.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it.each([
    ['analyst', 2],
    ['officer', 2],
    ['manager', 0],
    ['partner', 0],
    ['auditor', 0],
  ])('are counted by an %s: %i', async (as, runs) => {
    const answer = await ask('{ imports { id } }', as);
    expect(answer.data?.imports).toHaveLength(runs);
  });

  it('are running while somebody runs them, and interrupted once nobody does', async () => {
    const load = await openLoad(database.of('intake'), {
      ...{ source: 'third', file: 'third.csv', clock: fixedClock('2022-01-31') },
      ...{ dryRun: false, amendmentId: null },
    });
    const state = async () =>
      ((await ask('{ imports(first: 1) { state } }')).data as { imports: { state: string }[] }).imports[0]
        ?.state;
    expect(await state()).toBe('RUNNING');
    await load.end();
    expect(await state()).toBe('INTERRUPTED');
  });
});
