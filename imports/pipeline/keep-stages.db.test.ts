import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as intake } from '../../subgraphs/intake/subgraph';
import { type Cells, cells, importRows, readAs, type TestRecord, testKeepers, testSource } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([intake]);
});
afterAll(() => database.stop());

let systems = 0;
/** A system in which a reference stands for one stage; a text of `elsewhere` is of another keeper. */
function system() {
  systems += 1;
  const name = `staged-${systems}`;
  const kept: TestRecord[] = [];
  const { stream } = testKeepers(kept);
  if (!stream) throw new Error('There is no keeper');
  return {
    async load(...rows: readonly Partial<Cells>[]) {
      const source = testSource(name, rows.map(cells));
      const outcome = await importRows(database.of('intake'), {
        source: {
          ...source,
          stageKept: { column: 'Stage', action: 'Quarantined: held at another stage.' },
          place: (record) => ({
            ...{
              keeper: record.text === 'elsewhere' ? 'elsewhere' : 'stream',
              order: record.stage,
              days: [],
              kept: record,
            },
          }),
        },
        keepers: { stream, elsewhere: stream },
      });
      if (outcome.kind === 'refused') throw new Error(outcome.code);
      const { read, ...counts } = outcome.counts;
      const sum = counts.loaded + counts.copies + counts.leftOut + counts.quarantined;
      expect(sum).toBe(read);
      return { ...counts, faults: outcome.faults.map(({ line, code, value }) => [line, code, value]) };
    },
    held: () =>
      readAs<{ stage: string }>(
        database.of('intake'),
        'import',
        `select raw ->> 'Stage' as stage from intake.held_row where source = $1`,
        [name],
      ),
    quarantine: () =>
      readAs<{ reasons: readonly object[] }>(
        database.of('intake'),
        'import',
        'select reasons from intake.quarantined_row where source = $1',
        [name],
      ),
  };
}

const AGAIN = { Updated: '2021-05-21T10:00', Stage: '2', Text: 'b' };

describe('a reference that comes back with another stage', () => {
  it('is quarantined within a file, and the first stage stays, however much newer the other is', async () => {
    const { load, held, quarantine } = system();
    expect(await load({ Text: 'a' }, AGAIN)).toMatchObject({
      ...{ loaded: 1, copies: 0, quarantined: 1, faults: [[3, 'OTHER_STAGE_HELD', '2']] },
    });
    expect(await held()).toEqual([{ stage: '1' }]);
    expect(await quarantine()).toMatchObject([{ reasons: [{ column: 'Stage', code: 'OTHER_STAGE_HELD' }] }]);
  });

  it('is quarantined against what is held, and the same file again says the same', async () => {
    const { load, held, quarantine } = system();
    await load({ Text: 'a' });
    for (let time = 0; time < 2; time += 1)
      expect(await load(AGAIN)).toMatchObject({ loaded: 0, quarantined: 1 });
    expect(await load({ Text: 'a' }, AGAIN)).toMatchObject({ loaded: 0, copies: 1, quarantined: 1 });
    expect([(await held()).length, (await quarantine()).length]).toEqual([1, 1]);
  });

  it('is a newer state where its kind has changed too', async () => {
    const { load, held } = system();
    await load({ Text: 'a' });
    expect(await load({ ...AGAIN, Text: 'elsewhere' })).toMatchObject({
      loaded: 1,
      updated: 1,
      quarantined: 0,
    });
    expect(await held()).toEqual([{ stage: '2' }]);
  });

  it('is no other stage where only the rest has changed', async () => {
    const { load } = system();
    await load({ Text: 'a' });
    expect(await load({ ...AGAIN, Stage: ' 1 ' })).toMatchObject({ loaded: 1, updated: 1, quarantined: 0 });
  });
});
