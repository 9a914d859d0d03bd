import { toDay } from '../calendar/day';
import { deadlinesOf } from './deadlines';
import { byTheCode, calendars, limitOf, stageReceived } from './testing/stages';
import { type AssumedDays, notAssumable, withAssumed } from './what-if';

type Given = Partial<Record<keyof AssumedDays, string>>;
const NONE: AssumedDays = {
  ...{ receivedOn: null, acknowledgedOn: null, answerBy: null, extendedTo: null, suspendedOn: null },
  ...{ resumedOn: null, statementAgreedOn: null, panelHeldOn: null, panelReportedOn: null },
};
const assumed = (given: Given): AssumedDays => ({
  ...NONE,
  ...Object.fromEntries(Object.entries(given).map(([part, day]) => [part, toDay(day)])),
});
const today = toDay('2026-04-08');
const code = { stage: stageReceived('2026-04-02'), version: { limits: byTheCode(5, 10) }, today };
const planned = { ...code, version: { limits: [limitOf({ isPlanned: true, pausedBy: ['SAFEGUARDING'] })] } };
const due = (asked: typeof code | typeof planned, given: Given) => {
  const stage = withAssumed(assumed(given), asked);
  return deadlinesOf({ ...asked, stage, calendars }).at(-1)!.dueOn;
};

describe('days that are assumed', () => {
  it.each<[Given, string]>([
    [{}, '2026-04-27'],
    [{ acknowledgedOn: '2026-04-08' }, '2026-04-22'],
    [{ receivedOn: '2026-04-07' }, '2026-04-28'],
    [{ extendedTo: '2026-05-05' }, '2026-05-05'],
    [{ extendedTo: '2026-04-10' }, '2026-04-27'],
  ])('lead to another day by the Code: %j', (given, expected) => {
    expect(notAssumable(assumed(given), code)).toBeNull();
    expect(due(code, given)).toBe(expected);
  });

  it.each<[Given, string | null]>([
    [{ answerBy: '2026-05-29' }, '2026-05-29'],
    [{ suspendedOn: '2026-04-08', resumedOn: '2026-04-10' }, '2026-04-22'],
    [{ suspendedOn: '2026-04-08' }, null],
  ])('lead to another day by a plan and a suspension: %j', (given, expected) => {
    expect(notAssumable(assumed(given), planned)).toBeNull();
    expect(due(planned, given)).toBe(expected);
  });

  it('end a suspension that goes on', () => {
    const suspensions = [{ ground: 'SAFEGUARDING' as const, from: toDay('2026-04-07'), to: null }];
    const open = { ...planned, stage: stageReceived('2026-04-02', { suspensions }) };
    expect(notAssumable(assumed({ resumedOn: '2026-04-09' }), open)).toBeNull();
    expect([due(open, {}), due(open, { resumedOn: '2026-04-09' })]).toEqual([null, '2026-04-22']);
    expect(notAssumable(assumed({ resumedOn: '2026-04-06' }), open)).toMatchObject({
      ...{ part: 'resumedOn', why: 'is before the suspension began, 2026-04-07.' },
    });
  });

  it.each<[Given, keyof AssumedDays]>([
    [{ acknowledgedOn: '2026-04-01' }, 'acknowledgedOn'],
    [{ receivedOn: '2026-04-10', panelHeldOn: '2026-04-09' }, 'panelHeldOn'],
    [{ answerBy: '2026-05-29' }, 'answerBy'],
    [{ suspendedOn: '2026-05-29' }, 'suspendedOn'],
    [{ resumedOn: '2026-05-29' }, 'resumedOn'],
  ])('are refused where they cannot be meant: %j', (given, part) => {
    expect(notAssumable(assumed(given), code)).toMatchObject({ part });
  });
});
