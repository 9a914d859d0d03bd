import { toDay } from '../../domain/calendar/day';
import { namesOf } from '../kit/names';
import { sources } from '../sources';
import { keptRecord } from './kept-record';

const raw = {
  ...{ CallID: '7', Queue: '', CLI: '', OfferedAt: '2021-05-04 10:00:00' },
  ...{ AnsweredAt: '2021-05-04 10:00:09', EndedAt: '2021-05-04 10:05:00', Agent: '', Result: 'Answered' },
};
const on = (today: string) => ({
  source: sources.calls,
  facts: {
    today: toDay(today),
    names: namesOf({ services: [], directorates: [], channels: [] }),
    streams: ['corporate'],
  },
});

describe('a row that is held', () => {
  it('is the record that it was, also by a clock that was put back', () => {
    const record = keptRecord({ line: 2, raw }, on('2022-01-31'));
    expect(record).toMatchObject({ keeper: 'calls', record: { callId: '7', offeredOn: '2021-05-04' } });
    expect(keptRecord({ line: 2, raw }, on('2020-01-31'))).toEqual(record);
  });

  it('that is no record by any day is not taken back by halves', () => {
    expect(() => keptRecord({ line: 2, raw: { ...raw, CallID: '' } }, on('2022-01-31'))).toThrow(
      'The row held from line 2 of calls is no record now',
    );
  });
});
