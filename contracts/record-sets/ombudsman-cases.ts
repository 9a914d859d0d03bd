import type { RecordSet } from '../../platform/records/record-set';

/** Every case of the ombudsmen, without what was to be done. */
export const ombudsmanCases = {
  name: 'ombudsman-cases',
  part: 'ombudsman',
  scope: 'facts',
  field: 'ombudsmanCaseRecords',
  filter: 'OmbudsmanCaseFilter',
  description: 'One enquiry of an ombudsman a row, with its decision.',
  columns: [
    { name: 'id', type: 'text', description: 'The case; it never changes.', sortable: true },
    { name: 'body', type: 'text', description: 'Whose case it is: LGSCO or HOUSING.' },
    {
      name: 'reference',
      type: 'text',
      description: 'The ombudsman’s own reference, as written in the register.',
    },
    {
      name: 'ourReference',
      type: 'text',
      description: 'The reference of our latest stage, or of a partner’s own complaint, as written there.',
    },
    {
      name: 'complaintId',
      type: 'text',
      description: 'The complaint that it is about: `id` of complaints; empty where none has our reference.',
    },
    {
      name: 'stream',
      type: 'text',
      description: 'The stream whose complaint it was; empty for a partner’s, and where it is not known.',
    },
    {
      name: 'partner',
      type: 'text',
      description: 'The partner organisation whose own case it is, by its id.',
    },
    {
      name: 'receivedOn',
      type: 'day',
      description: 'The day on which the enquiry was received.',
      sortable: true,
    },
    { name: 'replyDueOn', type: 'day', description: 'The day by which the ombudsman wants the reply.' },
    { name: 'replySentOn', type: 'day', description: 'The day on which the reply was sent.' },
    {
      name: 'repliedInTime',
      type: 'boolean',
      description:
        'Whether the reply was sent on or before that day; empty while it is not sent, or where no day was set.',
    },
    { name: 'decidedOn', type: 'day', description: 'The day of the decision; empty while there is none.' },
    { name: 'decision', type: 'text', description: 'The decision in the ombudsman’s own words.' },
    {
      name: 'lgscoDecision',
      type: 'text',
      description: 'What the LGSCO’s decision amounts to, such as UPHELD or REFERRED_BACK.',
    },
    {
      name: 'upheld',
      type: 'boolean',
      description: 'Whether it was upheld; empty while it is not decided, and for the Housing Ombudsman.',
    },
    {
      name: 'changedAt',
      type: 'moment',
      description: 'When anything of it last changed, in UTC.',
      sortable: true,
    },
  ],
} as const satisfies RecordSet;
