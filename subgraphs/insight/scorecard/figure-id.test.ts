import { EVERY_DAY } from '../../../counting/day-set';
import { toDay } from '../../../domain/calendar/day';
import type { Checked } from '../figures/check-question';
import { figureId } from './figure-id';

const stages = [{ number: 1, onlyByEscalation: false }];
const report = { id: 'one', title: 'One', samePeriodOfYearsBefore: false, rows: [] };
const checked = (streams: string[] | null, asAt = '2021-09-30'): Checked => ({
  filter: { streams, stages: null, services: null, days: EVERY_DAY },
  at: { asAt: toDay(asAt), isCut: false },
  recording: {
    streams: ['SCHOOLS', 'CORPORATE'].map((stream) => ({ stream, stages, report })),
    ...{ lines: [], ombudsmen: null },
  },
});

describe('the id of a figure', () => {
  it('names the measure and whose records it is made of', () => {
    expect(figureId('IN_TIME_RATE', { checked: checked(['SCHOOLS']) })).toMatch(/^IN_TIME_RATE:SCHOOLS:/);
    expect(figureId('OPEN', { checked: checked(null) })).toMatch(/^OPEN:CORPORATE\+SCHOOLS:/);
    expect(figureId('UPHELD_BY_OMBUDSMAN', { checked: checked(null) })).toMatch(/:OMBUDSMAN:/);
  });

  it('is the same for the same question, and another for any other', () => {
    const ids = [
      figureId('OPEN', { checked: checked(null) }),
      figureId('OPEN', { checked: checked(null), compareWith: [] }),
      figureId('OPEN', { checked: checked(null, '2021-09-29') }),
      figureId('OPEN', { checked: checked(null), compareWith: ['PREVIOUS_PERIOD'] }),
      figureId('OVERDUE', { checked: checked(null) }),
    ];
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(4);
  });
});
