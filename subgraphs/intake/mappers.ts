import type { AuditPage } from '../../platform/audit/audit-entries';
import type { CoverageDecision } from './coverage/decisions';
import type { ListedFault } from './faults/faults';
import type { ListedRow } from './faults/quarantine';
import type { ServiceFault, ServiceFaultPage } from './faults/service-faults';
import type { Earlier, RecordKey } from './lineage/loaders';
import type { ListPage } from './lists/list';
import type { ListedRun } from './runs/list-runs';
import type { AmendmentRow } from './tables/amendments';
import type { LikelyDuplicateRow } from './tables/duplicates';

// What stands behind the schema's types: `npm run generate` names these in codegen.yml.
export type ImportFaultConnectionMapper = ListPage<ListedFault>;
export type QuarantinedRowConnectionMapper = ListPage<ListedRow>;
export type QuarantinedRowMapper = ListedRow;
export type AmendmentMapper = AmendmentRow;
export type ImportFaultMapper = ListedFault;
export type LineageMapper = RecordKey;
export type EarlierStateMapper = Earlier;
export type VanishedRecordConnectionMapper = ListPage<RecordKey>;
export type ImportRunMapper = ListedRun;
export type LikelyDuplicateConnectionMapper = ListPage<LikelyDuplicateRow>;
export type LikelyDuplicateMapper = LikelyDuplicateRow;
export type AuditEntryConnectionMapper = AuditPage;
export type ServiceFaultConnectionMapper = ServiceFaultPage;
export type ServiceFaultMapper = ServiceFault;
export type CoverageDecisionMapper = CoverageDecision;
