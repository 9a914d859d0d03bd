import type { DuplicatePage } from './duplicates/likely-duplicates';
import type { FaultPage, ListedFault } from './faults/faults';
import type { ListedRow, QuarantinePage } from './faults/quarantine';
import type { Earlier, RecordKey } from './lineage/loaders';
import type { VanishedPage } from './lineage/vanished';
import type { ListedRun } from './runs/list-runs';
import type { AmendmentRow } from './tables/amendments';
import type { LikelyDuplicateRow } from './tables/duplicates';

// What stands behind the schema's types: `npm run generate` names these in codegen.yml.
export type ImportFaultConnectionMapper = FaultPage;
export type QuarantinedRowConnectionMapper = QuarantinePage;
export type QuarantinedRowMapper = ListedRow;
export type AmendmentMapper = AmendmentRow;
export type ImportFaultMapper = ListedFault;
export type LineageMapper = RecordKey;
export type EarlierStateMapper = Earlier;
export type VanishedRecordConnectionMapper = VanishedPage;
export type ImportRunMapper = ListedRun;
export type LikelyDuplicateConnectionMapper = DuplicatePage;
export type LikelyDuplicateMapper = LikelyDuplicateRow;
