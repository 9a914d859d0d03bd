import { toDay } from '../../calendar/day';
import type { FactsOf } from '../command';
import { caseAfter, type LiveStream, MONA, receivedOn, refusalOf, refused } from '../testing/live-case';

const acknowledged = (stream: LiveStream, day: string) =>
  caseAfter(stream, receivedOn(day), { event: 'acknowledge', on: toDay(day) });
const extend = (to: string, changes: Partial<FactsOf<'extend'>> = {}): FactsOf<'extend'> => ({
  ...{ event: 'extend', limit: 'ANSWER', on: toDay('2026-05-06'), to: toDay(to) },
  ...{ hasReason: true, isForGoodReason: false },
  ...changes,
});
const forGoodReason = { isForGoodReason: true } as const;

describe('an extension under the Code', () => {
  // Received and acknowledged on Friday 1 May 2026: due on 18 May, extendable to 2 June.
  const state = acknowledged('corporate', '2026-05-01');
  const extended = caseAfter('corporate', receivedOn('2026-05-01'), extend('2026-05-29'));
  const source = 'paragraph 6.4';

  it('is made up to the last day that the Code lets it have', () => {
    expect(refused('corporate', state, extend('2026-06-02'))).toBeNull();
    expect(refused('corporate', state, extend('2026-06-03'))).toEqual(['EXTENSION_TOO_LONG', 'to', source]);
    expect(refusalOf('corporate', state, extend('2026-06-03'))?.message).toBe(
      '“Answer it” can be extended to 2026-06-02 at the latest, not to 2026-06-03. An officer of the complaints team can go past that for a good reason.',
    );
  });

  it('is made once, and past that for a good reason that an officer records', () => {
    expect(refused('corporate', extended, extend('2026-06-01'))).toEqual([
      ...['EXTENSION_REPEATED', 'limit', source],
    ]);
    for (const asked of [state, extended])
      expect(refused('corporate', asked, extend('2026-07-01', forGoodReason))).toBeNull();
    const asManager = { command: extend('2026-07-01', forGoodReason), caller: MONA };
    expect(refused('corporate', state, asManager)).toEqual(['EXTENSION_TOO_LONG', 'to', source]);
  });

  it.each([
    ['of no limit', { limit: 'NONE' }, ['EXTENSION_NOT_ALLOWED', 'limit', source]],
    ['of one that has none', { limit: 'ACKNOWLEDGE' }, ['EXTENSION_NOT_ALLOWED', 'limit', 'paragraph 6.2']],
    ['without a reason', { hasReason: false }, ['REASON_MISSING', 'reason', source]],
    ['to the day that it has', { to: toDay('2026-05-18') }, ['DAY_NOT_LATER', 'to', source]],
    ['after the limit ran out', { on: toDay('2026-05-19') }, ['EXTENSION_AFTER_LIMIT', 'on', source]],
    ['before receipt', { on: toDay('2026-04-30') }, ['DAY_BEFORE_RECEIPT', 'on', source]],
    ['past all calendars', { to: toDay('2031-05-20') }, ['DAY_OUTSIDE_CALENDAR', 'to', source]],
  ])('is not made %s', (_how, changes, expected) => {
    expect(refused('corporate', state, extend('2026-05-29', changes))).toEqual(expected);
  });

  it('is not made in the future, nor told before an earlier one', () => {
    const early = { command: extend('2026-05-29'), today: '2026-05-05' };
    expect(refused('corporate', state, early)).toEqual(['DAY_IN_FUTURE', 'on', source]);
    const before = extend('2026-07-01', { on: toDay('2026-05-05'), ...forGoodReason });
    expect(refused('corporate', extended, before)).toEqual(['DAY_BEFORE_EARLIER_STEP', 'on', source]);
  });
});

describe('an extension of a children’s stage 1', () => {
  it('never passes 20 working days, whatever the reason', () => {
    const state = acknowledged('childrens', '2026-05-01');
    expect(refused('childrens', state, extend('2026-06-02'))).toBeNull();
    for (const changes of [{}, forGoodReason])
      expect(refused('childrens', state, extend('2026-06-03', changes))).toEqual([
        ...['EXTENSION_TOO_LONG', 'to', 'regulation 14'],
      ]);
    const extended = caseAfter('childrens', receivedOn('2026-05-01'), extend('2026-05-29'));
    expect(refused('childrens', extended, extend('2026-06-01', forGoodReason))?.[0]).toBe(
      'EXTENSION_REPEATED',
    );
  });

  it('waits while its clock stands still', () => {
    const suspended = caseAfter('childrens', receivedOn('2026-05-01'), {
      ...{ event: 'suspend', on: toDay('2026-05-05'), ground: 'ADVOCATE', hasReason: true },
    });
    expect(refused('childrens', suspended, extend('2026-06-01'))?.[0]).toBe('EVENT_NOT_PERMITTED');
  });
});

describe('an extension of the six months', () => {
  const longer = (on: string, to: string) => extend(to, { limit: 'BACKSTOP', on: toDay(on) });

  it('is agreed before they run out, as long as it is agreed to be, and can be agreed anew until then', () => {
    const state = acknowledged('adults', '2026-01-10');
    expect(refused('adults', state, longer('2026-07-09', '2027-03-01'))).toBeNull();
    expect(refused('adults', state, longer('2026-07-10', '2026-09-01'))).toEqual([
      ...['EXTENSION_AFTER_LIMIT', 'on', 'regulation 14(3)(b)'],
    ]);
    const agreed = caseAfter('adults', receivedOn('2026-01-10'), longer('2026-07-01', '2026-09-01'));
    expect(refused('adults', agreed, longer('2026-07-09', '2026-10-01'))).toBeNull();
    expect(refused('adults', agreed, longer('2026-07-10', '2026-10-01'))?.[0]).toBe('EXTENSION_AFTER_LIMIT');
  });
});
