import type { RowDefinition, TableDefinition } from './definition';

/** The parts of the Code, in its order, and what each asks in a few words of our own. */
const PARTS: readonly RowDefinition[] = [
  ['1', 'What a service request and what a complaint is', 'The policy defines both, and tells them apart'],
  [
    '2',
    'Exclusions',
    'The policy says what is not taken as a complaint; each refusal is explained, with the way to the Ombudsman',
  ],
  [
    '3',
    'Accessibility and awareness',
    'There are several ways to complain; adjustments are made; the policy is easy to find',
  ],
  [
    '4',
    'Resources for handling complaints',
    'People with the time, the training and the authority handle complaints',
  ],
  ['5', 'The process', 'One policy for all that the Code covers, with two stages and no further ones'],
  [
    '6',
    'The stages',
    'Acknowledged in 5 working days, answered in 10 and in 20 from then, extended with a reason and a date',
  ],
  ['7', 'Putting things right', 'Fault is admitted, and a remedy fits what it did'],
  [
    '8',
    'Performance reporting and self-assessment',
    'This report each year, with this self-assessment, answered by members and published',
  ],
  [
    '9',
    'Scrutiny and oversight',
    'A senior officer and a member answer for complaints; what is learned is passed on',
  ],
].map(([part = '', label = '', asks = '']) => ({
  key: `part-${part}`,
  label: `${part}. ${label}`,
  words: { asks },
}));

/**
 * The self-assessment that the Code asks for each year, a row for each of its parts. Whether the council does what the Code
 * asks no record of complaints can tell: people say it, with the evidence.
 */
export const SELF_ASSESSMENT: TableDefinition = {
  key: 'self-assessment',
  title: 'Self-assessment against the Complaint Handling Code',
  rowHead: 'Part of the Code',
  columns: [
    { kind: 'WORDS', key: 'asks', label: 'What it asks', missing: 'What the part asks' },
    {
      kind: 'WORDS',
      key: 'complies',
      label: 'Do we comply',
      missing: 'Yes, no or in part, as the council assesses itself',
    },
    {
      kind: 'WORDS',
      key: 'evidence',
      label: 'Evidence, and what will change',
      missing: 'Where the policy or the practice is to be seen, and by when what is missing will be there',
    },
  ],
  rows: PARTS,
};
