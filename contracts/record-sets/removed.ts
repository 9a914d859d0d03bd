import type { RecordSet } from '../../platform/records/record-set';

interface Removed {
  readonly of: Pick<RecordSet, 'name' | 'part' | 'scope'>;
  readonly field: string;
  readonly description: string;
}

/** What was removed from a set of records: ids, and when. */
const removedFrom = ({ of: { name, part, scope }, field, description }: Removed) =>
  ({
    ...{ name: `removed-${name}`, part, scope, field, description, filter: null },
    columns: [
      { name: 'id', type: 'text', description: `The \`id\` that it had among ${name}.`, sortable: true },
      {
        name: 'removedAt',
        type: 'moment',
        description: 'When it went, in UTC; what comes back is in this list no more.',
        sortable: true,
      },
    ],
  }) as const satisfies RecordSet;

export const removedStages = removedFrom({
  of: { name: 'stages', part: 'insight', scope: 'facts' },
  field: 'removedStageRecords',
  description: 'One stage a row that is no longer there: it was taken back, or its complaint was.',
});

export const removedComplaints = removedFrom({
  of: { name: 'complaints', part: 'insight', scope: 'facts' },
  field: 'removedComplaintRecords',
  description: 'One complaint a row that is no longer there: it was taken back, or joined another.',
});

export const removedOmbudsmanCases = removedFrom({
  of: { name: 'ombudsman-cases', part: 'ombudsman', scope: 'facts' },
  field: 'removedOmbudsmanCaseRecords',
  description: 'One case of an ombudsman a row that is no longer there: it was taken back.',
});

export const removedCalls = removedFrom({
  of: { name: 'calls', part: 'telephony', scope: 'calls' },
  field: 'removedCallRecords',
  description: 'One telephone call a row that is no longer there: it was taken back.',
});
