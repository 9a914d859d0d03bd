import { parseFinancialYear } from '../../../../domain/calendar/financial-year';
import type { RowDefinition } from '../definitions/definition';
import type { PlannedColumn } from './columns';
import { type Beside, otherCell } from './other-cell';

const ROW: RowDefinition = { key: 'row', label: 'Row', measure: 'IN_TIME_RATE', words: { code: 'C1' } };
const BESIDE: Beside = {
  row: ROW,
  measure: 'IN_TIME_RATE',
  figures: new Map(),
  aims: { targets: [], directorateOf: () => null },
};
const WORDS: PlannedColumn = { kind: 'WORDS', key: 'code', label: 'Code', missing: 'The agreement’s code' };

describe('a cell of what is no figure', () => {
  it('holds the words of its row', () => {
    expect(otherCell('id', WORDS, BESIDE)).toMatchObject({ state: 'TOLD', text: 'C1', question: null });
  });

  it('is a flagged blank without them, with what would fill it', () => {
    const { words: _, ...row } = { words: undefined, ...ROW };
    expect(otherCell('id', WORDS, { ...BESIDE, row })).toMatchObject({
      ...{ state: 'BLANK', text: 'to be filled in', missing: 'The agreement’s code' },
    });
  });

  it('says which way of its measure is better', () => {
    const column: PlannedColumn = { kind: 'POLARITY', key: 'good', label: 'Good is' };
    const says = (measure: Beside['measure']) => otherCell('id', column, { ...BESIDE, measure }).text;
    expect([says('IN_TIME_RATE'), says('OVERDUE'), says('RECEIVED'), says(undefined)]).toEqual([
      ...['High', 'Low', 'Neither', ''],
    ]);
  });

  it('is a flagged blank in a column of figures where no record can tell it, and never 0', () => {
    const period = { label: '2021-22', financialYear: parseFinancialYear('2021-22')!, quarters: null };
    const column: PlannedColumn = {
      ...{ kind: 'FIGURE', key: 'so-far', label: '2021-22', given: {}, period, needsLastQuarter: false },
    };
    const row: RowDefinition = { key: 'average', label: 'Average', missing: 'The annual letter' };
    expect(otherCell('id', column, { ...BESIDE, row })).toMatchObject({
      ...{ state: 'BLANK', value: null, missing: 'The annual letter' },
    });
  });

  it('is empty beside no figure', () => {
    const rag: PlannedColumn = { kind: 'RAG', key: 'rag', label: 'RAG', of: 'so-far' };
    const direction: PlannedColumn = {
      ...{ kind: 'DIRECTION', key: 'way', label: 'Way', of: 'so-far', before: 'year-1' },
    };
    expect(otherCell('id', rag, BESIDE).state).toBe('EMPTY');
    expect(otherCell('id', direction, BESIDE).state).toBe('EMPTY');
  });
});
