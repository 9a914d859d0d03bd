import { englandAndWales } from '../calendar/bank-holidays';
import { changedCalendar } from '../calendar/changed-calendar';
import { toDay } from '../calendar/day';
import type { StageRule } from '../procedure/procedure';
import { deadlinesOf } from './deadlines';
import { clockedImport, type ImportedStage, limitsOfRule } from './imported-stage';
import { calendars, source } from './testing/stages';

const rule: StageRule = {
  ...{ stage: 1, inForceFrom: toDay('2018-01-01'), source: 'The policy', reachedOnlyByEscalation: false },
  ...{ acknowledgeWithin: { workingDays: 3 }, answerWithin: { workingDays: 10, from: 'received' } },
  extendBy: { workingDays: 10 },
};
const stage = (given: Partial<ImportedStage> = {}): ImportedStage => ({
  ...{ number: 1, receivedOn: toDay('2023-06-08'), acknowledgedOn: null, dueOn: toDay('2023-06-22') },
  ...{ answeredOn: null, isEnded: false, endedOn: null, panelHeldOn: null, panelReportedOn: null },
  ...given,
});
const told = (given: Partial<ImportedStage>, { by = rule, counted = calendars } = {}) => {
  const asked = clockedImport({ stage: stage(given), rule: by, calendars: counted, further: [] });
  return deadlinesOf({ ...asked, today: toDay('2023-07-10') });
};
const answer = (...asked: Parameters<typeof told>) => told(...asked).find(({ name }) => name === 'ANSWER')!;

describe('an imported stage', () => {
  it('has the limits of its rule, with the law by paragraph where the rule names it', () => {
    expect(limitsOfRule(rule).map(({ name }) => name)).toEqual(['ACKNOWLEDGE', 'ANSWER']);
    expect(limitsOfRule({ ...rule, acknowledgeWithin: null }).map(({ name }) => name)).toEqual(['ANSWER']);
    expect(limitsOfRule(rule)[1]!.source).toEqual({
      law: 'The policy',
      paragraph: 'stage 1',
      basis: 'POLICY',
    });
    expect(limitsOfRule({ ...rule, law: { acknowledge: null, answer: source } })[1]!.source).toBe(source);
  });

  it('is missed on the day that it was judged by; nobody is blamed for what was not recorded', () => {
    expect(told({})).toMatchObject([
      { name: 'ACKNOWLEDGE', dueOn: '2023-06-13', isInTime: null },
      { name: 'ANSWER', dueOn: '2023-06-22', isInTime: false },
    ]);
    expect(told({})[0]!.steps.at(-1)!.text).toContain('Whether it was acknowledged by then is not recorded.');
    expect(answer({ isEnded: true }).isInTime).toBeNull();
    expect(answer({ isEnded: true, endedOn: toDay('2023-06-20') }).isInTime).toBeNull();
    expect(answer({ answeredOn: toDay('2023-06-22') }).isInTime).toBe(true);
  });

  it.each([
    ['an extension, where it is later', '2023-07-06', '2023-07-06', 'EXTENDED'],
    ['a plan, where it is earlier', '2023-06-15', null, 'PLANNED'],
  ])('keeps a day that was agreed as %s', (_what, dueOn, extendedTo, kind) => {
    const deadline = answer({ dueOn: toDay(dueOn) });
    expect(deadline).toMatchObject({ dueOn, extendedTo, originalDueOn: '2023-06-22' });
    expect(deadline.steps.map((step) => step.kind)).toContain(kind);
  });

  it('keeps a later day as a plan where the rule knows no extension', () => {
    const deadline = answer({ dueOn: toDay('2023-07-06') }, { by: { ...rule, extendBy: null } });
    expect(deadline).toMatchObject({ dueOn: '2023-07-06', extendedTo: null });
  });

  it('keeps the day of the calendar by which it was dated, and says what moved it', () => {
    const added = { day: toDay('2023-06-19'), name: 'Proclaimed', isKept: true };
    const working = changedCalendar(englandAndWales, [added]);
    const counted = { ...calendars, working };
    expect(answer({}, { counted }).dueOn).toBe('2023-06-22');
    const moved = answer({ dueOn: toDay('2023-06-23') }, { counted });
    expect(moved.extendedTo).toBeNull();
    expect(moved.steps.find(({ kind }) => kind === 'CALENDAR_CHANGED')).toMatchObject({
      on: '2023-06-22',
      days: [{ day: '2023-06-19', name: 'Proclaimed' }],
    });
    const judged = { ...counted, asOf: () => calendars };
    const answered = answer({ answeredOn: toDay('2023-06-16') }, { counted: judged });
    expect(answered.steps.map(({ kind }) => kind)).not.toContain('CALENDAR_CHANGED');
  });

  it('has no day where neither the calendar nor anybody knows one', () => {
    expect(answer({ receivedOn: toDay('2031-01-06'), dueOn: null })).toMatchObject({
      dueOn: null,
      isInTime: null,
    });
  });
});
