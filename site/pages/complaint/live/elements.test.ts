import { elementsOf } from './elements';

const entry = (given: object) => ({
  ...{ place: 1, stage: 1, event: 'RECORD' as const, on: '2026-05-06', words: null, ...given },
});

describe('a complaint point by point', () => {
  it('says what each element complains of, and what was found of it', () => {
    const words = [
      { part: 'POINT_2', words: 'Nobody called' },
      { part: 'SUMMARY', words: 'All' },
      { part: 'POINT_1', words: 'Late' },
    ];
    const [answered, recorded, ...others] = elementsOf({
      elements: [
        {
          entry: entry({ place: 4, event: 'ANSWER', words, on: '2026-05-20' }),
          outcome: 'PARTIALLY_UPHELD',
          findings: [
            { point: 1, finding: 'UPHELD' },
            { point: 2, finding: 'NOT_UPHELD' },
          ],
        },
        { entry: entry({ words: words.slice(0, 1) }), outcome: null, findings: [] },
      ],
    });
    expect(answered).toEqual({
      ...{ title: 'Stage 1: answered, 20 May 2026', place: 4, outcome: 'Partially upheld' },
      rows: [
        { number: 1, words: 'Late', finding: 'Upheld' },
        { number: 2, words: 'Nobody called', finding: 'Not upheld' },
      ],
    });
    expect(recorded).toMatchObject({
      ...{ title: 'Stage 1: as it was recorded, 6 May 2026', outcome: null },
      rows: [{ number: 2, words: 'Nobody called', finding: null }],
    });
    expect(others).toEqual([]);
  });

  it('says what was found where the words are not to be seen, and nothing where no element was named', () => {
    const found = [{ point: 1, finding: 'UPHELD' as const }];
    const [panel] = elementsOf({
      elements: [
        { entry: entry({ event: 'REPORT_PANEL', on: null }), outcome: null, findings: found },
        { entry: entry({}), outcome: null, findings: [] },
      ],
    });
    expect(panel?.rows).toEqual([{ number: 1, words: null, finding: 'Upheld' }]);
    expect(elementsOf({ elements: [] })).toEqual([]);
  });
});
