import type { RecordSet } from '../../platform/records/record-set';

/** Every complaint, with what is so of its latest stage. */
export const complaints = {
  name: 'complaints',
  part: 'insight',
  scope: 'facts',
  field: 'complaintRecords',
  filter: 'ComplaintFilter',
  description:
    'One complaint a row: the whole matter through all its stages. What is said of a stage is the latest’s.',
  columns: [
    {
      name: 'id',
      type: 'text',
      description: 'The complaint; it never changes, and tells the stream.',
      sortable: true,
    },
    { name: 'reference', type: 'text', description: 'The reference of the latest stage.' },
    {
      name: 'stream',
      type: 'text',
      description: 'The complaint stream: CORPORATE, ADULTS, CHILDRENS or SCHOOLS.',
    },
    { name: 'stage', type: 'integer', description: 'The number of the latest stage.' },
    { name: 'status', type: 'text', description: 'OPEN, or CLOSED where the latest stage is ended.' },
    {
      name: 'receivedOn',
      type: 'day',
      description: 'The day on which the first stage was received.',
      sortable: true,
    },
    {
      name: 'dueOn',
      type: 'day',
      description: 'The day by which the latest stage has to be answered, an agreed extension included.',
    },
    { name: 'answeredOn', type: 'day', description: 'The day on which the latest stage was answered.' },
    {
      name: 'closedOn',
      type: 'day',
      description: 'The day on which the complaint ended; empty while it is open, or where nobody knows it.',
    },
    {
      name: 'overdue',
      type: 'boolean',
      description:
        'Whether it is open and past its due date, on the newest day that its stream’s sources reach, today at the latest; empty where it is open and has no due date.',
    },
    {
      name: 'service',
      type: 'text',
      description: 'The present name of the latest stage’s service; empty where none was recorded.',
    },
    {
      name: 'directorate',
      type: 'text',
      description: 'The directorate of that service, or the one that was written without a service.',
    },
    {
      name: 'theme',
      type: 'text',
      description: 'What the latest stage is about; empty where that was not recorded.',
    },
    {
      name: 'channel',
      type: 'text',
      description: 'How the latest stage came in; empty where that was not recorded.',
    },
    {
      name: 'outcome',
      type: 'text',
      description: 'The finding of the latest stage: UPHELD, PARTIALLY_UPHELD or NOT_UPHELD.',
    },
    {
      name: 'closureReason',
      type: 'text',
      description: 'Why the latest stage ended, such as ANSWERED or WITHDRAWN.',
    },
    {
      name: 'changedAt',
      type: 'moment',
      description: 'When anything of it last changed, in UTC.',
      sortable: true,
    },
  ],
} as const satisfies RecordSet;
