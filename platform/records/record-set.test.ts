import { figureRowId } from './record-set';

it('a row of figures is known by what it is of, and by a dash where that is nothing', () => {
  expect(figureRowId(['2021-22', 'Q1', null, 0, undefined])).toBe('2021-22:Q1:-:0:-');
});
