import type { RecordSet } from '../../platform/records/record-set';

/** Every stage, as figures count it. */
export const stages = {
  name: 'stages',
  part: 'insight',
  scope: 'facts',
  field: 'stageRecords',
  filter: 'MeasureFilter',
  description: 'One stage of a complaint a row; the filter’s days are those of receipt.',
  columns: [
    { name: 'id', type: 'text', description: 'The stage; it never changes.', sortable: true },
    {
      name: 'complaintId',
      type: 'text',
      description: 'The complaint that it is a stage of: `id` of complaints.',
    },
    {
      name: 'reference',
      type: 'text',
      description: 'The reference under which the case system kept this stage.',
    },
    {
      name: 'stream',
      type: 'text',
      description: 'The complaint stream: CORPORATE, ADULTS, CHILDRENS or SCHOOLS.',
    },
    { name: 'stage', type: 'integer', description: 'The number of the stage: 1 for the first.' },
    {
      name: 'receivedOn',
      type: 'day',
      description: 'The day on which the stage was received.',
      sortable: true,
    },
    { name: 'acknowledgedOn', type: 'day', description: 'The day on which it was acknowledged.' },
    {
      name: 'acknowledgedInTime',
      type: 'boolean',
      description:
        'Whether it was acknowledged on or before its limit; empty while it is not, or where nothing sets a limit.',
    },
    {
      name: 'dueOn',
      type: 'day',
      description: 'The day by which it has to be answered, an agreed extension included.',
    },
    { name: 'answeredOn', type: 'day', description: 'The day on which it was answered.' },
    {
      name: 'inTime',
      type: 'boolean',
      description:
        'Whether it was answered on or before the due date; empty while it is not answered, or without a due date.',
    },
    {
      name: 'daysToAnswer',
      type: 'integer',
      description:
        'Working days of the stream’s calendar from the day of receipt, which is 0, to the day of the answer.',
    },
    {
      name: 'closedOn',
      type: 'day',
      description: 'The day on which it ended, if no stage follows; empty where nobody knows it.',
    },
    {
      name: 'route',
      type: 'text',
      description: 'How a stage after the first was reached: ESCALATED from the one before, or DIRECT.',
    },
    {
      name: 'outcome',
      type: 'text',
      description: 'The finding: UPHELD, PARTIALLY_UPHELD or NOT_UPHELD; empty where there is none.',
    },
    {
      name: 'closureReason',
      type: 'text',
      description: 'Why the stage ended, such as ANSWERED or WITHDRAWN.',
    },
    {
      name: 'service',
      type: 'text',
      description: 'The present name of the service complained about; empty where none was recorded.',
    },
    {
      name: 'directorate',
      type: 'text',
      description: 'The directorate of that service, or the one that was written without a service.',
    },
    { name: 'theme', type: 'text', description: 'What it is about; empty where that was not recorded.' },
    { name: 'channel', type: 'text', description: 'How it came in; empty where that was not recorded.' },
    {
      name: 'changedAt',
      type: 'moment',
      description: 'When anything of its complaint last changed, in UTC.',
    },
  ],
} as const satisfies RecordSet;
