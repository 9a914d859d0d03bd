import { smallNumbers } from './small-numbers';

describe('which roles are not told small numbers', () => {
  it.each([
    ['', []],
    ['analyst:5', [['analyst', 5]]],
    [
      'analyst:5, partner:10',
      [
        ['analyst', 5],
        ['partner', 10],
      ],
    ],
  ])('is read from "%s"', (text, rules) => {
    expect([...smallNumbers.parse(text)]).toEqual(rules);
  });

  it.each(['analyst', 'analyst:1', 'analyst:101', 'auditor:5', 'constructor:5', 'analyst:5.5'])(
    'is not "%s"',
    (text) => {
      expect(() => smallNumbers.parse(text)).toThrow('such as analyst:5');
    },
  );
});
