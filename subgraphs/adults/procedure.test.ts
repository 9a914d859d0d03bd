import { englandAndWales as calendar } from '../../domain/calendar/bank-holidays';
import { toDay } from '../../domain/calendar/day';
import { acknowledgeDueDay, dueDay } from '../../domain/clocks/due';
import { checkProcedure } from '../../domain/procedure/check-procedure';
import { stageRule } from '../../domain/procedure/procedure';
import { procedure } from './procedure';

const clock = (received: string, stage = 1) => {
  const receivedOn = toDay(received);
  const rule = stageRule({ procedure, stage, receivedOn });
  return rule && { rule, receivedOn, acknowledgedOn: null, calendar };
};
const due = (received: string, stage = 1) => {
  const at = clock(received, stage);
  return at && { acknowledge: acknowledgeDueDay(at), answer: dueDay(at) };
};

describe("the adults' procedure", () => {
  it('is whole', () => expect(checkProcedure(procedure)).toEqual([]));

  it.each([
    ['over the moved May holiday of 2020', '2020-05-01', '2020-05-06', '2020-10-31'],
    ['on a Saturday', '2026-01-10', '2026-01-14', '2026-07-09'],
    ['on the last of a long month', '2025-08-31', '2025-09-03', '2026-02-28'],
    ['two days before', '2025-08-29', '2025-09-03', '2026-02-28'],
    ['over Easter 2026', '2026-03-31', '2026-04-07', '2026-09-30'],
    ['on the first day of the regulations', '2009-04-01', null, '2009-09-30'],
  ])('received %s: 3 working days, and six months with that day', (_when, received, acknowledge, answer) => {
    expect(due(received)).toEqual({ acknowledge, answer });
  });

  it('is not that of a complaint before the regulations', () => expect(due('2009-03-31')).toBeNull());

  it('has no second stage', () => expect(due('2021-04-01', 2)).toBeNull());
});
