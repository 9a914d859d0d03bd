import { toDay } from '../../calendar/day';
import type { Command } from '../command';
import { decide } from '../decide';
import { PANEL, stepsBefore } from '../testing/childrens-case';
import { calendars, caseAfter, MONA, OMAR, PROCEDURES, receivedOn, refused } from '../testing/live-case';
import type { KeptOut } from './question';

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

describe('somebody to whom a complaint is closed', () => {
  const state = caseAfter('childrens', receivedOn('2026-05-01'));
  const ask = (command: Command, keptOut: KeptOut) => {
    const decision = decide({
      ...{ command, state, keptOut, calendars, caller: OMAR, today: day('2026-05-12') },
      procedure: PROCEDURES.childrens,
    });
    return decision.isRefused ? [decision.refusal.code, decision.refusal.part] : null;
  };

  it('is given nothing to do with it, and whoever is free is', () => {
    expect(ask(assign('dan'), new Map([['dan', 'CONFLICT']]))).toEqual(['PERSON_HAS_INTEREST', 'to']);
    expect(ask(assign('dan'), new Map([['dan', 'RESTRICTION']]))).toEqual(['PERSON_NOT_ADMITTED', 'to']);
    expect(ask(assign('eve'), new Map([['dan', 'CONFLICT']]))).toBeNull();
  });

  it('is on no panel by their interest, and need not be named for a restricted case to sit on one', () => {
    const third = caseAfter('childrens', ...stepsBefore('arrangePanel'));
    const panel = { event: 'arrangePanel', on: day('2026-04-20'), members: PANEL } as const;
    const of = (why: 'CONFLICT' | 'RESTRICTION') => {
      const keptOut: KeptOut = new Map([['pia', why]]);
      const asked = { command: panel, state: third, keptOut, calendars, caller: OMAR };
      return decide({ ...asked, today: day('2026-04-01'), procedure: PROCEDURES.childrens });
    };
    expect(of('CONFLICT')).toMatchObject({ refusal: { code: 'PERSON_HAS_INTEREST', part: 'members' } });
    expect(of('RESTRICTION')).toMatchObject({ isRefused: false });
  });
});
