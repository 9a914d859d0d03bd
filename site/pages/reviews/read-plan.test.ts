import { readPlan, typedOf } from './read-plan';

const form = {
  ...{ id: 'm', basedOnVersion: '2', stream: 'ADULTS', directorate: '', 'on-day': '30', 'on-month': '9' },
  ...{ 'on-year': '2021', chair: ' Head ', attendees: 'Manager\r\n\r\n Social worker ', notes: '' },
};

describe('reading the plan of a meeting', () => {
  it('takes what was typed, posts line by line', () => {
    expect(readPlan(form)).toMatchObject({
      ...{ id: 'm', basedOnVersion: 2, problems: [] },
      plan: {
        ...{ stream: 'ADULTS', directorate: null, heldOn: '2021-09-30', chair: 'Head', notes: '' },
        attendees: ['Manager', 'Social worker'],
      },
    });
  });

  it('says all that is wrong, in the order of the form', () => {
    const { problems, plan } = readPlan({
      stream: 'NONE',
      'on-day': '31',
      'on-month': '9',
      'on-year': '2021',
    });
    expect(plan).toBeNull();
    expect(problems.map(({ field }) => field)).toEqual(['stream', 'on', 'chair']);
  });

  it('gives back what is planned as it would be typed', () => {
    const meeting = {
      ...{ id: 'm', stream: 'ADULTS' as const, directorate: null, heldOn: '2021-09-30', chair: 'Head' },
      ...{ attendees: ['Manager', 'Social worker'], notes: '', state: 'PLANNED' as const, version: 2 },
    };
    expect(readPlan(typedOf(meeting)).plan).toMatchObject({
      ...{ stream: 'ADULTS', heldOn: '2021-09-30', attendees: meeting.attendees },
    });
  });
});
