import type { DescribedRule } from '../../../contracts/events/stream-described';
import { fixedClock } from '../../../platform/config/clock';
import { inTransaction } from '../../../platform/transaction/transaction';
import { type TestGuidance, testGuidance } from '../testing';
import { procedureFollower } from './follow-procedures';

let guidance: TestGuidance;
beforeAll(async () => {
  guidance = await testGuidance();
});
afterAll(() => guidance.stop());

const rule = (changes: Partial<DescribedRule> = {}): DescribedRule => ({
  ...{ stage: 1, inForceFrom: '2000-01-01', source: 'Policy', acknowledgeWithin: { workingDays: 3 } },
  ...{ answerWithin: { workingDays: 10, from: 'received' as const }, extendBy: { workingDays: 10 } },
  ...{ reachedOnlyByEscalation: false, ...changes },
});
const REPORT = { id: 'made', title: 'Made', samePeriodOfYearsBefore: false, rows: [] };
const MONTHS = rule({
  answerWithin: { months: 6, from: 'received' },
  extendBy: null,
  acknowledgeWithin: null,
});

const follow = (stream: string, procedure: readonly DescribedRule[] | undefined) =>
  inTransaction(
    guidance.database.of('guidance'),
    { subject: 'projection', role: 'projection' },
    (transaction) =>
      procedureFollower.apply(
        transaction,
        [
          {
            ...{
              kind: 'stream-described',
              subject: stream,
              version: 1,
              at: new Date('2026-11-29T12:00:00Z'),
            },
            position: { xid: '1', id: '1' },
            payload: { stream, stages: [], report: REPORT, procedure },
          },
        ],
        fixedClock('2026-11-29'),
      ),
  );
const procedures = async (shows: string) =>
  (await guidance.data<{ procedures: object[] }>(`{ procedures { stream stages { ${shows} } } }`)).procedures;

describe('procedures', () => {
  it('are those that streams published, each rule under its stage, the newest first', async () => {
    const code = rule({
      ...{ inForceFrom: '2026-04-01', source: 'Code' },
      answerWithin: { workingDays: 10, from: 'acknowledged' },
    });
    await follow('CORPORATE', [rule(), code, rule({ stage: 2, reachedOnlyByEscalation: true })]);
    await follow('ADULTS', [MONTHS]);
    const shows = `stage reachedOnlyByEscalation rules { inForceFrom inForceTo source acknowledgeWithinWorkingDays
      answerWithinWorkingDays answerWithinMonths answerCountedFrom extendByWorkingDays }`;
    const days = { acknowledgeWithinWorkingDays: 3, answerWithinWorkingDays: 10, answerWithinMonths: null };
    const policy = {
      ...{ inForceFrom: '2000-01-01', inForceTo: null, source: 'Policy', ...days },
      ...{ answerCountedFrom: 'RECEIVED', extendByWorkingDays: 10 },
    };
    const sixMonths = {
      ...{ ...policy, acknowledgeWithinWorkingDays: null, answerWithinWorkingDays: null },
      ...{ answerWithinMonths: 6, extendByWorkingDays: null },
    };
    const now = { ...policy, inForceFrom: '2026-04-01', source: 'Code', answerCountedFrom: 'ACKNOWLEDGED' };
    expect(await procedures(shows)).toEqual([
      { stream: 'ADULTS', stages: [{ stage: 1, reachedOnlyByEscalation: false, rules: [sixMonths] }] },
      {
        stream: 'CORPORATE',
        stages: [
          { stage: 1, reachedOnlyByEscalation: false, rules: [now, { ...policy, inForceTo: '2026-03-31' }] },
          { stage: 2, reachedOnlyByEscalation: true, rules: [policy] },
        ],
      },
    ]);
  });

  it('follow what is published anew, and keep what they know where a stream told nothing of it', async () => {
    await follow('ADULTS', [MONTHS, rule({ stage: 2 })]);
    await follow('CORPORATE', undefined);
    expect(await procedures('stage')).toEqual([
      { stream: 'ADULTS', stages: [{ stage: 1 }, { stage: 2 }] },
      { stream: 'CORPORATE', stages: [{ stage: 1 }, { stage: 2 }] },
    ]);
  });
});
