import { toDay } from '../../calendar/day';
import type { Command } from '../command';
import { caseAfter, receivedOn, refused } from '../testing/live-case';

const day = toDay;
const acknowledge = (text: string): Command => ({ event: 'acknowledge', on: day(text) });
const answer = (text: string, changes = {}): Command => ({
  ...{ event: 'answer', on: day(text), outcome: 'UPHELD', findings: [] },
  ...changes,
});

describe('consent', () => {
  const awaited = [receivedOn('2026-05-01', { consent: 'AWAITED' }), acknowledge('2026-05-05')] as const;
  const consent = (given: 'GIVEN' | 'REFUSED'): Command => ({
    ...{ event: 'recordConsent', on: day('2026-05-06'), consent: given },
  });

  it('is there before an answer, or the complaint is refused for want of it', () => {
    const missing = ['CONSENT_MISSING', null];
    for (const steps of [awaited, [...awaited, consent('REFUSED')]])
      expect(refused('adults', caseAfter('adults', ...steps), answer('2026-05-12'))?.slice(0, 2)).toEqual(
        missing,
      );
    const given = caseAfter('adults', ...awaited, consent('GIVEN'));
    expect(refused('adults', given, answer('2026-05-12'))).toBeNull();
    expect(refused('adults', given, consent('GIVEN'))?.[0]).toBe('NOTHING_CHANGES');
    const refuse: Command = {
      ...{ event: 'refuse', on: day('2026-05-12'), closureReason: 'NO_CONSENT', hasReason: true },
    };
    expect(refused('adults', given, refuse)?.[0]).toBe('GROUND_NOT_ALLOWED');
    expect(refused('adults', given, { ...refuse, hasReason: false })?.[0]).toBe('REASON_MISSING');
    expect(refused('adults', caseAfter('adults', ...awaited), refuse)).toBeNull();
  });
});

describe('what was said by mouth and settled', () => {
  const settle = (text: string): Command => ({ event: 'settle', on: day(text) });
  const source = 'regulation 8(1)(c)';

  it('is no complaint by the next working day, weekends and bank holidays apart', () => {
    const state = caseAfter('adults', receivedOn('2026-05-01'));
    expect(refused('adults', state, settle('2026-05-05'))).toBeNull();
    expect(refused('adults', state, settle('2026-05-06'))).toEqual(['NOT_SETTLED_IN_TIME', 'on', source]);
    expect(caseAfter('adults', receivedOn('2026-05-01'), settle('2026-05-01')).isSettled).toBe(true);
    for (const channel of ['Email', null])
      expect(
        refused('adults', caseAfter('adults', receivedOn('2026-05-01', { channel })), settle('2026-05-01')),
      ).toEqual(['NOT_SETTLED_IN_TIME', null, source]);
  });
});

describe('suspending', () => {
  it('has one of the grounds that the stage knows, and a reason', () => {
    const state = caseAfter('adults', receivedOn('2026-05-01'));
    const suspend = {
      event: 'suspend',
      on: day('2026-05-05'),
      ground: 'SAFEGUARDING',
      hasReason: true,
    } as const;
    expect(refused('adults', state, suspend)).toBeNull();
    expect(refused('adults', state, { ...suspend, ground: 'ADVOCATE' })?.slice(0, 2)).toEqual([
      ...['GROUND_NOT_ALLOWED', 'ground'],
    ]);
    expect(refused('adults', state, { ...suspend, hasReason: false })?.[0]).toBe('REASON_MISSING');
  });
});
