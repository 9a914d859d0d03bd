import type { CasePartsFragment } from '../../operations/__generated__/operations';
import { caseWords } from './case-words';

const parts: CasePartsFragment = {
  id: 'ombudsman-1',
  body: 'LGSCO',
  reference: '19 003 720',
  ourReference: '100280668',
  stream: 'CORPORATE',
  partner: null,
  receivedOn: '2019-05-15',
  replyDueOn: '2019-06-13',
  replySentOn: '2019-06-07',
  repliedInTime: true,
  decidedOn: '2019-08-22',
  decision: 'Upheld',
  upheld: true,
  remedies: [{ text: 'Apology', dueOn: '2019-09-19', doneOn: '2019-09-23' }],
};
const open = { ...parts, replySentOn: null, repliedInTime: null, decidedOn: null, decision: null };

const replyState = (each: CasePartsFragment, asAt: string | null) => caseWords(each, asAt).reply;

describe('a case in words', () => {
  it('tells the enquiry, the reply, the decision and the remedies', () => {
    expect(caseWords(parts, '2021-09-30')).toEqual({
      href: '/ombudsman-cases/ombudsman-1',
      reference: '19 003 720',
      body: 'Local Government and Social Care Ombudsman',
      shortBody: 'LGSCO',
      about: 'Corporate',
      enquiry: 'Enquiry received 15 May 2019; reply due 13 June 2019, sent 7 June 2019',
      reply: { words: 'in time', kind: 'good' },
      decision: 'Decided 22 August 2019: Upheld',
      remedies: [
        {
          text: 'Apology, due 19 September 2019',
          state: { words: 'done 23 September 2019, 4 days late', kind: 'bad' },
        },
      ],
    });
  });

  it('says what there is not', () => {
    const bare = caseWords(
      { ...open, receivedOn: null, replyDueOn: null, stream: null, remedies: null },
      null,
    );
    expect(bare).toMatchObject({
      about: 'not recorded',
      enquiry: 'Enquiry received on a day not recorded; no day set for the reply, not sent',
      decision: 'Not decided',
      remedies: [],
    });
    expect(caseWords({ ...open, decision: 'Upheld' }, null).decision).toBe(
      'Decided on a day not recorded: Upheld',
    );
    expect(caseWords({ ...open, stream: null, partner: 'stockport-homes' }, null).about).toBe(
      'Stockport Homes',
    );
  });

  it('is overdue from the day after', () => {
    expect(replyState(open, '2019-06-13')).toEqual({ words: 'awaiting a reply', kind: 'plain' });
    expect(replyState(open, '2019-06-14')).toEqual({ words: 'overdue by 1 day', kind: 'bad' });
    expect(replyState({ ...open, replyDueOn: null }, '2019-06-14').words).toBe('awaiting a reply');
    expect(replyState({ ...open, decision: 'Closed' }, '2021-01-01').words).toBe('decided without a reply');
    expect(replyState({ ...parts, replySentOn: '2019-06-16', repliedInTime: false }, null).words).toBe(
      '3 days late',
    );
    expect(replyState({ ...parts, repliedInTime: null }, null).words).toBe('sent');
  });

  it('tells remedies that are done, late, and not done', () => {
    const state = (dueOn: string | null, doneOn: string | null) =>
      caseWords({ ...parts, remedies: [{ text: null, dueOn, doneOn }] }, '2021-09-30').remedies[0]?.state
        .words;
    expect(state('2021-09-30', '2021-09-30')).toBe('done 30 September 2021');
    expect(state(null, '2021-09-30')).toBe('done 30 September 2021');
    expect(state('2021-09-29', null)).toBe('not done, overdue by 1 day');
    expect(state('2021-09-30', null)).toBe('not done yet');
    expect(state(null, null)).toBe('not done yet');
  });
});
