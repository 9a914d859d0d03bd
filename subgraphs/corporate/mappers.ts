import type { LoadedComplaint } from '../../casework/loaders';
import type { AccountRow, StageWithNames } from '../../casework/store';

/** What stands behind each type of the schema. */
export type CorporateComplaintMapper = LoadedComplaint;
export type ComplaintStageMapper = StageWithNames;
export type ComplainantAccountMapper = AccountRow;
