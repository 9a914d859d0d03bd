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
    const record = keptRecord({ identity: '7', line: 2, raw }, on('2022-01-31'));
    expect(record).toMatchObject({ keeper: 'calls', record: { callId: '7', offeredOn: '2021-05-04' } });
    expect(keptRecord({ identity: '7', line: 2, raw }, on('2020-01-31'))).toEqual(record);
  });

  it.each([
    ['7', { OfferedAt: '1900-01-01 10:00:00', AnsweredAt: '' }],
    ['7.02E+05', { CallID: '7.02E+05' }],
    ['="7"', { CallID: '="7"' }],
    ['\u200b7', { CallID: ' \u200b7' }],
  ])('as %j by rules of before is still the record that it was', (identity, cells) => {
    const held = { identity, line: 2, raw: { ...raw, ...cells } };
    expect(keptRecord(held, on('2022-01-31'))).toMatchObject({ record: { callId: identity } });
  });

  it('by the rules of now is not taken for one by those of before', () => {
    const held = { identity: '7', line: 2, raw: { ...raw, CallID: '="7"' } };
    expect(keptRecord(held, on('2022-01-31'))).toMatchObject({ record: { callId: '7' } });
  });

  it('that is no record by any day is not taken back by halves', () => {
    expect(() =>
      keptRecord({ identity: '7', line: 2, raw: { ...raw, CallID: '' } }, on('2022-01-31')),
    ).toThrow('The row held from line 2 of calls is no record now');
  });
});
