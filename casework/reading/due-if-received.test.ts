import { fixedClock } from '../../platform/config/clock';
import { subgraph as adults } from '../../subgraphs/adults/subgraph';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { dueIfReceivedField } from './due-if-received';

const clock = fixedClock('2021-10-15');
const ask = (
  args: { stage: number; on?: unknown; acknowledgedOn?: unknown },
  { stream } = corporate,
): ReturnType<typeof dueIfReceivedField> =>
  dueIfReceivedField({}, args, { stream, clock, calendar: async () => stream.calendar });

describe('the field of a stream that tells when a stage would be due', () => {
  it('answers for today, by the rules of its own stream', async () => {
    expect(await ask({ stage: 1 })).toMatchObject({
      ...{ stream: 'CORPORATE', stage: 1, receivedOn: '2021-10-15', extendableTo: '2021-11-12' },
      rule: {
        ...{ inForceTo: '2026-03-31', acknowledgeWithinWorkingDays: 3, answerWithinWorkingDays: 10 },
        ...{ answerWithinMonths: null, answerCountedFrom: 'RECEIVED', extendByWorkingDays: 10 },
      },
      acknowledgement: { dueOn: '2021-10-20' },
      answer: { dueOn: '2021-10-29' },
    });
    expect(await ask({ stage: 1 }, adults)).toMatchObject({
      stream: 'ADULTS',
      rule: {
        answerWithinWorkingDays: null,
        answerWithinMonths: 6,
        source: expect.stringContaining('2009/309'),
      },
      answer: { dueOn: '2022-04-14' },
    });
  });

  it('answers for another day, by the rule that is in force then', async () => {
    expect(await ask({ stage: 2, on: '2026-12-23', acknowledgedOn: '2026-12-23' })).toMatchObject({
      rule: { answerCountedFrom: 'ACKNOWLEDGED', inForceTo: null },
      answer: { dueOn: '2027-01-25' },
    });
  });

  it.each([
    [{ stage: 3 }, '`stage` is 3, which this procedure does not have: its stages are 1, 2.'],
    [{ stage: 0 }, '`stage` is 0, which this procedure does not have: its stages are 1, 2.'],
    [{ stage: 1, on: '1999-12-31' }, '`on` is 1999-12-31: the rules of stage 1 begin on 2000-01-01.'],
    [
      { stage: 1, on: '2021-02-29' },
      '`on` is no day of the calendar: write it as YYYY-MM-DD, for example 2021-04-01.',
    ],
    [{ stage: 1, on: 7 }, '`on` is no day of the calendar: write it as YYYY-MM-DD, for example 2021-04-01.'],
    [
      { stage: 1, acknowledgedOn: 'soon' },
      '`acknowledgedOn` is no day of the calendar: write it as YYYY-MM-DD, for example 2021-04-01.',
    ],
    [
      { stage: 1, acknowledgedOn: '2021-10-14' },
      '`acknowledgedOn` is before the day of receipt: give that day or a later one.',
    ],
  ])('refuses what cannot be meant: %j', async (args, message) => {
    const refusal = await ask(args).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } });
  });
});
