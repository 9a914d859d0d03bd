import fc from 'fast-check';
import { londonMomentOf } from '../../domain/calendar/day';
import { readDay } from './days';
import { readInstant } from './instants';

/** The moments that a cell may mean, in Greenwich's time. */
function meant(cell: string): string[] {
  const read = readInstant(cell);
  if (read.kind !== 'instant') throw new Error(`No moment: ${read.kind}`);
  return read.seconds.map((seconds) => new Date(seconds * 1_000).toISOString().slice(0, 19));
}

describe('a moment of local time', () => {
  it.each([
    ['in winter, as Greenwich has it', '2021-01-04 10:00:05', ['2021-01-04T10:00:05']],
    ['in summer, an hour before', '04/07/2021 10:00', ['2021-07-04T09:00:00']],
    ['in summer, on the day before in Greenwich', '2021-07-04T00:30', ['2021-07-03T23:30:00']],
    ['as an Excel serial', '44316.5', ['2021-04-30T11:00:00']],
    ['without its fraction of a second', '2021-01-04 10:00:05.999', ['2021-01-04T10:00:05']],
    ['in the years of British Standard Time', '1970-01-04 10:00', ['1970-01-04T09:00:00']],
    ['in double summer time', '1944-07-04 10:00', ['1944-07-04T08:00:00']],
  ])('is one moment: %s', (_, cell, expected) => {
    expect(meant(cell)).toEqual(expected);
  });

  it.each([
    ['2021-10-31 00:59:59', ['2021-10-30T23:59:59']],
    ['2021-10-31 01:00:00', ['2021-10-31T00:00:00', '2021-10-31T01:00:00']],
    ['2021-10-31 01:59:59', ['2021-10-31T00:59:59', '2021-10-31T01:59:59']],
    ['2021-10-31 02:00:00', ['2021-10-31T02:00:00']],
  ])('is two, the earlier first, in the hour that clocks show twice: %s', (cell, expected) => {
    expect(meant(cell)).toEqual(expected);
  });

  it.each([
    ['2021-03-28 00:59:59', ['2021-03-28T00:59:59']],
    ['2021-03-28 01:00:00', []],
    ['2021-03-28 01:59:59', []],
    ['2021-03-28 02:00:00', ['2021-03-28T01:00:00']],
  ])('is none in the hour that clocks skip: %s', (cell, expected) => {
    expect(meant(cell)).toEqual(expected);
  });

  it.each([
    ['2021-10-31T01:30:00+01:00', ['2021-10-31T00:30:00']],
    ['2021-10-31T01:30:00Z', ['2021-10-31T01:30:00']],
    ['2021-10-31 01:30+0000', ['2021-10-31T01:30:00']],
    ['2021-03-28T01:30:00Z', ['2021-03-28T01:30:00']],
    ['2021-07-04T10:00:00.5-05:30', ['2021-07-04T15:30:00']],
  ])('is exact with an offset: %s', (cell, expected) => {
    expect(meant(cell)).toEqual(expected);
  });

  it('is none, and its day is known, where no time was written', () => {
    expect(readInstant('04/07/2021')).toEqual({ kind: 'instant', day: '2021-07-04', seconds: [] });
  });

  it.each([
    ['blank', '  '],
    ['unreadable', '31/02/2021 10:00'],
    ['unreadable', '2021-07-04 25:00'],
  ])('is %s: "%s"', (kind, cell) => {
    expect(readInstant(cell)).toEqual({ kind });
  });

  it('comes back from what a London clock shows, at any moment from 1900 on', () => {
    const anyMoment = fc.date({
      min: new Date('1900-01-02T00:00:00Z'),
      max: new Date('2100-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyMoment, (at) => {
        const shown = londonMomentOf(at);
        const cell = `${shown?.day} ${shown?.time}`;
        expect(meant(cell)).toContain(at.toISOString().slice(0, 19));
        expect(readInstant(cell)).toMatchObject(readDay(cell).kind === 'day' ? { day: shown?.day } : {});
      }),
    );
  });
});
