import { toDay } from '../calendar/day';
import { beginCase } from './begin-case';
import { applyEntry, caseOf } from './case-of';
import type { Facts, TimelineEntry } from './command';
import { factDay } from './fact-day';
import { latestStage, permittedEvents, versionOfStage } from './permitted';
import { stageAfter } from './stage-after';
import { caseAfter, PROCEDURES, receivedOn } from './testing/live-case';
import { endSuspensions, toldOfStage } from './told-of-stage';

const procedure = PROCEDURES.adults;
const day = toDay;
const timeline = (...all: readonly Facts[]): readonly TimelineEntry[] =>
  all.map((facts, index) => ({
    ...{ place: index + 1, stage: 1, by: 'olive', at: '2026-05-12T09:00:00Z', facts },
  }));
const record = receivedOn('2026-05-01', { consent: 'AWAITED' });
const suspend = { event: 'suspend', on: day('2026-05-06'), ground: 'SAFEGUARDING', hasReason: true } as const;
const stage = latestStage(caseAfter('adults', record));

describe('caseOf', () => {
  it('tells a complaint as it was recorded', () => {
    const state = caseOf({ procedure, entries: timeline(record) });
    expect(state).toEqual(beginCase(procedure, record));
    expect(state).toMatchObject({
      ...{ stream: 'adults', version: 1, consent: 'AWAITED', channel: 'Phone', serviceId: 'waste' },
      ...{ assignedTo: null, isAccepted: false, isSettled: false, risk: null },
      stages: [{ number: 1, state: 'RECEIVED', route: null, receivedOn: '2026-05-01', isInherited: false }],
    });
  });

  it('tells what was taken over with the stages as they stood', () => {
    const inherited = { ...stage, state: 'ACKNOWLEDGED', isInherited: true };
    const takeOver = { event: 'takeOver', source: 'adults-system', channel: null, serviceId: null } as const;
    const state = caseOf({ procedure, entries: timeline({ ...takeOver, theme: null, stages: [inherited] }) });
    expect(state).toMatchObject({ version: 1, consent: 'NOT_NEEDED', stages: [inherited] });
  });

  it('goes on whatever the calendar did, and counts each entry', () => {
    const redate = {
      event: 'redate',
      limit: 'ANSWER',
      from: day('2026-06-01'),
      to: day('2026-06-02'),
    } as const;
    const entries = timeline(record, { ...redate, because: 'A holiday' }, { event: 'note' }, record);
    expect(caseOf({ procedure, entries })).toEqual({ ...beginCase(procedure, record), version: 4 });
  });

  it('is refused for what no timeline begins with', () => {
    expect(() => caseOf({ procedure, entries: [] })).toThrow('A complaint without a timeline is none.');
    const entry = { stage: 1, by: 'olive', facts: { event: 'note' } } as const;
    expect(() => applyEntry({ procedure, state: null, entry })).toThrow('A timeline begins with a complaint');
  });

  it('ends a suspension with what ends the stage', () => {
    const withdraw = { event: 'withdraw', on: day('2026-05-11') } as const;
    const state = caseOf({ procedure, entries: timeline(record, suspend, withdraw) });
    expect(state.stages).toMatchObject([
      {
        ...{ state: 'WITHDRAWN', suspendedFrom: null, endedOn: '2026-05-11', closureReason: 'WITHDRAWN' },
        suspensions: [{ ground: 'SAFEGUARDING', from: '2026-05-06', to: '2026-05-11' }],
      },
    ]);
  });

  it('keeps the first acknowledgement where it is told again after reopening', () => {
    const told = toldOfStage('acknowledge', {
      ...{ stage: { ...stage, acknowledgedOn: day('2026-05-05') }, by: 'olive' },
      facts: { event: 'acknowledge', on: day('2026-05-20') },
    });
    expect(told.acknowledgedOn).toBe('2026-05-05');
  });

  it('leaves a stage where the procedure has no rule for what happened', () => {
    const facts = { event: 'holdPanel', on: day('2026-05-20'), members: ['pia'] } as const;
    expect(stageAfter(procedure, stage, { facts, by: 'olive' })).toEqual({
      ...{ ...stage, panelHeldOn: '2026-05-20', panel: ['pia'] },
    });
    const none = { stream: 'none', stages: [] };
    expect(stageAfter(none, stage, { facts: suspend, by: 'olive' }).state).toBe('RECEIVED');
  });

  it('ends only suspensions that are open', () => {
    const ended = { ground: 'ADVOCATE', from: day('2026-05-01'), to: day('2026-05-04') } as const;
    const open = { ground: 'ADVOCATE', from: day('2026-05-05'), to: null } as const;
    expect(endSuspensions([ended, open], day('2026-05-06'))).toEqual([ended, { ...open, to: '2026-05-06' }]);
  });
});

describe('what is permitted', () => {
  it('is what the version in force on the day of receipt permits in the state', () => {
    const state = caseAfter('adults', record, suspend);
    expect(permittedEvents({ procedure, state }).map(({ event }) => event)).toContain('resume');
    expect(permittedEvents({ procedure, state }).map(({ event }) => event)).not.toContain('answer');
    expect(permittedEvents({ procedure: { stream: 'none', stages: [] }, state })).toEqual([]);
    expect(versionOfStage(procedure, stage)?.inForceFrom).toBe('2009-04-01');
    expect(() => latestStage({ ...state, stages: [] })).toThrow('A complaint has at least one stage.');
  });
});

describe('the day of an event', () => {
  it.each<readonly [Facts, string | null]>([
    [record, '2026-05-01'],
    [suspend, '2026-05-06'],
    [{ event: 'note' }, null],
    [{ event: 'escalate', receivedOn: day('2026-05-07'), hasLateReason: false }, '2026-05-07'],
  ])('%j', (facts, expected) => {
    expect(factDay(facts)).toBe(expected);
  });
});
