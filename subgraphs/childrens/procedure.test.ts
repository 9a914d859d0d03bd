import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { toDay } from '../../domain/calendar/day';
import { dueDay, latestExtension } from '../../domain/clocks/due';
import { checkProcedure } from '../../domain/procedure/check-procedure';
import { stageRule } from '../../domain/procedure/procedure';
import { panelLimits, procedure } from './procedure';

function limits(stage: number, received: string): readonly (string | null)[] {
  const receivedOn = toDay(received);
  const rule = stageRule({ procedure, stage, receivedOn });
  if (rule === null) return [];
  const clock = { rule, receivedOn, acknowledgedOn: null, calendar: englandAndWales };
  return [dueDay(clock), latestExtension(clock)];
}

describe("the children's procedure", () => {
  it('is whole', () => expect(checkProcedure(procedure)).toEqual([]));

  it.each([
    ['10 and at most 20 over the jubilee', 1, '2022-05-27', ['2022-06-14', '2022-06-28']],
    ['10 and at most 20 over the state funeral', 1, '2022-09-12', ['2022-09-27', '2022-10-11']],
    ['25 and at most 65 over Christmas', 2, '2025-12-22', ['2026-01-29', '2026-03-26']],
    ['50 in all to the answer after a panel, and no more', 3, '2026-03-23', ['2026-06-05', null]],
  ])('answers within %s', (_, stage, received, expected) =>
    expect(limits(stage, received)).toEqual(expected),
  );

  it('has no fourth stage, and none before the Regulations', () => {
    expect(limits(4, '2021-04-01')).toEqual([]);
    expect(limits(1, '2006-08-31')).toEqual([]);
    expect(limits(1, '2006-09-01')).toHaveLength(2);
  });
});

describe('a review panel', () => {
  const calendar = englandAndWales;
  const requestedOn = toDay('2026-03-23');

  it('meets within 30 working days; nothing else is due before it has', () => {
    expect(panelLimits({ requestedOn, heldOn: null, findingsOn: null, calendar })).toEqual({
      meetingDueOn: '2026-05-07',
      reportDueOn: null,
      answerDueOn: null,
    });
  });

  it('reports within 5 of its meeting, and is answered within 15 of its report', () => {
    const days = { heldOn: toDay('2026-05-06'), findingsOn: toDay('2026-05-13') };
    expect(panelLimits({ requestedOn, ...days, calendar })).toEqual({
      meetingDueOn: '2026-05-07',
      reportDueOn: '2026-05-13',
      answerDueOn: '2026-06-04',
    });
  });

  it('has no limits outside the years that the calendar knows', () => {
    const beyond = toDay('2999-01-01');
    expect(panelLimits({ requestedOn: beyond, heldOn: beyond, findingsOn: null, calendar })).toEqual({
      meetingDueOn: null,
      reportDueOn: null,
      answerDueOn: null,
    });
  });
});
