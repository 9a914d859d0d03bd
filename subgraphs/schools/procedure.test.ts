import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { toDay } from '../../domain/calendar/day';
import { dueDay } from '../../domain/clocks/due';
import { checkProcedure } from '../../domain/procedure/check-procedure';
import { stageRule } from '../../domain/procedure/procedure';
import { procedure } from './procedure';

const receivedOn = toDay('2026-04-02');
const due = (stage: number) => {
  const rule = stageRule({ procedure, stage, receivedOn });
  return rule && dueDay({ rule, receivedOn, acknowledgedOn: null, calendar: englandAndWales });
};

describe("the schools' procedure", () => {
  it('is whole', () => expect(checkProcedure(procedure)).toEqual([]));

  it('keeps the limits of the inherited system, which the corporate Code does not change', () => {
    expect([due(1), due(2), due(3)]).toEqual(['2026-04-20', '2026-05-05', '2026-05-05']);
  });

  it('has no fourth stage', () => expect(due(4)).toBeNull());
});
