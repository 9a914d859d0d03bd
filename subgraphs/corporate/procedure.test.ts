import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { toDay } from '../../domain/calendar/day';
import { dueDay } from '../../domain/clocks/due';
import { checkProcedure } from '../../domain/procedure/check-procedure';
import { stageRule } from '../../domain/procedure/procedure';
import { procedure } from './procedure';

const due = ({
  stage,
  received,
  acknowledged,
}: {
  stage: number;
  received: string;
  acknowledged?: string;
}) => {
  const rule = stageRule({ procedure, stage, receivedOn: toDay(received) });
  return (
    rule &&
    dueDay({
      rule,
      receivedOn: toDay(received),
      acknowledgedOn: acknowledged ? toDay(acknowledged) : null,
      calendar: englandAndWales,
    })
  );
};

describe('the corporate procedure', () => {
  it('is whole', () => expect(checkProcedure(procedure)).toEqual([]));

  it.each([
    [
      '10 working days of receipt at stage 1, before the Code',
      { stage: 1, received: '2021-04-01' },
      '2021-04-19',
    ],
    ['20 at stage 2', { stage: 2, received: '2021-04-01' }, '2021-05-04'],
    [
      'of receipt on the last day before the Code',
      { stage: 1, received: '2026-03-31', acknowledged: '2026-04-02' },
      '2026-04-16',
    ],
    [
      '10 of acknowledgement under the Code',
      { stage: 1, received: '2026-04-02', acknowledged: '2026-04-13' },
      '2026-04-27',
    ],
    [
      'acknowledged on the day itself',
      { stage: 1, received: '2026-04-02', acknowledged: '2026-04-02' },
      '2026-04-20',
    ],
    [
      'a late acknowledgement buys no time',
      { stage: 1, received: '2026-04-02', acknowledged: '2026-05-01' },
      '2026-04-27',
    ],
    [
      '20 of acknowledgement at stage 2',
      { stage: 2, received: '2026-12-23', acknowledged: '2026-12-23' },
      '2027-01-25',
    ],
  ])('answers within %s', (_, stage, expected) => expect(due(stage)).toBe(expected));

  it('has no third stage', () => expect(due({ stage: 3, received: '2021-04-01' })).toBeNull());
});
