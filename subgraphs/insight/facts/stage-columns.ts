import type { BulkTable } from '../../../platform/transaction/bulk';
import type { StageFactRow } from '../tables/fact-tables';

/** The columns of a stage's fact with their SQL types, in the order of both tables that keep such facts. */
export const STAGE_COLUMNS: BulkTable<StageFactRow>['columns'] = {
  stage_id: 'text',
  complaint_id: 'text',
  authority: 'text',
  stream: 'text',
  stage: 'smallint',
  reference: 'text',
  received_on: 'date',
  due_on: 'date',
  answered_on: 'date',
  in_time: 'boolean',
  route: 'text',
  outcome: 'text',
  closure_reason: 'text',
  service_id: 'text',
  directorate_id: 'text',
  theme: 'text',
  channel: 'text',
  partner: 'text',
};
