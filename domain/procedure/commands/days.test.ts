import { toDay } from '../../calendar/day';
import { caseAfter, receivedOn, refusalOf, refused } from '../testing/live-case';

const day = toDay;
const on = (text: string) => ({ on: day(text) });
const begun = [receivedOn('2026-05-01'), { event: 'acknowledge', ...on('2026-05-05') }] as const;
const state = caseAfter('childrens', ...begun);
const answer = (text: string) => ({ event: 'answer', ...on(text), outcome: 'UPHELD', findings: [] }) as const;

describe('the day of a command', () => {
  it.each([
    ['before receipt', '2026-04-30', 'DAY_BEFORE_RECEIPT'],
    ['before an earlier step', '2026-05-04', 'DAY_BEFORE_EARLIER_STEP'],
    ['in the future', '2027-07-01', 'DAY_IN_FUTURE'],
    ['past all calendars', '2031-01-01', 'DAY_OUTSIDE_CALENDAR'],
  ])('is not %s', (_when, text, code) => {
    expect(refused('childrens', state, answer(text))).toEqual([code, 'on', 'regulation 15']);
  });

  it('may be that of the step before, and today', () => {
    expect(refused('childrens', state, answer('2026-05-05'))).toBeNull();
    const today = '2026-05-12';
    expect(refused('childrens', state, { command: answer('2026-05-12'), today })).toBeNull();
    expect(refused('childrens', state, { command: answer('2026-05-13'), today })?.[0]).toBe('DAY_IN_FUTURE');
  });

  it('is told with the step that it has to follow', () => {
    expect(refusalOf('childrens', state, answer('2026-05-04'))?.message).toBe(
      '2026-05-04 is before it was acknowledged, on 2026-05-05. Give that day or a later one.',
    );
    expect(refusalOf('childrens', state, answer('2026-04-30'))?.message).toBe(
      '2026-04-30 is before stage 1 was received, on 2026-05-01. Give that day or a later one.',
    );
  });

  it('of a suspension’s end follows its beginning, and the next begins after it', () => {
    const suspend = (text: string) =>
      ({ event: 'suspend', ...on(text), ground: 'ADVOCATE', hasReason: true }) as const;
    const suspended = caseAfter('childrens', ...begun, suspend('2026-05-06'));
    expect(refused('childrens', suspended, { event: 'resume', ...on('2026-05-05') })?.[0]).toBe(
      'DAY_BEFORE_EARLIER_STEP',
    );
    const resumed = caseAfter('childrens', ...begun, suspend('2026-05-06'), {
      ...{ event: 'resume', ...on('2026-05-11') },
    });
    expect(resumed.stages).toMatchObject([
      {
        ...{ state: 'ACKNOWLEDGED', suspendedFrom: null },
        suspensions: [{ ground: 'ADVOCATE', from: '2026-05-06', to: '2026-05-11' }],
      },
    ]);
    expect(refused('childrens', resumed, suspend('2026-05-08'))?.[0]).toBe('DAY_BEFORE_EARLIER_STEP');
    expect(refused('childrens', resumed, answer('2026-05-10'))?.[0]).toBe('DAY_BEFORE_EARLIER_STEP');
  });
});
