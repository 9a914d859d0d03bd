import type { StagedRow } from '../../subgraphs/intake/subgraph';
import { keptRow } from './keep-people-out';

const COLUMNS = {
  header: ['Ref', 'Stage', 'Name'],
  identityColumns: ['Ref'],
  personalColumns: new Set(['Name']),
};
const raw = { Ref: ' 100 ', Stage: '1', Name: 'Madeup' };
const takenRow = (facts: { identity: string; raw: object }): StagedRow => ({
  ...{ kind: 'taken', line: 2, contentHash: 'a hash', faults: [], lastUpdated: null },
  ...{ keeper: 'corporate', days: [], order: 1, record: {}, ...facts },
});
const GONE = { records: new Set(['100/1']), names: new Set(['100/1', '100']) };
const NOBODY = { records: new Set<string>(), names: new Set<string>() };
const broken: StagedRow = {
  ...{ kind: 'quarantined', line: 2, raw, contentHash: 'hash', owner: 'corporate' },
  faults: [{ line: 2, column: 'Stage', code: 'BROKEN', value: 'Madeup', action: 'Noted.' }],
};

describe('a row that comes in', () => {
  const taken = takenRow({ identity: '100/1', raw });

  it('is kept as it came while nobody was taken out, and of other records', () => {
    for (const row of [taken, broken]) expect(keptRow(row, COLUMNS, NOBODY)).toBe(row);
    const other = takenRow({ identity: '200/1', raw: { ...raw, Ref: '200' } });
    expect(keptRow(other, COLUMNS, GONE)).toBe(other);
    const unnamed = { ...broken, raw: { ...raw, Ref: '200', Name: '100' } };
    expect(keptRow(unnamed, COLUMNS, GONE)).toBe(unnamed);
  });

  it('is kept without people where its record has none any more, known by the same content', () => {
    expect(keptRow(taken, COLUMNS, GONE)).toEqual({ ...taken, raw: { Ref: ' 100 ', Stage: '1', Name: '' } });
    expect(keptRow(broken, COLUMNS, GONE)).toEqual({
      ...broken,
      raw: { Ref: ' 100 ' },
      faults: [{ ...broken.faults[0], value: null }],
    });
  });
});
