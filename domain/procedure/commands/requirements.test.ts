import { toDay } from '../../calendar/day';
import type { Command } from '../command';
import { caseAfter, MONA, OLIVE, OMAR, receivedOn, refused } from '../testing/live-case';
import { outcomeOf } from './findings';

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
    for (const channel of ['email', null])
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

describe('the next stage', () => {
  const begun = [receivedOn('2026-05-01'), acknowledge('2026-05-05')] as const;
  const escalate = (text: string, hasLateReason = false): Command => ({
    ...{ event: 'escalate', receivedOn: day(text), hasLateReason },
  });

  it('can be asked for in its time after the answer, and later by a reason', () => {
    // Answered on 12 May 2026; twenty working days, over the Spring bank holiday, end on 10 June.
    const state = caseAfter('childrens', ...begun, answer('2026-05-12'));
    expect(refused('childrens', state, escalate('2026-06-10'))).toBeNull();
    expect(refused('childrens', state, escalate('2026-06-11'))?.slice(0, 2)).toEqual([
      ...['REQUEST_TOO_LATE', 'lateReason'],
    ]);
    expect(refused('childrens', state, escalate('2026-06-11', true))).toBeNull();
    expect(refused('childrens', state, escalate('2026-05-11'))?.[0]).toBe('DAY_BEFORE_EARLIER_STEP');
    expect(refused('childrens', state, escalate('2027-07-01'))?.[0]).toBe('DAY_IN_FUTURE');
  });

  it('is open at once after a missed answer, and not a day before', () => {
    const state = caseAfter('childrens', ...begun);
    expect(refused('childrens', state, escalate('2026-05-18'))).toEqual([
      ...['LIMIT_NOT_MISSED', 'receivedOn', 'stage 1: a missed limit'],
    ]);
    expect(refused('childrens', state, escalate('2026-05-19'))).toBeNull();
    expect(caseAfter('childrens', ...begun, escalate('2026-05-19')).stages).toMatchObject([
      { state: 'ESCALATED', answeredOn: null, endedOn: '2026-05-19' },
      { number: 2, receivedOn: '2026-05-19', route: 'ESCALATED' },
    ]);
  });
});

describe('findings', () => {
  const state = caseAfter('corporate', receivedOn('2026-05-01'), acknowledge('2026-05-05'));
  const found = (...findings: readonly ('UPHELD' | 'NOT_UPHELD' | 'PARTIALLY_UPHELD')[]) =>
    findings.map((finding, index) => ({ point: index + 1, finding }));

  it('make the finding on the whole', () => {
    expect(outcomeOf([])).toBeNull();
    expect(outcomeOf(found('UPHELD', 'UPHELD'))).toBe('UPHELD');
    expect(outcomeOf(found('NOT_UPHELD'))).toBe('NOT_UPHELD');
    expect(outcomeOf(found('UPHELD', 'NOT_UPHELD'))).toBe('PARTIALLY_UPHELD');
    expect(outcomeOf(found('PARTIALLY_UPHELD'))).toBe('PARTIALLY_UPHELD');
  });

  it.each([
    ['agree with the whole', found('UPHELD', 'NOT_UPHELD'), 'outcome'],
    ['are one for each element', [...found('UPHELD'), ...found('UPHELD')], 'findings'],
    ['are numbered from 1', [{ point: 0, finding: 'UPHELD' }], 'findings'],
  ])('%s', (_what, findings, part) => {
    expect(refused('corporate', state, answer('2026-05-12', { findings }))?.slice(0, 2)).toEqual([
      ...['FINDINGS_DISAGREE', part],
    ]);
    expect(refused('corporate', state, answer('2026-05-12', { findings: found('UPHELD') }))).toBeNull();
  });
});

describe('who has it', () => {
  const begun = [receivedOn('2026-05-01'), acknowledge('2026-05-05')] as const;
  const assign = (to: string | null, group: string | null = null): Command => ({
    ...{ event: 'assign', to, group, serviceId: null },
  });
  const accept: Command = { event: 'accept' };
  const handBack = { event: 'handBack', hasReason: true } as const;

  it('takes it where it was given to them or to nobody, and once', () => {
    const given = caseAfter('corporate', ...begun, assign('mona'));
    expect(refused('corporate', given, assign('mona'))?.[0]).toBe('NOTHING_CHANGES');
    expect(refused('corporate', given, { command: accept, caller: OMAR })?.[0]).toBe('PERSON_NOT_ASSIGNED');
    const taken = caseAfter('corporate', ...begun, assign(null, 'waste'), { command: accept, caller: MONA });
    expect(taken).toMatchObject({ assignedTo: 'mona', assignedGroup: 'waste', isAccepted: true });
    expect(refused('corporate', taken, { command: accept, caller: MONA })?.[0]).toBe('NOTHING_CHANGES');
  });

  it('gives it back with a reason, and nobody else does', () => {
    const given = caseAfter('corporate', ...begun, assign('mona'));
    const by = (caller: typeof MONA, command: Command = handBack) =>
      refused('corporate', given, { command, caller });
    expect(by(OLIVE)?.[0]).toBe('PERSON_NOT_ASSIGNED');
    expect(by(MONA, { ...handBack, hasReason: false })?.[0]).toBe('REASON_MISSING');
    expect(by(MONA)).toBeNull();
    expect(refused('corporate', caseAfter('corporate', ...begun), handBack)?.[0]).toBe('NOTHING_CHANGES');
    const back = caseAfter('corporate', ...begun, assign('mona'), { command: handBack, caller: MONA });
    expect(back).toMatchObject({ assignedTo: null, assignedGroup: null, isAccepted: false });
  });
});

describe('a complaint and others', () => {
  const state = caseAfter('corporate', receivedOn('2026-05-01'), { event: 'link', complaintId: 'other' });

  it('is linked and merged with others alone', () => {
    expect(refused('corporate', state, { event: 'link', complaintId: 'itself' })?.[0]).toBe(
      'COMPLAINT_ITSELF',
    );
    expect(refused('corporate', state, { event: 'link', complaintId: 'other' })?.[0]).toBe('NOTHING_CHANGES');
    const merge = (into: string): Command => ({ event: 'merge', on: day('2026-05-06'), into });
    expect(refused('corporate', state, merge('itself'))?.[0]).toBe('COMPLAINT_ITSELF');
    const merged = caseAfter('corporate', receivedOn('2026-05-01'), merge('other'));
    expect(merged).toMatchObject({
      mergedInto: 'other',
      stages: [{ state: 'MERGED', closureReason: 'MERGED' }],
    });
    expect(refused('corporate', merged, merge('third'))?.[0]).toBe('EVENT_NOT_PERMITTED');
  });

  it('is opened again for a reason, without what it was answered', () => {
    const answered = [receivedOn('2026-05-01'), acknowledge('2026-05-05'), answer('2026-05-12')] as const;
    const reopen = { event: 'reopen', on: day('2026-05-20'), hasReason: true } as const;
    const ended = caseAfter('corporate', ...answered);
    expect(refused('corporate', ended, { ...reopen, hasReason: false })?.[0]).toBe('REASON_MISSING');
    expect(refused('corporate', ended, { ...reopen, on: day('2026-05-11') })?.[0]).toBe(
      'DAY_BEFORE_EARLIER_STEP',
    );
    expect(caseAfter('corporate', ...answered, reopen).stages).toMatchObject([
      { state: 'ACKNOWLEDGED', answeredOn: null, endedOn: null, outcome: null, closureReason: null },
    ]);
  });

  it('is answered together with each body once', () => {
    const coordinate = { event: 'coordinate', on: day('2026-05-06'), body: 'NHS', isLedHere: true } as const;
    const together = caseAfter('adults', receivedOn('2026-05-01'), coordinate);
    expect(refused('adults', together, coordinate)?.[0]).toBe('NOTHING_CHANGES');
    const led = caseAfter('adults', receivedOn('2026-05-01'), coordinate, {
      ...coordinate,
      isLedHere: false,
    });
    expect(led.coordinatedWith).toEqual([{ body: 'NHS', isLedHere: false }]);
  });
});
