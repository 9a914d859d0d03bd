import { meetingChanged, meetingClosed, meetingNotFound } from './refusals';

const row = {
  ...{ id: 'm', version: 2, stream: 'ADULTS', directorate: null, held_on: '2021-09-30', chair: 'Head' },
  ...{ attendees: [], notes: '', state: 'CLOSED' as const, agenda: null, closed_by: null, closed_at: null },
};

describe('refusals about review meetings', () => {
  it('carry the meeting as it stands', () => {
    expect(meetingClosed(row)).toMatchObject({ code: 'REVIEW_MEETING_CLOSED', meeting: { version: 2 } });
    expect(meetingChanged(row)).toMatchObject({ code: 'REVIEW_MEETING_CHANGED', meeting: { version: 2 } });
  });

  it('say what to do', () => {
    expect(meetingClosed(row).message).toContain('The meeting of 30 September 2021 is closed');
    expect(meetingNotFound().message).toContain('`reviewMeetings` lists them');
  });
});
