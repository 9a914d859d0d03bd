import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { toDay } from '../../domain/calendar/day';
import { addWorkingDays } from '../../domain/calendar/working-days';
import { type ClockedStage, type LimitDays, limitDay } from '../../domain/clocks/limit-day';
import { calendars, stageReceived } from '../../domain/clocks/testing/stages';
import { stageVersion } from '../../domain/procedure/stage-version';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';
import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { subgraph as schools } from '../../subgraphs/schools/subgraph';

const STREAMS = { corporate, adults, childrens, schools };
type Happened = Partial<
  Record<'acknowledgedOn' | 'statementAgreedOn' | 'panelHeldOn' | 'panelReportedOn' | 'answeredOn', string>
>;

/** A limit of a live stage that was received on a day, and on which this has happened. */
function days(
  stream: keyof typeof STREAMS,
  [stage, limitName]: readonly [number, string],
  receivedOn: string,
  happened: Happened = {},
): LimitDays {
  const procedure = STREAMS[stream].stream.liveProcedure;
  const version = stageVersion({ procedure, stage, receivedOn: toDay(receivedOn) })!;
  const limit = version.limits.find(({ name }) => name === limitName)!;
  const dated = Object.fromEntries(Object.entries(happened).map(([name, day]) => [name, toDay(day)]));
  const facts: Partial<ClockedStage> = { number: stage, ...dated };
  return limitDay({ limit, stage: stageReceived(receivedOn, facts), version, calendars });
}

const S1 = [1, 'ANSWER'] as const;
const S2 = [2, 'ANSWER'] as const;

describe('the test vectors of the field', () => {
  it('corporate stage 1 received on Thursday 2 April 2026, acknowledged on the last day for it', () => {
    expect(days('corporate', [1, 'ACKNOWLEDGE'], '2026-04-02').dueOn).toBe('2026-04-13');
    const answer = days('corporate', S1, '2026-04-02', { acknowledgedOn: '2026-04-13' });
    expect([answer.dueOn, answer.extendableTo]).toEqual(['2026-04-27', '2026-05-12']);
  });

  it('corporate stage 1 received and acknowledged on Thursday 2 April 2026', () => {
    expect(days('corporate', S1, '2026-04-02', { acknowledgedOn: '2026-04-02' }).dueOn).toBe('2026-04-20');
  });

  it.each([
    ['Friday 1 May 2026, at whatever hour', '2026-05-01'],
    ['Saturday 2 May 2026, by web form', '2026-05-02'],
  ])('corporate received on %s is acknowledged by Monday 11 May', (_when, receivedOn) => {
    expect(days('corporate', [1, 'ACKNOWLEDGE'], receivedOn).dueOn).toBe('2026-05-11');
  });

  it('corporate stage 2 asked for on Wednesday 23 December 2026, acknowledged the same day', () => {
    expect(days('corporate', [2, 'ACKNOWLEDGE'], '2026-12-23').dueOn).toBe('2027-01-04');
    const answer = days('corporate', S2, '2026-12-23', { acknowledgedOn: '2026-12-23' });
    expect([answer.dueOn, answer.extendableTo]).toEqual(['2027-01-25', '2027-02-22']);
  });

  it.each([
    ['2022-05-27', '2022-06-14', '2022-06-28'],
    ['2022-09-12', '2022-09-27', '2022-10-11'],
  ])('children’s stage 1 received on %s: 10 working days, 20 at the most', (receivedOn, due, latest) => {
    const answer = days('childrens', S1, receivedOn);
    expect([answer.dueOn, answer.extendableTo]).toEqual([due, latest]);
  });

  it('adults received on Friday 1 May 2020: acknowledged in 3, and 10 working days', () => {
    expect(days('adults', [1, 'ACKNOWLEDGE'], '2020-05-01').dueOn).toBe('2020-05-06');
    const ten = { from: toDay('2020-05-01'), count: 10, calendar: englandAndWales };
    expect(addWorkingDays(ten)).toBe('2020-05-18');
  });

  it('children’s stage 2 that starts on Monday 22 December 2025: 25 working days, 65 at the most', () => {
    for (const [receivedOn, happened] of [
      ['2025-12-22', {}],
      ['2025-12-10', { statementAgreedOn: '2025-12-22' }],
    ] as const) {
      const answer = days('childrens', S2, receivedOn, happened);
      expect([answer.dueOn, answer.extendableTo]).toEqual(['2026-01-29', '2026-03-26']);
    }
  });

  it('children’s stage 3 asked for on Monday 23 March 2026: the panel by 7 May', () => {
    expect(days('childrens', [3, 'PANEL_MEETING'], '2026-03-23').dueOn).toBe('2026-05-07');
  });

  it('a panel that met on Wednesday 6 May 2026 reports by 13 May, and is answered by 4 June', () => {
    const met = { panelHeldOn: '2026-05-06' };
    expect(days('childrens', [3, 'PANEL_REPORT'], '2026-03-23', met).dueOn).toBe('2026-05-13');
    const reported = { ...met, panelReportedOn: '2026-05-13' };
    expect(days('childrens', [3, 'ANSWER'], '2026-03-23', reported).dueOn).toBe('2026-06-04');
  });

  it('children’s stage 1 answered on Friday 30 January 2026: stage 2 may be asked for until 27 February', () => {
    const answered = { answeredOn: '2026-01-30' };
    expect(days('childrens', [1, 'NEXT_STAGE'], '2026-01-16', answered).dueOn).toBe('2026-02-27');
  });

  it.each([
    ['2026-01-10', '2026-01-14', '2026-07-09'],
    ['2025-08-31', '2025-09-03', '2026-02-28'],
    ['2025-08-29', '2025-09-03', '2026-02-28'],
    ['2026-03-31', '2026-04-07', '2026-09-30'],
    ['2026-03-01', '2026-03-04', '2026-08-31'],
    ['2026-05-01', '2026-05-07', '2026-10-31'],
  ])('adults received on %s: acknowledged by %s, six months to %s', (receivedOn, acknowledge, backstop) => {
    expect(days('adults', [1, 'ACKNOWLEDGE'], receivedOn).dueOn).toBe(acknowledge);
    expect(days('adults', [1, 'BACKSTOP'], receivedOn).dueOn).toBe(backstop);
  });

  it('the longest that the Code allows: 25 working days at stage 1, and 45 at stage 2', () => {
    const receivedOn = '2026-09-01';
    const after = (count: number) =>
      addWorkingDays({ from: toDay(receivedOn), count, calendar: englandAndWales });
    const [one, two] = [days('corporate', S1, receivedOn), days('corporate', S2, receivedOn)];
    expect([one.dueOn, one.extendableTo, two.dueOn, two.extendableTo]).toEqual([15, 25, 25, 45].map(after));
  });
});

describe('the choices where the law is open', () => {
  it.each([
    ['2026-03-31', '2026-04-07', '2026-04-16'],
    ['2026-04-01', '2026-04-10', '2026-04-24'],
  ])('the version is that of the day of receipt: %s', (receivedOn, acknowledge, answer) => {
    expect(days('corporate', [1, 'ACKNOWLEDGE'], receivedOn).dueOn).toBe(acknowledge);
    expect(days('corporate', S1, receivedOn).dueOn).toBe(answer);
  });

  it.each(['2026-04-14', '2026-05-20'])('an acknowledgement on %s, late, buys no time', (acknowledgedOn) => {
    expect(days('corporate', S1, '2026-04-02', { acknowledgedOn }).dueOn).toBe('2026-04-27');
  });

  it('schools count 3, then 10, 15 and 20 and 5 school days, and say "estimated" without their holidays', () => {
    const within = schools.stream.liveProcedure.stages.flatMap(({ stage, limits }) =>
      limits.map(({ name, within: { count, unit } }) => `${stage} ${name} ${count} ${unit}`),
    );
    for (const said of ['1 ACKNOWLEDGE 3', '1 ANSWER 10', '2 ANSWER 15', '3 PANEL_MEETING 20', '3 ANSWER 5'])
      expect(within).toContain(`${said} SCHOOL_DAY`);
    expect(days('schools', S1, '2026-03-26')).toMatchObject({ dueOn: '2026-04-13', isEstimated: true });
  });
});
