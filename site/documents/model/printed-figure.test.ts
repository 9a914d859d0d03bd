import { printedFigure } from './printed-figure';

describe('a figure as it is printed', () => {
  it.each([
    ['71 % (1,119 of 1,167)', '71_% (1,119_of_1,167)'],
    ['55.9 %', '55.9_%'],
    ['8 working days (of 116)', '8 working days (of_116)'],
    ['90 % (amber within 5 points)', '90_% (amber within 5 points)'],
    ['not recorded', 'not recorded'],
  ])('is broken before its bracket, and nowhere within it: %s', (text, printed) => {
    expect(printedFigure(text).replaceAll('\u00A0', '_')).toBe(printed);
  });
});
