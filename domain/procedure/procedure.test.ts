import { toDay } from '../calendar/day';
import { type Procedure, type StageRule, stageRule } from './procedure';

const version = (stage: number, inForceFrom: string, workingDays: number): StageRule => ({
  stage,
  inForceFrom: toDay(inForceFrom),
  source: 'a test',
  acknowledgeWithin: { workingDays: 3 },
  answerWithin: { workingDays, from: 'received' },
  extendBy: null,
  reachedOnlyByEscalation: false,
});
const procedure: Procedure = {
  stream: 'test',
  rules: [version(1, '2018-01-01', 10), version(1, '2026-04-01', 12), version(2, '2019-01-01', 20)],
};

describe('stageRule', () => {
  it.each([
    ['the first day of the first version', 1, '2018-01-01', 10],
    ['the last day before the next', 1, '2026-03-31', 10],
    ['the first day of the next', 1, '2026-04-01', 12],
    ['long after', 1, '2040-01-01', 12],
    ['a stage of its own age', 2, '2026-04-01', 20],
  ])(
    'is the version in force on the day the stage was received: %s',
    (_when, stage, receivedOn, expected) => {
      const limit = stageRule({ procedure, stage, receivedOn: toDay(receivedOn) })?.answerWithin;
      expect(limit).toEqual({ workingDays: expected, from: 'received' });
    },
  );

  it.each([
    ['before the first version', 1, '2017-12-31'],
    ['before that stage had one', 2, '2018-12-31'],
    ['a stage that the procedure does not have', 3, '2026-04-01'],
    ['no stage at all', 0, '2026-04-01'],
  ])('is null %s', (_when, stage, receivedOn) => {
    expect(stageRule({ procedure, stage, receivedOn: toDay(receivedOn) })).toBeNull();
  });
});
