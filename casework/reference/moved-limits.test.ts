import { changedCalendar } from '../../domain/calendar/changed-calendar';
import { toDay } from '../../domain/calendar/day';
import { byTheCode, calendars, stageReceived } from '../../domain/clocks/testing/stages';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { movedLimits } from './moved-limits';

const added = { day: toDay('2026-05-15'), name: 'Proclaimed', isKept: true };
const changed = { ...calendars, working: changedCalendar(calendars.working, [added]) };
const moved = (happened = {}, change = { before: calendars, after: changed }) =>
  movedLimits(corporate.stream.liveProcedure, stageReceived('2026-05-11', happened), change);

describe('the limits that a change of the calendar moves', () => {
  it('are those that wait for something, with both days and why', () => {
    const because = 'Proclaimed (2026-05-15) is no longer counted';
    expect(moved()).toEqual([
      { event: 'redate', limit: 'ACKNOWLEDGE', from: '2026-05-18', to: '2026-05-19', because },
      { event: 'redate', limit: 'ANSWER', from: '2026-06-02', to: '2026-06-03', because },
    ]);
    expect(byTheCode(5, 10).map(({ name }) => name)).toEqual(moved().map(({ limit }) => limit));
  });

  it('are none that was met, none of a stage that ended, and none where nothing changed', () => {
    expect(moved({ acknowledgedOn: toDay('2026-05-12') }).map(({ limit }) => limit)).toEqual(['ANSWER']);
    expect(moved({ endedOn: toDay('2026-05-12') }).map(({ limit }) => limit)).not.toContain('ANSWER');
    expect(moved({}, { before: changed, after: changed })).toEqual([]);
  });

  it('say that a day is counted again', () => {
    expect(moved({}, { before: changed, after: calendars })[0]).toMatchObject({
      ...{ from: '2026-05-19', to: '2026-05-18', because: 'Proclaimed (2026-05-15) is counted again' },
    });
  });
});
