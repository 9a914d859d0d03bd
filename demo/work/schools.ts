import { complainant, type DayBack, type ExampleComplaint, stepsOf } from './example';

const { acknowledge, assign, answer, escalate } = stepsOf('Schools');

const input = (receivedOn: string, summary: string, forename: string) => ({
  ...{ receivedOn, summary, channel: 'Email', theme: 'Communication', serviceId: 'schools' },
  parties: [complainant(forename, 'Schoolgate')],
});

/** Complaints of parents: with the headteacher, and with the chair of governors. */
export const schoolsWork = (back: DayBack): readonly ExampleComplaint[] => [
  {
    ...{ stream: 'Schools', by: 'cora', input: input(back(1), 'The report came after the meeting.', 'Hal') },
    steps: [assign('cora', 'joe')],
  },
  {
    ...{ stream: 'Schools', by: 'cora', input: input(back(20), 'The bus was cancelled unannounced.', 'Ivy') },
    steps: [
      assign('cora', 'joe'),
      acknowledge('joe', back(18)),
      answer('joe', back(12), 'NOT_UPHELD'),
      escalate('cora', back(7)),
      acknowledge('cora', back(5)),
    ],
  },
];
