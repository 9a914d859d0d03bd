import { dayTyped } from '../../../forms/day-field';
import { assumedFields, readAssumed, refusedDays } from './assumed-days';

describe('days as they might be', () => {
  it('are one or two, and none before the form is filled in', () => {
    expect(readAssumed({})).toEqual({ assume: {}, problems: [] });
    const stopped = { which: 'suspendedOn', ...dayTyped('on', '2026-12-09') };
    expect(readAssumed(stopped).assume).toEqual({ suspendedOn: '2026-12-09' });
    const again = { ...stopped, also: 'resumedOn', ...dayTyped('alsoOn', '2026-12-11') };
    expect(readAssumed(again).assume).toEqual({ suspendedOn: '2026-12-09', resumedOn: '2026-12-11' });
  });

  it('are told where they are half', () => {
    expect(readAssumed({ which: 'receivedOn' }).problems).toEqual([
      { field: 'on', says: 'Give the day as it might be.' },
    ]);
    for (const also of ['', 'stage', 'toString'])
      expect(readAssumed({ also, ...dayTyped('alsoOn', '2026-12-11') }).problems).toEqual([
        { field: 'alsoOn', says: 'Say which day that is.' },
      ]);
  });

  it('are refused in the words of the form, beside the day that is meant', () => {
    const says = '`resumedOn` is before the suspension began, 2026-12-09. Give `stage`.';
    expect(refusedDays(says, { which: 'suspendedOn', also: 'resumedOn' })).toEqual({
      field: 'alsoOn',
      says: '“Its clock went on” is before the suspension began, 9 December 2026. Give “stage”.',
    });
    expect(refusedDays('Not so.', {})).toEqual({ field: 'on', says: 'Not so.' });
  });

  it('stay as they were typed, each with what is wrong', () => {
    const [first, second] = assumedFields({ which: 'receivedOn', 'on-day': '40' }, [
      { field: 'on', says: 'No day.' },
    ]);
    expect(first).toMatchObject({
      which: { value: 'receivedOn', error: null },
      ...{ on: { error: 'No day.' }, typed: { 'on-day': '40' } },
    });
    expect(second?.on.error).toBeNull();
  });
});
