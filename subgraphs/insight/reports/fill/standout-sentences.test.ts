import type { FilledTable } from './fill-table';
import { standoutSentence } from './standout-sentences';
import { untoldCell } from './untold-cell';

const table = (
  rows: readonly (readonly [label: string, before: number | null, now: number | null])[],
): FilledTable => ({
  table: {
    ...{ key: 'by-service', title: 'By service', rowHead: 'Service', columns: [], notes: [] },
    rows: [
      ...rows.map(([label, before, now]) => ({
        ...{ key: label, label },
        cells: [
          { ...untoldCell(`by-service/${label}/year-1-so-far`, 'EMPTY'), value: before },
          { ...untoldCell(`by-service/${label}/so-far`, 'EMPTY'), value: now },
        ],
      })),
    ],
  },
  eachKeys: new Set(rows.map(([label]) => label).filter((label) => label !== 'All')),
});
const sentence = (...rows: Parameters<typeof table>[0]) =>
  standoutSentence(
    { table: 'by-service', now: 'so-far', before: 'year-1-so-far', what: 'Stage 2 complaints' },
    [table(rows)],
  );

describe('a sentence of what stands out', () => {
  it('names those that rose by more than chance, the one that rose most first', () => {
    expect(sentence(['All', 30, 90], ['Highways', 5, 16], ['Parks', 4, 30], ['Planning', 9, 12])).toBe(
      'Stage 2 complaints rose by more than chance against the year before, most first: Parks (4 to 30) and Highways (5 to 16).',
    );
  });

  it('says so where none did: it fell, it is too few to say, or nothing was recorded before', () => {
    expect(sentence(['Highways', 30, 5], ['Parks', 0, 9], ['Planning', null, 40], ['Bins', 10, null])).toBe(
      'Stage 2 complaints rose by more than chance in no service against the year before.',
    );
  });
});
