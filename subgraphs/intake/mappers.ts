import type { FaultPage } from './faults/faults';
import type { ListedRow, QuarantinePage } from './faults/quarantine';
import type { AmendmentRow } from './tables/amendments';

// What stands behind the schema's types: `npm run generate` names these in codegen.yml.
export type ImportFaultConnectionMapper = FaultPage;
export type QuarantinedRowConnectionMapper = QuarantinePage;
export type QuarantinedRowMapper = ListedRow;
export type AmendmentMapper = AmendmentRow;
