import { MADE_UP_KINDS, type MadeUpKind } from './made-up-series';
import { trySignals } from './try-signals';

const SERIES = 200;
const kind = (name: string): MadeUpKind => {
  const found = MADE_UP_KINDS.find((each) => each.name.startsWith(name));
  if (found === undefined) throw new Error(`No such kind: ${name}`);
  return found;
};
const said = (name: string, after: number) =>
  trySignals(kind(name), { series: SERIES, before: 12, after, seed: 41 });

describe('signals, tried on made-up series (all: docs/signals-tried.md)', () => {
  it.each(['stable', 'small numbers, stable', 'seasons'])(
    'say hardly anything of series that are %s',
    (name) => {
      const { said: falsely, byTwentyPercent } = said(name, 1);
      expect(falsely).toBeLessThanOrEqual(SERIES * 0.015);
      expect(byTwentyPercent).toBeGreaterThan(SERIES * 0.4);
    },
  );

  it('say little of what varies anyhow, where three sigma says much', () => {
    const { said: falsely, byThreeSigma } = said('varies 2.5 times', 2);
    expect(falsely).toBeLessThan(SERIES * 0.05);
    expect(byThreeSigma).toBeGreaterThan(falsely * 2);
  });

  it.each([
    ['trebles (', 1, 0.9],
    ['doubles (', 2, 0.8],
    ['small numbers, trebles', 2, 0.5],
    ['falls by half', 4, 0.6],
  ])('find most of what %s, %i quarters on', (name, after, least) => {
    expect(said(name, after).said).toBeGreaterThan(SERIES * least);
  });

  it('say of small numbers that they are too few', () => {
    expect(said('small numbers, stable', 1).tooFew).toBeGreaterThan(SERIES * 0.1);
  });
});
