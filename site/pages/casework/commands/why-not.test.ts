import { caseAnswers, liveCase } from '../testing/a-case';
import type { CaseSeen } from './case-seen';
import { eventTitle, needsOf, notNow } from './why-not';

const [version] = caseAnswers().LiveProcedureCorporate.procedure.versions;
const seen: CaseSeen = JSON.parse(JSON.stringify({ live: liveCase(), version }));

describe('what cannot be done just now', () => {
  it('is told with the state that it needs, or who may', () => {
    expect(notNow(seen)).toEqual([
      { event: 'CORRECT_DATE', title: 'Correct a date', why: 'For the central team to do.' },
      {
        ...{ event: 'ESCALATE', title: 'Take it to the next stage' },
        why: 'Only where it stands at “Answered”; now it stands at “With the service”. For the central team to do.',
      },
    ]);
    expect(notNow({ ...seen, version: null })).toHaveLength(1);
  });

  it('needs what the procedure says, with where that is written', () => {
    const law = 'The Code, paragraph 6.3 (a code or guidance under the law)';
    expect(needsOf(seen, 'ANSWER')).toEqual({ needs: [{ text: 'a finding for each', law }], law });
    expect(needsOf(seen, 'NOTE')).toEqual({ needs: [], law: null });
    expect([eventTitle('HAND_BACK'), eventTitle('KEEP_PROMISE')]).toEqual([
      'Hand it back',
      'Record that a promise was kept',
    ]);
  });
});
