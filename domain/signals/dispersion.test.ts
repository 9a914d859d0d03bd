import { commonRatio, dispersionOf, drawnRatio } from './dispersion';

const counts = (...all: number[]) => all.map((count) => ({ count, of: 1 }));

describe('by how much a series varies', () => {
  it('is told against what chance would do', () => {
    // Squares of 2, 0 and 2 over the mean of 4, of two differences.
    expect(dispersionOf('COUNT', counts(2, 4, 6))).toEqual({ ratio: 1, freedom: 2 });
    expect(dispersionOf('COUNT', counts(0, 8)).ratio).toBe(8);
    const shares = [
      { count: 5, of: 10 },
      { count: 0, of: 0 },
      { count: 5, of: 10 },
    ];
    expect(dispersionOf('SHARE', shares)).toEqual({ ratio: 0, freedom: 1 });
  });

  it('is not known of one period, of nothing, and of what is always so', () => {
    const unknown = { ratio: 1, freedom: 0 };
    expect(dispersionOf('COUNT', counts(3))).toEqual(unknown);
    expect(dispersionOf('COUNT', counts(0, 0))).toEqual(unknown);
    expect(
      dispersionOf('SHARE', [
        { count: 4, of: 4 },
        { count: 9, of: 9 },
      ]),
    ).toEqual(unknown);
  });

  it('is in common what most have: one that is wild counts as the next below it', () => {
    const tame = Array.from({ length: 9 }, () => ({ ratio: 1.5, freedom: 7 }));
    expect(commonRatio([...tame, { ratio: 90, freedom: 7 }])).toBeCloseTo(1.5);
    expect(commonRatio([])).toBe(1);
    expect(commonRatio([{ ratio: 0.2, freedom: 7 }])).toBe(1);
  });

  it('is drawn towards what is common, the more the less is known of it', () => {
    expect(drawnRatio({ ratio: 3, freedom: 8 }, 1)).toBe(2);
    expect(drawnRatio({ ratio: 3, freedom: 0 }, 1.2)).toBe(1.2);
    expect(drawnRatio({ ratio: 0.1, freedom: 20 }, 1)).toBe(1);
  });
});
