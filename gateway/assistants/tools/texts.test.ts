import { shown } from '../outputs';
import { RECEIVED, SOURCES, valued } from '../testing';
import { comparisonText } from './comparison-text';
import { dividedText } from './divided-text';

const told = {
  ...{ asAt: '2021-10-14', of: 'Schools', partial: false, sources: SOURCES, link: null, totalParts: 3 },
};
const part = (of: string, value: number) => ({ of, judged: null, ...shown(valued(value), RECEIVED) });

describe('sentences', () => {
  it('of a comparison leave out parts of which nothing was counted, and say how many there are', () => {
    const compared = {
      ...{ ...told, measure: 'RECEIVED', title: 'Received', figure: shown(valued(5), RECEIVED), periods: [] },
      ...{ between: 'CLOSURE_REASON', parts: [part('a', 5), part('b', 0)], definition: RECEIVED },
    };
    expect(comparisonText(compared, { periods: [], where: {} }).split('\n').slice(0, -1)).toEqual([
      ...['For Schools, as at 14 October 2021:', 'Received: 5.'],
      ...['By closure reason (the first 2 of 3):', 'a: 5.'],
    ]);
  });

  it('of a comparison say once why parts are about the same', () => {
    const parts = ['a', 'b'].map((of) => ({ ...part(of, 5), judged: 'about the same' }));
    const compared = {
      ...{ ...told, measure: 'RECEIVED', title: 'Received', figure: shown(valued(5), RECEIVED), periods: [] },
      ...{ between: 'SERVICE', parts, totalParts: 2, definition: RECEIVED },
    };
    expect(comparisonText(compared, { periods: [], where: {} }).split('\n').slice(3, 6)).toEqual([
      ...['a: 5; about the same as the whole.', 'b: 5; about the same as the whole.'],
      'Where it says about the same, the difference is no more than chance would bring.',
    ]);
  });

  it('of divided figures say what was left out', () => {
    const figures = (value: number) => [{ measure: 'RECEIVED', ...shown(valued(value), RECEIVED) }];
    const rows = [0, 2, 0].map((value) => ({ of: { STAGE: 1 }, figures: figures(value) }));
    const named = ['a', 'b', 'c'].map((name) => ({ names: [name] }));
    const text = dividedText(
      { ...told, totalRows: 3, rows, definitions: [RECEIVED] },
      { by: ['STAGE'], where: {}, rows: named },
    );
    expect(text.split('\n').slice(1, 3)).toEqual([
      'b: Received 2.',
      'Nothing was counted in 2 further rows.',
    ]);
  });
});
