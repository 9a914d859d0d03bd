import type { AnsweredDue } from '../../casework/reading/due-if-received';
import type { LoadedComplaint } from '../../casework/reading/loaders';
import type { AccountRow, StageWithNames } from '../../casework/reading/read-stages';
import type { FoundAccount, FoundPage } from '../../casework/search/search-accounts';
import type { Deadline } from '../../domain/clocks/deadline';
import type { AuditPage } from '../../platform/audit/audit-entries';

/** What stands behind each type of the schema. */
export type ChildrensComplaintMapper = LoadedComplaint;
export type ChildrensInvestigationMapper = StageWithNames;
export type ChildrensReviewPanelMapper = StageWithNames;
export type ComplaintStageMapper = StageWithNames;
export type ComplainantAccountMapper = AccountRow;
export type DeadlineMapper = Deadline;
export type DueIfReceivedMapper = AnsweredDue;
export type AuditEntryConnectionMapper = AuditPage;
export type FoundAccountMapper = FoundAccount;
export type AccountSearchConnectionMapper = FoundPage;
