import { sources } from '../../imports/sources';
import { corporateRow, testFacts } from '../../imports/testing';
import { watchImport } from './watch-import';

const counts = { read: 2, loaded: 1, updated: 0, copies: 0, leftOut: 1, quarantined: 0 };
const loaded = { kind: 'loaded', sha256: 'abc', counts, notes: [], async *faults() {} } as const;

describe('an import that is watched', () => {
  it('says how many rows were read and how many records are done', async () => {
    const said: (() => string)[] = [];
    const { source, keepers } = watchImport(sources['corporate-crm'], {
      doing: (what) => said.push(what ?? (() => 'nothing')),
    });
    const keeper = { keep: async () => [{ ordinal: 1, code: 'FOUND' }], remove: async () => undefined };
    const { corporate } = keepers({ corporate: keeper });
    for (let row = 0; row < 1_200; row += 1) source.map(corporateRow(), testFacts);
    const batch = [1, 2].map((ordinal) => ({ ordinal, record: {} }));
    expect(await corporate?.keep(batch)).toEqual([{ ordinal: 1, code: 'FOUND' }]);
    expect(said.map((what) => what())).toEqual(['1,200 rows read, 2 records done']);
  });

  it('says aside what was left out and what to look at, and of a refusal nothing', () => {
    const { source, aside } = watchImport(sources['corporate-crm']);
    source.map(corporateRow(), testFacts);
    source.map(corporateRow({ 'Case Type': 'Comment' }), testFacts);
    expect(aside(loaded)).toEqual({
      leftOut: new Map([['Case type: Comment', 1]]),
      notices: [expect.stringContaining('no Total line')],
    });
    expect(aside({ kind: 'refused', code: 'FILE_CUT_OFF', message: 'Cut off.' })).toEqual({
      leftOut: new Map(),
      notices: [],
    });
  });
});
