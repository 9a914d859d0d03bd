import { toDay } from '../../calendar/day';
import type { Command } from '../command';
import { caseAfter, MONA, OLIVE, OMAR, receivedOn, refused } from '../testing/live-case';

const day = toDay;
const acknowledge = (text: string): Command => ({ event: 'acknowledge', on: day(text) });

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
