import type { CasePartsFragment } from '../../../operations/__generated__/operations';
import { remediesSection } from './remedies';

const remedy = (text: string, dueOn: string | null, doneOn: string | null) => ({ text, dueOn, doneOn });
const found: CasePartsFragment = {
  ...{ id: 'ombudsman-1', body: 'LGSCO', reference: '19 001', ourReference: null, stream: 'ADULTS' },
  ...{ partner: null, receivedOn: '2020-01-01', replyDueOn: null, replySentOn: null, repliedInTime: null },
  ...{ decidedOn: '2020-06-01', decision: 'Upheld', upheld: true },
  remedies: [
    remedy('Training', null, null),
    remedy('Apology', '2020-08-03', '2020-08-01'),
    remedy('Refund', '2021-10-01', null),
    remedy('Policy', '2020-09-01', '2021-10-05'),
  ],
};
const answer = (totalCount = 1) => ({ counted: { totalCount, edges: [{ node: { ombudsmanCase: found } }] } });
const scope = { where: { streams: ['ADULTS' as const] }, asAt: '2021-09-30', countedFrom: '2021-04-01' };

describe('what the ombudsmen were promised', () => {
  it('is what was not done on the day, due first at the head: what was done later was not done yet', () => {
    expect(remediesSection(answer(), scope).rows.map(({ about }) => about)).toEqual([
      'Policy',
      'Refund',
      'Training',
    ]);
  });

  it('is counted, and of it what is overdue', () => {
    const { figures, notes } = remediesSection(answer(), scope);
    expect(figures?.map(({ label, count, listed }) => [label, count, listed])).toEqual([
      ['Not done', 3, ['ombudsman-1']],
      ['Of these, overdue', 1, []],
    ]);
    expect(figures?.[0]?.path).toBe('/ombudsman-cases?state=remedies&stream=ADULTS');
    expect(notes).toHaveLength(1);
  });

  it('says where not all decisions were looked through, and where it cannot be had', () => {
    expect(remediesSection(answer(201), scope).notes[1]).toContain('the first 1 decisions');
    expect(remediesSection(null, scope).figures).toBeNull();
  });
});
