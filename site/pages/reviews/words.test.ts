import { ACTION_STATES, actionFields } from './action-fields';
import { actionState, actionWords } from './action-words';
import { aboutWords, meetingWords } from './meeting-words';

const action = {
  ...{ id: 'a b', what: 'Answer', owner: 'Head', dueOn: '2021-10-31', state: 'OPEN' as const, version: 1 },
  ...{ isOverdue: true, endedOn: null, result: null, complaintId: 'adults-1' },
  meeting: { id: 'm', stream: 'ADULTS' as const, directorate: null, heldOn: '2021-09-30' },
};

describe('what was agreed, in words', () => {
  it('leads to its page, its complaint and its meeting', () => {
    expect(actionWords(action, '2021-10-31')).toMatchObject({
      ...{ href: '/reviews/actions/a%20b', complaintHref: '/complaints/adults-1', agreedHref: '/reviews/m' },
      ...{ agreed: 'Adult social care, 30 September 2021', state: { words: 'due that day' } },
    });
    expect(actionWords({ ...action, complaintId: null }, '2021-10-31').complaintHref).toBeNull();
  });

  it.each([
    [{ state: 'OPEN' as const, endedOn: null }, 'overdue by 1 day', 'bad'],
    [{ state: 'DONE' as const, endedOn: '2021-10-20' }, 'done 20 October 2021', 'good'],
    [{ state: 'DROPPED' as const, endedOn: '2021-10-20' }, 'dropped 20 October 2021', 'plain'],
  ])('stands as %j', (how, words, kind) => {
    expect(actionState({ ...action, ...how }, '2021-11-01')).toEqual({ words, kind });
  });

  it('has a field for each part, with what is wrong beside it', () => {
    const fields = actionFields({ what: 'x' }, [{ field: 'due', says: 'Give a day.' }]);
    expect([fields.what.value, fields.due.error]).toEqual(['x', 'Give a day.']);
    expect(ACTION_STATES.map(({ value }) => value)).toEqual(['OPEN', 'DONE', 'DROPPED']);
  });
});

describe('a meeting, in words', () => {
  it.each([
    [{ stream: 'ADULTS' as const, directorate: null }, 'Adult social care'],
    [{ stream: null, directorate: 'Place' }, 'Place'],
    [{ stream: 'CORPORATE' as const, directorate: 'Place' }, 'Corporate of Place'],
  ])('is about %j', (about, words) => {
    expect(aboutWords(about)).toBe(words);
    const meeting = {
      ...{ ...about, id: 'm', heldOn: '2021-09-30', chair: 'Head', attendees: [], notes: '' },
      ...{ state: 'CLOSED' as const, version: 1 },
    };
    expect(meetingWords(meeting)).toMatchObject({ about: words, day: '30 September 2021', isClosed: true });
  });
});
