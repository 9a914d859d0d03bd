import { toDay } from '../calendar/day';
import { refuseRole } from './commands/permission';
import { refusal } from './commands/question';
import { decideRecord } from './commands/record';
import { refuseByRules } from './commands/rules';
import { decide } from './decide';
import {
  calendars,
  caseAfter,
  decided,
  MONA,
  OLIVE,
  PROCEDURES,
  receivedOn,
  refusalOf,
  refused,
} from './testing/live-case';

const day = toDay;
const acknowledge = { event: 'acknowledge', on: day('2026-05-05') } as const;
const answer = { event: 'answer', on: day('2026-05-12'), outcome: 'NOT_UPHELD', findings: [] } as const;
const recorded = caseAfter('corporate', receivedOn('2026-05-01'));
const answered = caseAfter('corporate', receivedOn('2026-05-01'), acknowledge, answer);
const escalate = { event: 'escalate', receivedOn: day('2026-05-20'), hasLateReason: false } as const;

describe('a complaint that is to be recorded', () => {
  const record = receivedOn('2026-05-01');

  it('is recorded as it is asked for, at the stage at which it begins', () => {
    expect(decided('corporate', null, record)).toEqual({ isRefused: false, stage: 1, facts: record });
    const direct = { ...record, stage: 2, hasDirectReason: true };
    expect(decided('corporate', null, direct)).toEqual({ isRefused: false, stage: 2, facts: direct });
    expect(caseAfter('corporate', direct).stages).toMatchObject([{ number: 2, route: 'DIRECT' }]);
  });

  it.each([
    ['in the future', { receivedOn: day('2027-07-01') }, 'DAY_IN_FUTURE', 'receivedOn'],
    ['before all calendars', { receivedOn: day('2010-07-01') }, 'DAY_OUTSIDE_CALENDAR', 'receivedOn'],
    ['at a stage that there is not', { stage: 3 }, 'PROCEDURE_NOT_IN_FORCE', 'stage'],
    ['directly without a reason', { stage: 2 }, 'DIRECT_REASON_MISSING', 'directReason'],
    [
      'by who is complained about',
      { complainedAbout: ['olive'] },
      'PERSON_COMPLAINED_ABOUT',
      'complainedAbout',
    ],
  ])('is not recorded %s', (_how, changes, code, part) => {
    expect(refused('corporate', null, { ...record, ...changes })?.slice(0, 2)).toEqual([code, part]);
  });

  it('is recorded by officers, before anything else is done, once, and not where only escalation leads', () => {
    expect(refused('corporate', null, { command: record, caller: MONA })?.[0]).toBe('ROLE_NOT_PERMITTED');
    expect(refused('corporate', null, acknowledge)?.[0]).toBe('EVENT_NOT_PERMITTED');
    expect(refused('corporate', recorded, record)?.[0]).toBe('EVENT_NOT_PERMITTED');
    expect(refused('childrens', null, { ...record, stage: 2 })).toEqual([
      ...['EVENT_NOT_PERMITTED', 'stage', 'regulation 17'],
    ]);
  });

  it('goes by no procedure where none is in force', () => {
    const procedure = { stream: 'none', stages: [] };
    const circumstances = { procedure, calendars, today: day('2026-06-01'), caller: OLIVE };
    expect(decideRecord(record, circumstances)).toMatchObject({
      refusal: { code: 'PROCEDURE_NOT_IN_FORCE' },
    });
    expect(decide({ ...circumstances, command: acknowledge, state: recorded })).toMatchObject({
      refusal: { code: 'PROCEDURE_NOT_IN_FORCE' },
    });
  });
});

describe('a command', () => {
  it('is refused where the state does not permit it, with the law and what would', () => {
    expect(refusalOf('corporate', recorded, answer)).toEqual({
      ...{ code: 'EVENT_NOT_PERMITTED', part: null },
      message:
        '“Answer it” is not possible while it stands as “Received, to be acknowledged”. It is while it stands as “Acknowledged, with the service”.',
      source: {
        law: 'LGSCO Complaint Handling Code (February 2024)',
        paragraph: 'paragraph 6.3',
        basis: 'CODE',
      },
    });
    const holdPanel = { event: 'holdPanel', on: day('2026-05-12'), members: [] } as const;
    expect(refusalOf('corporate', recorded, holdPanel)?.message).toBe(
      '“Record that the panel met” is not possible while it stands as “Received, to be acknowledged”. Stage 1 of this procedure has no such step.',
    );
  });

  it('is refused to another role, and to a manager of another service or of none', () => {
    const assign = { event: 'assign', to: 'omar', group: null, serviceId: null } as const;
    expect(refused('corporate', recorded, { command: assign, caller: MONA })?.[0]).toBe('ROLE_NOT_PERMITTED');
    expect(refused('corporate', recorded, { command: acknowledge, caller: MONA })).toBeNull();
    const other = { ...MONA, services: ['housing'] };
    expect(refused('corporate', recorded, { command: acknowledge, caller: other })?.[0]).toBe(
      'SERVICE_NOT_OWN',
    );
    const nobodys = caseAfter('corporate', receivedOn('2026-05-01', { serviceId: null }));
    expect(refused('corporate', nobodys, { command: acknowledge, caller: MONA })?.[0]).toBe(
      'SERVICE_NOT_OWN',
    );
  });

  it('leads to the next stage once', () => {
    expect(decided('corporate', answered, escalate)).toEqual({ isRefused: false, stage: 2, facts: escalate });
    const second = caseAfter('corporate', receivedOn('2026-05-01'), acknowledge, answer, escalate);
    expect(second.stages).toMatchObject([
      { number: 1, state: 'ESCALATED', nextRequestedOn: '2026-05-20', endedOn: '2026-05-12' },
      { number: 2, state: 'RECEIVED', route: 'ESCALATED', receivedOn: '2026-05-20' },
    ]);
    expect(refused('corporate', second, escalate)?.[0]).toBe('EVENT_NOT_PERMITTED');
  });

  it('that is about learning is decided by what learning asks for', () => {
    const causes = { event: 'nameCauses', causes: ['DELAY'] } as const;
    expect(refused('corporate', recorded, causes)?.[0]).toBe('EVENT_NOT_PERMITTED');
    expect(refused('corporate', answered, causes)).toBeNull();
  });

  it('that has no rule of its own is in nobody’s way', () => {
    const [stage] = recorded.stages;
    const [version] = PROCEDURES.corporate.stages;
    const rule = version!.events[0]!;
    const circumstances = {
      procedure: PROCEDURES.corporate,
      calendars,
      today: day('2026-06-01'),
      caller: OLIVE,
    };
    const question = { ...circumstances, state: recorded, stage: stage!, version: version!, rule };
    expect(refuseByRules('note', { ...question, command: { event: 'note' } })).toBeNull();
  });

  it('is told to whom it is open, with the law that says so', () => {
    const source = { law: 'A law', paragraph: 'section 1', basis: 'STATUTE' } as const;
    const both = { roles: ['manager'], source } as const;
    expect(refuseRole({ rule: both, caller: OLIVE, serviceId: 'waste' })).toEqual(
      refusal('ROLE_NOT_PERMITTED', 'This is for the manager of the service. Ask there.', { source }),
    );
    expect(refuseRole({ rule: both, caller: MONA, serviceId: 'waste' })).toBeNull();
  });
});
