import type { LoadedComplaint } from '../../casework/reading/loaders';
import type { AccountRow, StageWithNames } from '../../casework/reading/read-stages';
import type { AuditPage } from '../../platform/audit/audit-entries';

/** What stands behind each type of the schema. */
export type AdultsComplaintMapper = LoadedComplaint;
export type ComplaintStageMapper = StageWithNames;
export type ComplainantAccountMapper = AccountRow;
export type AuditEntryConnectionMapper = AuditPage;
