import { dayTyped, readDayFields } from './day-field';

const read = (day: string, month: string, year: string) =>
  readDayFields({ 'on-day': day, 'on-month': month, 'on-year': year }, 'on', 'the day');

describe('a day in three fields', () => {
  it('is read as people write it, and written as it is read', () => {
    expect(read('3', '04', '2027')).toEqual({ day: '2027-04-03', problem: null });
    expect(dayTyped('on', '2027-04-03')).toEqual({ 'on-day': '3', 'on-month': '4', 'on-year': '2027' });
  });

  it('is asked for where there is none', () => {
    expect(read('', '', '').problem).toEqual({ field: 'on', says: 'Give the day.' });
  });

  it.each([
    ['31', '2', '2027'],
    ['3', '4', '27'],
    ['3', 'April', '2027'],
    ['3.5', '4', '2027'],
    ['', '4', '2027'],
    ['-3', '4', '2027'],
  ])('is told what is wrong with %s %s %s', (day, month, year) => {
    expect(read(day, month, year).problem?.says).toContain('such as 27 3 2027');
  });
});
