import fc from 'fast-check';
import { judgeSeries, type Quarters } from './judge-series';

const counts = (...all: (number | null)[]): Quarters =>
  all.map((count) => (count === null ? null : { count, of: 1 }));
const one = (quarters: Quarters) => judgeSeries('COUNT', [quarters])[0];

describe('judging series', () => {
  it('sees a half year that doubled, and says which window it is', () => {
    expect(one(counts(10, 12, 9, 11, 10, 8, 12, 10, 21, 22))).toMatchObject({
      ...{ window: 2, isSignal: true, expected: 20.5 },
      ...{ now: { count: 43, of: 2 }, before: { count: 82, of: 8 } },
    });
  });

  it('sees a fall as it sees a rise', () => {
    expect(one(counts(20, 22, 19, 21, 20, 18, 22, 20, 8, 7))).toMatchObject({ isSignal: true });
  });

  it('says nothing of noise, and nothing of what varies so anyhow', () => {
    expect(one(counts(10, 12, 9, 11, 10, 8, 12, 10, 13, 12))?.isSignal).toBe(false);
    expect(one(counts(2, 24, 5, 20, 1, 26, 3, 18, 21, 22))?.isSignal).toBe(false);
  });

  it('judges small numbers by the half year, or the year, and others not at all', () => {
    expect(one(counts(3, 4, 3, 3, 4, 3, 3, 4, 11, 10))).toMatchObject({ window: 2, isSignal: true });
    expect(one(counts(1, 0, 1, 0, 0, 1, 0, 1, 4, 4))).toBeNull();
  });

  it('waits for a year before: less is too short', () => {
    expect(one(counts(10, 12, 9, 40))).toBeNull();
    expect(one(counts(10, 12, 9, 11, 40))).toMatchObject({ window: 1, isSignal: true });
  });

  it('passes over quarters that were not recorded, and judges none that was not', () => {
    expect(one(counts(10, null, 12, 9, null, 11, 40))).toMatchObject({
      window: 1,
      before: { count: 42, of: 4 },
    });
    expect(one(counts(10, 12, 9, 11, 10, 11, 12, 9, null))).toBeNull();
  });

  it('says the less of one, the more are judged with it', () => {
    const rise = counts(10, 12, 9, 11, 10, 8, 12, 10, 16, 19);
    const noise = Array.from({ length: 60 }, () => counts(10, 12, 9, 11, 10, 8, 12, 10, 11, 10));
    expect(one(rise)?.isSignal).toBe(true);
    expect(judgeSeries('COUNT', [rise, ...noise])[0]?.isSignal).toBe(false);
  });

  it('finds the same in whatever order the series come', () => {
    const quarters = fc.array(fc.nat({ max: 40 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(quarters, { minLength: 1, maxLength: 6 }), (all) => {
        const found = judgeSeries(
          'COUNT',
          all.map((each) => counts(...each)),
        ).map((each) => each?.isSignal);
        const turned = judgeSeries(
          'COUNT',
          [...all].reverse().map((each) => counts(...each)),
        ).map((each) => each?.isSignal);
        expect(turned.reverse()).toEqual(found);
      }),
      { seed: 14, numRuns: 40 },
    );
  });
});
