import { figureOf } from './compared';

describe('a figure of the graph', () => {
  it('is told in its unit, or as not told', () => {
    const figure = { value: 3, numerator: null, denominator: null, suppressed: false };
    expect(figureOf(figure, { unit: 'COUNT' })).toEqual({ ...figure, unit: 'COUNT' });
    expect(figureOf({ ...figure, value: null, suppressed: true }, { unit: 'RATE' })).toMatchObject({
      ...{ unit: 'RATE', value: null, suppressed: true },
    });
  });
});
