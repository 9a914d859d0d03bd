import { toldGateway } from '../../testing/serve-pages';
import { complaintIdOf, readAction, typedOfAction } from './read-action';

const form = {
  ...{ id: 'a', basedOnVersion: '1', what: 'Answer', owner: 'Head', state: 'OPEN', result: 'typed early' },
  ...{ 'due-day': '31', 'due-month': '10', 'due-year': '2021' },
};
const ASKING = { accessToken: 't', requestId: 'r' };

describe('reading what is agreed', () => {
  it('takes no end of what is open, whatever was typed there', () => {
    expect(readAction(form).text).toEqual({
      ...{ what: 'Answer', owner: 'Head', dueOn: '2021-10-31', state: 'OPEN', endedOn: null, result: null },
    });
  });

  it('asks for a day and words of what is done or dropped', () => {
    const { problems, text } = readAction({ ...form, state: 'DROPPED', result: ' ' });
    expect([problems.map(({ field }) => field), text]).toEqual([['ended', 'result'], null]);
    const ended = { 'ended-day': '20', 'ended-month': '10', 'ended-year': '2021' };
    expect(readAction({ ...form, ...ended, state: 'DROPPED' }).text).toMatchObject({
      ...{ endedOn: '2021-10-20', result: 'typed early' },
    });
  });

  it('gives back what stands as it would be typed', () => {
    const action = {
      ...{ id: 'a', what: 'Answer', owner: 'Head', dueOn: '2021-10-31', state: 'DONE' as const, version: 3 },
      ...{ isOverdue: false, endedOn: '2021-10-20', result: 'Answered.', complaintId: null },
      meeting: { id: 'm', stream: 'ADULTS' as const, directorate: null, heldOn: '2021-09-30' },
    };
    expect(readAction(typedOfAction(action))).toMatchObject({
      ...{ basedOnVersion: 3, text: { state: 'DONE', endedOn: '2021-10-20', result: 'Answered.' } },
    });
  });

  it('finds the complaint of a reference, none where none was typed, and says where nobody has it', async () => {
    const found = toldGateway({ ComplaintByReference: { complaint: { id: 'adults-1' } } });
    expect(await complaintIdOf(found, ASKING, 'ASC-1')).toEqual({ id: 'adults-1' });
    expect(await complaintIdOf(toldGateway({}), ASKING, '')).toEqual({ id: null });
    const none = toldGateway({ ComplaintByReference: { complaint: null } });
    expect(await complaintIdOf(none, ASKING, 'ASC-9')).toMatchObject({ field: 'reference' });
  });
});
