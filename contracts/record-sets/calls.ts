import type { RecordSet } from '../../platform/records/record-set';

/** Every telephone call, without who was on the line. */
export const calls = {
  name: 'calls',
  part: 'telephony',
  scope: 'calls',
  field: 'callRecords',
  filter: 'CallFilter',
  description: 'One telephone call to the complaints team a row, by the day on which it was offered.',
  columns: [
    { name: 'id', type: 'text', description: 'The telephony system’s number of the call.', sortable: true },
    { name: 'offeredOn', type: 'day', description: 'The day on which the call came in.', sortable: true },
    {
      name: 'offeredAt',
      type: 'moment',
      description: 'The moment, in UTC; empty where no time was written.',
    },
    {
      name: 'group',
      type: 'text',
      description: 'The group of staff that it was routed to; empty where that was not recorded.',
    },
    {
      name: 'answered',
      type: 'boolean',
      description: 'Whether somebody took it, or the caller gave up; empty where the result is not known.',
    },
    {
      name: 'waitSeconds',
      type: 'integer',
      description: 'Seconds from the offer to the answer, or to the end of a call that was abandoned.',
    },
    { name: 'talkSeconds', type: 'integer', description: 'Seconds from the answer to the end.' },
    {
      name: 'changedAt',
      type: 'moment',
      description: 'When anything of it last changed, in UTC.',
      sortable: true,
    },
  ],
} as const satisfies RecordSet;
