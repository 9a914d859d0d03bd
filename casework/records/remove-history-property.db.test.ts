import fc from 'fast-check';
import type { ComplaintChanged } from '../../contracts/events/complaint-changed';
import type { HistoricStage } from '../../contracts/records/stage';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { stageKeeper } from './stage-keeper';
import { historicStage } from './testing';

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A state of a stage. Few keys, so that parents are missing, found twice, and lead in circles of several complaints. */
const aState = fc.record({
  key: fc.constantFrom(...KEYS),
  number: fc.integer({ min: 1, max: 3 }),
  ownKey: fc.constantFrom('1', '2', '3', null),
  parentKey: fc.constantFrom('1', '2', '3', null),
  caseKey: fc.constantFrom(null, null, null, 'x', 'y'),
  month: fc.constantFrom('05', '06'),
  answeredOn: fc.constantFrom(null, '2021-06-11'),
});
type State = typeof aState extends fc.Arbitrary<infer Value> ? Value : never;

const aBatch = fc.record({
  what: fc.constantFrom('keep', 'keep', 'forget'),
  states: fc.uniqueArray(aState, { minLength: 1, maxLength: 4, selector: ({ key }) => key }),
});
type Batch = typeof aBatch extends fc.Arbitrary<infer Value> ? Value : never;

/** What remains of these batches. A record of a case comes with all its stages, so those that it lacks are gone. */
function remaining(batches: readonly Batch[]): State[] {
  const held = new Map<string, State>();
  for (const { what, states } of batches) {
    const cases = new Set(states.map(({ caseKey }) => caseKey).filter((key) => key !== null));
    for (const [key, { caseKey }] of held) {
      if (what === 'keep' && caseKey !== null && cases.has(caseKey)) held.delete(key);
    }
    for (const state of states) {
      if (what === 'keep') held.set(state.key, state);
      else held.delete(state.key);
    }
  }
  return [...held.values()];
}

describe('stages that are kept and taken back in any order', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([corporate]);
  });
  afterAll(() => database?.stop());

  const inBatch = async (source: string, { what, states }: Batch): Promise<unknown> => {
    const stages = states.map(({ month, ...state }): HistoricStage => {
      // A day for each key: stages of one number and day follow each other by their ids, which are the source's.
      const receivedOn = `2021-${month}-0${1 + KEYS.indexOf(state.key)}`;
      const reference = `${source} ${state.key}`;
      return historicStage({
        ...state,
        source,
        reference,
        receivedOn,
        contentHash: JSON.stringify([state, month]),
      });
    });
    const request = {
      authority: 'stockport',
      batch: stages.map((stage, ordinal) => ({ ordinal, record: { stages: [stage] } })),
    };
    return inTransaction<unknown>(
      database.of('corporate'),
      { subject: 'import', role: 'import' },
      (transaction) =>
        what === 'keep'
          ? stageKeeper(corporate.stream).keep(transaction, request)
          : stageKeeper(corporate.stream).remove(transaction, request),
    );
  };

  /** What was told last of each complaint of a source, without ids and the source's name. */
  const facts = async (source: string): Promise<readonly string[]> => {
    const rows = await inTransaction(
      database.of('outbox_reader'),
      { subject: 'courier', role: 'courier' },
      (transaction) =>
        transaction.query<{ payload: ComplaintChanged }>(
          `select distinct on (subject) payload from corporate.outbox where kind = 'complaint-changed'
           order by subject, version desc`,
        ),
    );
    return rows
      .map(({ payload }) => payload)
      .filter(({ stages }) => stages.some(({ reference }) => reference.startsWith(`${source} `)))
      .map(({ id: _, stages, ...told }) => ({
        ...told,
        stages: stages.map(({ id: __, reference, ...stage }) => ({
          reference: reference.slice(source.length),
          ...stage,
        })),
      }))
      .map((complaint) => JSON.stringify(complaint))
      .sort();
  };

  /** The stages of each complaint as they are held. */
  const held = async (source: string): Promise<readonly string[]> => {
    const rows = await inTransaction(
      database.of('corporate'),
      { subject: 'ana', role: 'analyst' },
      (transaction) =>
        transaction.query<{ references: string[] }>(
          `select array_agg(reference order by reference) as references from corporate.stage
         where source = $1 group by complaint_id`,
          [source],
        ),
    );
    return rows.map(({ references }) => references.join()).sort();
  };

  let made = 0;

  it('are the complaints that keeping only what remains would make', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aBatch, { minLength: 1, maxLength: 8 }), async (batches) => {
        made += 1;
        const [source, anew] = [`kept ${made}`, `anew ${made}`];
        for (const batch of batches) await inBatch(source, batch);
        const states = remaining(batches);
        if (states.length > 0) await inBatch(anew, { what: 'keep', states });
        expect(await facts(source)).toEqual(await facts(anew));
        const told = (await facts(source)).map(
          (fact): readonly { reference: string }[] => JSON.parse(fact).stages,
        );
        expect(await held(source)).toEqual(
          told
            .map((stages) =>
              stages
                .map(({ reference }) => source + reference)
                .sort()
                .join(),
            )
            .sort(),
        );
        expect(told.flat().length).toBe(states.length);
      }),
      { numRuns: 50 },
    );
  });

  it('have told each state of a complaint under a version of its own', async () => {
    const again = await inTransaction(
      database.of('outbox_reader'),
      { subject: 'courier', role: 'courier' },
      (transaction) =>
        transaction.query(
          `select subject, version from corporate.outbox where kind = 'complaint-changed'
           group by subject, version having count(*) > 1`,
        ),
    );
    expect(again).toEqual([]);
  });
});
