import { toDay } from '../../calendar/day';
import type { FactsOf } from '../command';
import { caseAfter, decided, MONA, receivedOn, refused } from '../testing/live-case';

const day = toDay;
const correct = (
  which: FactsOf<'correctDate'>['which'],
  to: string,
  hasReason = true,
): FactsOf<'correctDate'> => ({ ...{ event: 'correctDate', which, from: null, to: day(to) }, hasReason });
const begun = [
  receivedOn('2026-05-01'),
  { event: 'acknowledge', on: day('2026-05-05') },
  { event: 'answer', on: day('2026-05-12'), outcome: 'UPHELD', findings: [] },
] as const;
const state = caseAfter('corporate', ...begun);

describe('a day that is corrected', () => {
  it('is kept with the one that it takes the place of', () => {
    expect(decided('corporate', state, correct('ACKNOWLEDGED', '2026-05-06'))).toMatchObject({
      ...{ isRefused: false, stage: 1, facts: { from: '2026-05-05', to: '2026-05-06' } },
    });
    const corrected = caseAfter('corporate', ...begun, correct('ANSWERED', '2026-05-13'));
    expect(corrected.stages).toMatchObject([{ answeredOn: '2026-05-13', endedOn: '2026-05-13' }]);
  });

  it.each([
    ['that is not there', correct('ANSWERED', '2026-05-06'), 'NOTHING_CHANGES', 'which', 2],
    ['without a reason', correct('ACKNOWLEDGED', '2026-05-06', false), 'REASON_MISSING', 'reason', 3],
    ['to itself', correct('ACKNOWLEDGED', '2026-05-05'), 'NOTHING_CHANGES', 'to', 3],
    ['to one that has not come', correct('ANSWERED', '2027-07-01'), 'DAY_IN_FUTURE', 'to', 3],
    ['to one before receipt', correct('ACKNOWLEDGED', '2026-04-30'), 'DAY_BEFORE_EARLIER_STEP', 'to', 3],
    ['to one before an earlier step', correct('ANSWERED', '2026-05-04'), 'DAY_BEFORE_EARLIER_STEP', 'to', 3],
    ['to one after the answer', correct('ACKNOWLEDGED', '2026-05-13'), 'DAY_AFTER_LATER_STEP', 'to', 3],
    ['of receipt, past what followed', correct('RECEIVED', '2026-05-06'), 'DAY_AFTER_LATER_STEP', 'to', 3],
  ])('is not one %s', (_which, command, code, part, steps) => {
    const asked = caseAfter('corporate', ...begun.slice(0, steps));
    expect(refused('corporate', asked, command)?.slice(0, 2)).toEqual([code, part]);
  });

  it('is an officer’s to correct', () => {
    const command = correct('ACKNOWLEDGED', '2026-05-06');
    expect(refused('corporate', state, { command, caller: MONA })?.[0]).toBe('ROLE_NOT_PERMITTED');
  });

  it('of receipt follows the stage before, which was asked to go on then', () => {
    const escalated = [
      ...begun,
      { event: 'escalate', receivedOn: day('2026-05-20'), hasLateReason: false } as const,
    ];
    const second = caseAfter('corporate', ...escalated);
    expect(refused('corporate', second, correct('RECEIVED', '2026-05-11'))?.[0]).toBe(
      'DAY_BEFORE_EARLIER_STEP',
    );
    const corrected = caseAfter('corporate', ...escalated, correct('RECEIVED', '2026-05-18'));
    expect(corrected.stages).toMatchObject([{ nextRequestedOn: '2026-05-18' }, { receivedOn: '2026-05-18' }]);
  });

  it('of receipt is one on which there was a procedure', () => {
    const adults = caseAfter('adults', receivedOn('2026-05-01'));
    expect(refused('adults', adults, correct('RECEIVED', '2016-03-01'))?.[0]).toBe('DAY_OUTSIDE_CALENDAR');
  });
});
