import type { LoadedComplaint } from '../../casework/reading/loaders';
import type { AccountRow, StageWithNames } from '../../casework/reading/read-stages';

/** What stands behind each type of the schema. */
export type AdultsComplaintMapper = LoadedComplaint;
export type ComplaintStageMapper = StageWithNames;
export type ComplainantAccountMapper = AccountRow;
