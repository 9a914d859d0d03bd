import fc from 'fast-check';
import type { ReportContent } from '../content';
import { movedSince, seenOf } from './seen';
import { cell } from './testing';

const content = (values: readonly (number | null)[], asAt = '2021-09-30'): ReportContent => ({
  ...{
    title: 'Progress',
    definition: 'progress',
    definitionVersion: 1,
    financialYear: '2021-22',
    upTo: 'Q2',
  },
  ...{ from: '2021-04-01', to: '2021-09-30', asAt, partial: [] },
  sections: [
    {
      ...{ key: 'demand', heading: 'Demand', level: 2, rule: null, prompt: null, paragraphs: [], blanks: [] },
      tables: [
        {
          ...{ key: 't', title: 'Complaints', rowHead: 'Measure', columns: [], notes: [] },
          rows: values.map((value, place) => ({
            ...{ key: `${place}`, label: `Row ${place}` },
            cells: [cell(`t/${place}/now`, value)],
          })),
        },
      ],
    },
  ],
});

describe('what somebody saw', () => {
  it('has not moved where nothing has, and not by another day', () => {
    const seen = seenOf(content([1, 2]), { demand: 1 });
    expect(movedSince(seen, content([1, 2], '2021-10-01'), { demand: 1 })).toBeNull();
  });

  it('tells each cell that moved, whatever moved', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, values, (before, now) => {
        const moved = movedSince(seenOf(content(before), {}), content(now), {});
        const expected = now.flatMap((value, place) =>
          place < before.length && value === before[place] ? [] : [`t/${place}/now`],
        );
        if (expected.length === 0 && before.length === now.length) expect(moved).toBeNull();
        else expect(moved?.cells.map(({ id }) => id)).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('tells the sections in which something else was said', () => {
    const seen = seenOf(content([1]), { demand: 1, notes: 2 });
    expect(movedSince(seen, content([1]), { demand: 2, notes: 2, more: 1 })).toEqual({
      ...{ cells: [], sections: ['demand', 'more'] },
    });
  });

  it.each(['', 'x', 'a.b.c', '..'])('is nothing where it was not written here: %j', (seen) => {
    expect(movedSince(seen, content([1]), {})?.cells).toHaveLength(1);
  });
});
