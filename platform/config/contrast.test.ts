import { contrastWithWhite } from './contrast';

describe('how white stands out from a colour', () => {
  it.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#FFFFFF', 1],
    // The grey that just passes 4.5 to 1, and the next that does not (WebAIM, Contrast Checker).
    ['#767676', 4.54],
    ['#777777', 4.48],
    ['#0000ff', 8.59],
    ['#ff0000', 4.0],
    ['#00ff00', 1.37],
  ])('is a ratio, for %s: %d', (colour, ratio) => {
    expect(contrastWithWhite(colour)).toBeCloseTo(ratio, 2);
  });
});
