import { linkLine, shown } from './outputs';
import { IN_TIME_RATE, valued } from './testing';

describe('a figure as it is told to programs', () => {
  it('has its number, why it has one, and how to say it', () => {
    expect(shown(valued(0.7, 81, 116), IN_TIME_RATE, ', to 30 September 2021')).toEqual({
      ...{ value: 0.7, numerator: 81, denominator: 116, standing: 'RECORDED' },
      words: '70 % (81 of 116 stages answered), to 30 September 2021',
    });
  });

  it('has a link where there is one', () => {
    expect([linkLine('https://site.example/'), linkLine(null)]).toEqual([
      ['See it on the site: https://site.example/'],
      [],
    ]);
  });
});
