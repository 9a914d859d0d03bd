import { toDay } from '../../calendar/day';
import type { Command } from '../command';
import { caseAfter, MONA, OMAR, receivedOn, refused } from '../testing/live-case';

const day = toDay;
const assign = (to: string): Command => ({ event: 'assign', to, group: null, serviceId: null });

describe('corporate stage 2', () => {
  it('is neither given to nor taken by who handled stage 1', () => {
    const state = caseAfter(
      'corporate',
      receivedOn('2026-05-01'),
      { event: 'acknowledge', on: day('2026-05-05') },
      { command: { event: 'accept' }, caller: MONA },
      { command: { event: 'answer', on: day('2026-05-12'), outcome: 'UPHELD', findings: [] }, caller: OMAR },
      { event: 'escalate', receivedOn: day('2026-05-20'), hasLateReason: false },
      { event: 'acknowledge', on: day('2026-05-21') },
    );
    const source = 'section 6, stage 2: not the same person as at stage 1';
    const handled = ['PERSON_HANDLED_EARLIER_STAGE', 'to', source];
    for (const person of ['mona', 'omar'])
      expect(refused('corporate', state, assign(person))).toEqual(handled);
    expect(refused('corporate', state, assign('olive'))).toBeNull();
    const answer: Command = { event: 'answer', on: day('2026-06-01'), outcome: 'UPHELD', findings: [] };
    for (const command of [{ event: 'accept' } as const, answer])
      expect(refused('corporate', state, { command, caller: OMAR })).toEqual([
        ...['PERSON_HANDLED_EARLIER_STAGE', null, source],
      ]);
    expect(refused('corporate', state, answer)).toBeNull();
  });
});
