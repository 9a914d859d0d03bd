import { checkAction, saysTheSame } from './check-action';

const open = {
  ...{ meetingId: 'm', what: ' Answer the oldest ', owner: 'Head', dueOn: '2021-10-31' },
  state: 'OPEN' as const,
};
const done = { ...open, state: 'DONE' as const, endedOn: '2021-10-20', result: ' Answered. ' };
const TODAY = '2021-10-20';

describe('checkAction', () => {
  it('keeps what is open without an end, and what ended with its day and words', () => {
    expect(checkAction(open, TODAY)).toEqual({
      ...{ meeting_id: 'm', what: 'Answer the oldest', owner: 'Head', due_on: '2021-10-31' },
      ...{ complaint_id: null, state: 'OPEN', ended_on: null, result: null },
    });
    expect(checkAction(done, TODAY)).toMatchObject({ ended_on: '2021-10-20', result: 'Answered.' });
  });

  it('takes no end that has not come', () => {
    expect(checkAction(done, '2021-10-19')).toMatchObject({ part: 'endedOn' });
  });

  it('knows what says the same, whatever the blanks around it', () => {
    const text = checkAction(done, TODAY);
    if ('__typename' in text) throw new Error(text.message);
    const row = { id: 'a', version: 1, changed_by: 'olu', changed_at: new Date(0), ...text };
    expect(saysTheSame(row, text)).toBe(true);
    expect(saysTheSame(row, { ...text, due_on: '2021-11-01' })).toBe(false);
  });
});
