// Written by `npm run generate`; what is changed here is lost.
import * as operations from './__generated__/operations';

export const RECORD_COMMANDS = {
  recordComplaint: {
    ADULTS: operations.DoRecordAdultsComplaintDocument,
    CHILDRENS: operations.DoRecordChildrensComplaintDocument,
    CORPORATE: operations.DoRecordCorporateComplaintDocument,
    SCHOOLS: operations.DoRecordSchoolsComplaintDocument,
  },
} as const;
