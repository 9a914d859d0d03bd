import type { LoadedComplaint } from '../../casework/loaders';
import type { AccountRow, StageWithNames } from '../../casework/store';

/** What stands behind each type of the schema. */
export type AdultsComplaintMapper = LoadedComplaint;
export type ComplaintStageMapper = StageWithNames;
export type ComplainantAccountMapper = AccountRow;
