import { aLiveStage } from '../../casework/live/testing';
import { toDay } from '../../domain/calendar/day';
import { liveOwn } from './live-own';

describe('what a live adults’ complaint says in fields of its own', () => {
  it('is the plan, the consent and the risk, as they are known', () => {
    expect(liveOwn(aLiveStage({ stream: 'adults' }))).toEqual({ consent: 'NOT_NEEDED' });
    const known = aLiveStage({
      ...{ stream: 'adults', stage: { planAgreedOn: toDay('2026-05-12') } },
      state: { consent: 'GIVEN', risk: 'MODERATE' },
    });
    expect(liveOwn(known)).toEqual({ planAgreed: 'YES', consent: 'HELD', risk: 'MEDIUM' });
  });

  it('is nothing of consent where a system recorded it and nobody did since', () => {
    const inherited = { stream: 'adults', stage: { isInherited: true } };
    expect(liveOwn(aLiveStage(inherited))).toEqual({});
    expect(liveOwn(aLiveStage({ ...inherited, state: { consent: 'REFUSED' } }))).toEqual({
      consent: 'NOT_HELD',
    });
  });
});
