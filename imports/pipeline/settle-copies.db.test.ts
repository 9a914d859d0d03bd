import { fixedClock } from '../../platform/config/clock';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { subgraph as intake } from '../../subgraphs/intake/subgraph';
import { type Cells, cells, importRows, readAs, type TestRecord, testKeepers, testSource } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([intake]);
});
afterAll(() => database.stop());

const EXACT = '2021-05-04 10:00:09';
const ROUNDED = '04/05/2021 10:00';

let systems = 0;
/** A system whose rows are loaded file by file; tells what became of each file, and what is kept. */
function system() {
  systems += 1;
  const name = `settled-${systems}`;
  const kept: TestRecord[] = [];
  return {
    async load(...rows: readonly Partial<Cells>[]) {
      const outcome = await importRows(database.of('intake'), {
        source: testSource(name, rows.map(cells)),
        keepers: testKeepers(kept),
        clock: fixedClock('2022-01-31'),
      });
      if (outcome.kind === 'refused') throw new Error(outcome.code);
      const { loaded, updated, copies } = outcome.counts;
      return { loaded, updated, copies, faults: outcome.faults.map(({ line, code }) => `${line} ${code}`) };
    },
    texts: () => kept.map(({ text }) => text),
    held: async () =>
      readAs<{ text: string }>(
        database.of('intake'),
        'import',
        `select raw ->> 'Text' as text from intake.held_row where source = $1`,
        [name],
      ),
  };
}

describe('a row that says the same as another of its record', () => {
  it('is a copy in whatever form, and nothing changes', async () => {
    const { load, texts } = system();
    await load({ Text: '04/05/2021' });
    expect(await load({ Text: '2021-05-04' })).toEqual({ loaded: 0, updated: 0, copies: 1, faults: [] });
    expect(texts()).toEqual(['04/05/2021']);
  });

  it('less exactly than the one held is a copy, and the exact one holds', async () => {
    const { load, held } = system();
    await load({ Text: EXACT });
    expect(await load({ Text: ROUNDED })).toEqual({ loaded: 0, updated: 0, copies: 1, faults: [] });
    expect(await held()).toEqual([{ text: EXACT }]);
  });

  it('more exactly than the one held takes its place, without a conflict', async () => {
    const { load, texts, held } = system();
    await load({ Text: ROUNDED });
    expect(await load({ Text: EXACT })).toEqual({ loaded: 1, updated: 1, copies: 0, faults: [] });
    expect([texts(), await held()]).toEqual([[ROUNDED, EXACT], [{ text: EXACT }]]);
  });

  it.each([[[EXACT, ROUNDED, '44320']], [['44320', ROUNDED, EXACT]], [[ROUNDED, EXACT, '44320']]])(
    'is a copy within a file too, and the most exact holds: %j',
    async (written) => {
      const { load, texts } = system();
      expect(await load(...written.map((Text) => ({ Text })))).toEqual({
        ...{ loaded: 1, updated: 0, copies: 2, faults: [] },
      });
      expect(texts()).toEqual([EXACT]);
    },
  );

  it('stands where it is repeated last: another between them is the one set aside', async () => {
    const { load, texts } = system();
    const { faults, ...counts } = await load({ Text: EXACT }, { Text: 'other' }, { Text: ROUNDED });
    expect([counts, faults]).toEqual([{ loaded: 1, updated: 0, copies: 2 }, ['3 CONFLICTING_COPY']]);
    expect(texts()).toEqual([EXACT]);
  });

  it('in the very same words stands where it is written last, though another lies between', async () => {
    const { load } = system();
    const strange = { Text: 'strange' };
    expect(await load(strange, { Text: 'other' }, strange)).toMatchObject({
      faults: ['3 CONFLICTING_COPY', '4 STRANGE'],
    });
  });

  it('is no copy where it says something else, on the same day or another', async () => {
    const { load } = system();
    await load({ Text: EXACT });
    expect(await load({ Text: '04/05/2021 10:01' })).toMatchObject({
      ...{ loaded: 1, updated: 1, faults: ['2 CONFLICTING_COPY'] },
    });
    expect(await load({ Text: ROUNDED, Updated: '2021-05-05T10:00' })).toMatchObject({
      loaded: 1,
      faults: [],
    });
  });

  it('is found among many records', async () => {
    const { load } = system();
    const ids = Array.from({ length: 1_200 }, (_, id) => String(id));
    await load(...ids.map((Id) => ({ Id, Text: EXACT })));
    const again = await load(...ids.map((Id) => ({ Id, Text: Id === '7' ? 'other' : ROUNDED })));
    expect(again).toEqual({ loaded: 1, updated: 1, copies: 1_199, faults: ['9 CONFLICTING_COPY'] });
  });
});
