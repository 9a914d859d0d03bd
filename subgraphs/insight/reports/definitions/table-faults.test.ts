import type { ColumnDefinition, RowDefinition } from './definition';
import { tableFaults } from './table-faults';

const COLUMN: ColumnDefinition = { kind: 'FIGURE', period: 'SO_FAR' };
const ROW: RowDefinition = { key: 'received', label: 'Received', measure: 'RECEIVED' };

const faults = (
  {
    rows = [ROW],
    columns = [COLUMN],
  }: { rows?: readonly RowDefinition[]; columns?: readonly ColumnDefinition[] },
  read: readonly string[] = [],
) =>
  tableFaults(
    'Here',
    { key: 'table', title: 'A table', rowHead: 'Row', rows, columns },
    { upTo: ['Q1', 'Q2'], read },
  );

describe('the faults of a table', () => {
  it('are none of a good one', () => {
    expect(faults({})).toEqual([]);
    expect(faults({}, ['so-far'])).toEqual([]);
  });

  it('name an unknown measure, as one that was renamed would be', () => {
    // What the types hold back a definition that is read from elsewhere could hold.
    const row = JSON.parse('{ "key": "lost", "label": "Lost", "measure": "LOST" }');
    expect(faults({ rows: [row] })).toEqual(['Here, row lost, column SO_FAR: LOST is no measure']);
  });

  it.each<[string, Parameters<typeof faults>[0], string]>([
    ['no row', { rows: [] }, 'Here: it has no row'],
    ['no column', { columns: [] }, 'Here: it has no column'],
    ['a row twice', { rows: [ROW, ROW] }, 'Here: rows: received is there twice'],
    ['a column twice', { columns: [COLUMN, COLUMN] }, 'Here: columns: so-far is there twice'],
    [
      'no measure at all',
      { rows: [{ key: 'none', label: 'None' }] },
      'Here, row none, column SO_FAR: neither of them names a measure',
    ],
    [
      'two measures',
      { columns: [{ ...COLUMN, measure: 'CLOSED' }] },
      'Here, row received, column SO_FAR: both of them name a measure',
    ],
    [
      'a part that is narrowed twice',
      {
        rows: [{ ...ROW, where: { stages: [1] } }],
        columns: [{ ...COLUMN, where: { stages: [2] } }],
      },
      'Here, row received, column SO_FAR: both the row and the column narrow stages',
    ],
    [
      'ombudsmen’s cases at a stage',
      { rows: [{ ...ROW, measure: 'OMBUDSMAN_DECIDED', where: { stages: [1] } }] },
      "Here, row received, column SO_FAR: ombudsmen's cases have no stage",
    ],
    [
      'calls of a stream',
      { rows: [{ ...ROW, measure: 'CALLS', where: { streams: ['ADULTS'] } }] },
      'Here, row received, column SO_FAR: calls can be narrowed by days alone',
    ],
    [
      'rows of each of what is narrowed',
      { rows: [{ each: 'themes', most: 'so-far', measure: 'RECEIVED', where: { themes: ['Delay'] } }] },
      'Here, row of each of themes: it is narrowed to some of them',
    ],
    [
      'words of no column',
      { rows: [{ ...ROW, words: { owner: 'A post' } }] },
      'Here, row received: owner is no column of words',
    ],
  ])('name %s', (_, table, words) => {
    expect(faults(table)).toEqual([words]);
  });

  it('name columns that say something of none, in each quarter in which that is so', () => {
    const direction: ColumnDefinition = {
      ...{ kind: 'DIRECTION', key: 'direction', label: 'Direction' },
      ...{ of: 'so-far', before: 'q2' },
    };
    const quarters: ColumnDefinition = { kind: 'FIGURE', period: 'QUARTERS' };
    expect(faults({ columns: [COLUMN, quarters, direction] })).toEqual([
      'Here: q2 is no column of its figures up to Q1',
    ]);
    expect(faults({}, ['year-1'])).toEqual([
      'Here: year-1 is no column of its figures up to Q1',
      'Here: year-1 is no column of its figures up to Q2',
    ]);
  });
});
