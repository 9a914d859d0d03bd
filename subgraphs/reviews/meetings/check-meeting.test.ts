import { checkMeeting, isOwnId, isPlannedSo, meetingIdUnusable } from './check-meeting';

const written = {
  ...{ stream: 'ADULTS', heldOn: '2021-09-30', chair: ' Head ', attendees: [' Manager '], notes: ' ' },
};

describe('checkMeeting', () => {
  it('keeps a meeting without blanks around its texts', () => {
    expect(checkMeeting(written)).toEqual({
      ...{ stream: 'ADULTS', directorate: null, held_on: '2021-09-30', chair: 'Head' },
      ...{ attendees: ['Manager'], notes: '' },
    });
  });

  it('is about a stream or a directorate, or both', () => {
    expect(checkMeeting({ ...written, stream: null, directorate: ' ' })).toMatchObject({ part: 'about' });
    expect(checkMeeting({ ...written, stream: null, directorate: 'Place' })).toMatchObject({
      ...{ stream: null, directorate: 'Place' },
    });
    expect(checkMeeting({ ...written, directorate: 'Place' })).toMatchObject({ stream: 'ADULTS' });
  });

  it('knows a meeting that is planned so', () => {
    const plan = checkMeeting(written);
    if ('__typename' in plan) throw new Error(plan.message);
    const row = {
      ...{ id: 'm', version: 1, state: 'PLANNED' as const, agenda: null, closed_by: null, closed_at: null },
      ...plan,
    };
    expect(isPlannedSo(row, plan)).toBe(true);
    expect(isPlannedSo(row, { ...plan, attendees: [] })).toBe(false);
    expect(isPlannedSo(row, { ...plan, held_on: '2021-10-01' })).toBe(false);
  });
});

describe('an id', () => {
  it.each([
    ['6d6e1f3c-58a4-4a0b-9f5e-1d2a3b4c5d6e', true],
    ['6D6E1F3C-58A4-4A0B-9F5E-1D2A3B4C5D6E', false],
    ['adults', false],
  ])('%s: %p', (id, isOwn) => {
    expect(isOwnId(id)).toBe(isOwn);
    expect(meetingIdUnusable(id) === null).toBe(isOwn);
  });
});
