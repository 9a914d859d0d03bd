import { readDay, readMoment } from './days';

describe('every form that is read', () => {
  it.each([
    ['dd/mm/yyyy', '05/07/2021', '2021-07-05T00:00:00'],
    ['d/m/yyyy', '5/7/2021', '2021-07-05T00:00:00'],
    ['d/m/yy', '5/7/21', '2021-07-05T00:00:00'],
    ['dd/mm/yy', '31/12/19', '2019-12-31T00:00:00'],
    ['the year 00', '1/3/00', '2000-03-01T00:00:00'],
    ['the year 99', '1/3/99', '2099-03-01T00:00:00'],
    ['the day first where both could be', '03/04/2021', '2021-04-03T00:00:00'],
    ['with a time', '05/07/2021 14:30', '2021-07-05T14:30:00'],
    ['with a time of one digit', '5/7/2021 9:05', '2021-07-05T09:05:00'],
    ['with seconds', '5/7/21 09:05:07', '2021-07-05T09:05:07'],
    ['with the last second of the day', '31/12/2021 23:59:59', '2021-12-31T23:59:59'],
    ['spaces around', ' 05/07/2021 14:30 ', '2021-07-05T14:30:00'],
    ['other white space around', '\t05/07/2021\u00a0\r\n', '2021-07-05T00:00:00'],
    ['ISO', '2021-07-05', '2021-07-05T00:00:00'],
    ['ISO with T', '2021-07-05T14:30', '2021-07-05T14:30:00'],
    ['ISO with a space', '2021-07-05 14:30:09', '2021-07-05T14:30:09'],
    ['ISO with a fraction', '2021-07-05T14:30:09.250', '2021-07-05T14:30:09.25'],
    ['ISO with an empty fraction', '2021-07-05T14:30:09.000', '2021-07-05T14:30:09'],
    ['ISO in UTC, in winter', '2021-01-05T23:30:00Z', '2021-01-05T23:30:00'],
    ['ISO in UTC, in summer: the next day in London', '2024-06-30T23:30Z', '2024-07-01T00:30:00'],
    ['ISO in London’s summer time', '2024-06-30T23:30:00+01:00', '2024-06-30T23:30:00'],
    ['ISO with an offset without a colon', '2024-06-30T23:30:00+0100', '2024-06-30T23:30:00'],
    ['ISO behind Greenwich', '2021-01-05 20:00-05:30', '2021-01-06T01:30:00'],
    ['ISO far ahead: the day before', '2021-01-05T05:00+14:00', '2021-01-04T15:00:00'],
    ['ISO with fraction and offset', '2021-07-05T14:30:09.5Z', '2021-07-05T15:30:09.5'],
    ['the moment the clocks go forward', '2021-03-28T01:00:00Z', '2021-03-28T02:00:00'],
    ['the hour that comes twice', '2021-10-31T01:30:00Z', '2021-10-31T01:30:00'],
    ['d-Mon-yy', '7-Nov-19', '2019-11-07T00:00:00'],
    ['dd-Mon-yy', '07-Nov-19', '2019-11-07T00:00:00'],
    ['a month in capitals', '29-FEB-20', '2020-02-29T00:00:00'],
    ['a month in small letters', '1-sep-21', '2021-09-01T00:00:00'],
    ['the serial of 1970', '25569', '1970-01-01T00:00:00'],
    ['a serial with a fraction: noon', '44435.5000', '2021-08-27T12:00:00'],
    ['a serial with the fraction of half past three', '44435.6458333333', '2021-08-27T15:30:00'],
    ['a serial a hair before midnight stays on its day', '44435.9999999', '2021-08-27T23:59:59'],
    ['the first serial of five digits', '10000', '1927-05-18T00:00:00'],
    ['the last', '99999', '2173-10-13T00:00:00'],
  ])('%s', (_form, cell, at) => {
    expect(readMoment(cell)).toEqual({ kind: 'moment', day: at.slice(0, 10), at });
    expect(readDay(cell)).toEqual({ kind: 'day', day: at.slice(0, 10) });
  });

  it.each(['', ' ', '\t\u00a0\r\n'])('a cell of nothing but spaces is blank', (cell) => {
    expect(readDay(cell)).toEqual({ kind: 'blank' });
    expect(readMoment(cell)).toEqual({ kind: 'blank' });
  });
});

describe('every form that is refused', () => {
  it.each([
    ['words', 'unknown'],
    ['n/a', 'n/a'],
    ['a dash', '-'],
    ['a day that its month lacks', '31/02/2021'],
    ['29 February of a common year', '29/02/2021'],
    ['29 February of a common year, named', '29-Feb-21'],
    ['a thirteenth month', '2021-13-04'],
    ['the month first', '12/25/2021'],
    ['day 0', '0/1/2021'],
    ['month 0', '1/0/2021'],
    ['a year of three digits', '1/1/021'],
    ['a year of five digits', '1/1/20211'],
    ['a year that can only be a slip', '0204-05-01'],
    ['the same slip, day first', '01/05/0204'],
    ['a time that no clock shows', '05/07/2021 25:61'],
    ['24 o’clock', '05/07/2021 24:00'],
    ['a 60th minute', '2021-07-05T14:60'],
    ['a 60th second', '2021-07-05T14:30:60'],
    ['a time of three digits', '05/07/2021 930'],
    ['a time with one digit of minutes', '05/07/2021 9:5'],
    ['an hour alone', '05/07/2021 9'],
    ['morning and afternoon', '05/07/2021 2:30 PM'],
    ['a fraction of a second, day first', '05/07/2021 14:30:09.5'],
    ['an offset, day first', '05/07/2021 14:30Z'],
    ['T, day first', '05/07/2021T14:30'],
    ['two spaces before the time', '05/07/2021  14:30'],
    ['a space inside the day', '05/ 07/2021'],
    ['points', '05.07.2021'],
    ['dashes, day first', '05-07-2021'],
    ['slashes, year first', '2021/07/05'],
    ['ISO with one digit', '2021-7-5'],
    ['ISO without dashes', '20210705'],
    ['ISO by month', '2021-07'],
    ['ISO by week', '2021-W27-1'],
    ['ISO with an hour of one digit', '2021-07-05T9:30'],
    ['ISO with a small t', '2021-07-05t14:30'],
    ['ISO with a small z', '2021-07-05T14:30z'],
    ['ISO with a comma', '2021-07-05T14:30:09,5'],
    ['ISO with a point and nothing after it', '2021-07-05T14:30:09.'],
    ['ISO with an offset but no time', '2021-07-05Z'],
    ['ISO with an offset of hours alone', '2021-07-05T14:30+01'],
    ['ISO with an offset that no place keeps', '2021-07-05T14:30+14:01'],
    ['ISO with 60 minutes of offset', '2021-07-05T14:30+01:60'],
    ['ISO with a zone’s name', '2021-07-05T14:30[Europe/London]'],
    ['an instant before the calendar’s first day', '1900-01-01T00:00+01:00'],
    ['an instant after its last', '9999-12-31T23:30-01:00'],
    ['a month’s name in full', '7-November-19'],
    ['four letters of it', '7-Sept-19'],
    ['no such month', '7-Foo-19'],
    ['another language’s', '7-Mai-19'],
    ['a named month with a year of four digits', '7-Nov-2019'],
    ['a named month with spaces', '7 Nov 19'],
    ['a named month with a time', '7-Nov-19 14:30'],
    ['a serial of four digits', '9999'],
    ['a serial of six', '100000'],
    ['a serial with a nought before it', '04443'],
    ['a serial with a point and nothing after it', '44435.'],
    ['a serial with a comma', '44435,5'],
    ['a serial below nought', '-44435'],
    ['a serial in scientific notation', '4.4435E4'],
    ['digits of another script', '٠٥/٠٧/٢٠٢١'],
    ['a formula', '=DATE(2021,7,5)'],
    ['something after it', '05/07/2021 approx'],
    ['something before it', 'c. 05/07/2021'],
    ['two days', '05/07/2021 06/07/2021'],
    ['two lines', '05/07/2021\n06/07/2021'],
  ])('%s', (_form, cell) => {
    expect(readDay(cell)).toEqual({ kind: 'unreadable' });
    expect(readMoment(cell)).toEqual({ kind: 'unreadable' });
  });
});

describe('moments sort as text in the order in which they were', () => {
  it.each([
    ['another form of one moment', '05/07/2021 14:30', '2021-07-05T14:30:00', 0],
    ['a day and its midnight', '05/07/2021', '05/07/2021 00:00', 0],
    ['a second', '05/07/2021 14:30', '2021-07-05T14:30:01', -1],
    ['a fraction', '2021-07-05T14:30:01', '2021-07-05T14:30:01.5', -1],
    ['two fractions', '2021-07-05T14:30:01.25', '2021-07-05T14:30:01.3', -1],
    ['hours of one and two digits', '5/7/2021 9:59', '5/7/2021 10:00', -1],
  ])('%s', (_what, first, second, expected) => {
    const at = (cell: string) => {
      const moment = readMoment(cell);
      return moment.kind === 'moment' ? moment.at : '';
    };
    expect(at(first) < at(second) ? -1 : Number(at(first) > at(second))).toBe(expected);
  });
});
