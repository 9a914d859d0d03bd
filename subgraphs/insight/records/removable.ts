import type { Removable } from '../../../platform/records/removals';

export const removableStages: Removable = {
  ...{ schema: 'insight', table: 'stage_fact', id: 'stage_id', hasOwners: true },
};

export const removableComplaints: Removable = {
  ...{ schema: 'insight', table: 'complaint_fact', id: 'complaint_id', hasOwners: true },
};
