// Written by `npm run generate`; what is changed here is lost.
import * as operations from './__generated__/operations';

export const TEAM_COMMANDS = {
  saveGroup: {
    ADULTS: operations.DoSaveAdultsGroupDocument,
    CHILDRENS: operations.DoSaveChildrensGroupDocument,
    CORPORATE: operations.DoSaveCorporateGroupDocument,
    SCHOOLS: operations.DoSaveSchoolsGroupDocument,
  },
  recordAbsence: {
    ADULTS: operations.DoRecordAdultsAbsenceDocument,
    CHILDRENS: operations.DoRecordChildrensAbsenceDocument,
    CORPORATE: operations.DoRecordCorporateAbsenceDocument,
    SCHOOLS: operations.DoRecordSchoolsAbsenceDocument,
  },
  endAbsence: {
    ADULTS: operations.DoEndAdultsAbsenceDocument,
    CHILDRENS: operations.DoEndChildrensAbsenceDocument,
    CORPORATE: operations.DoEndCorporateAbsenceDocument,
    SCHOOLS: operations.DoEndSchoolsAbsenceDocument,
  },
  assignComplaints: {
    ADULTS: operations.DoAssignAdultsComplaintsDocument,
    CHILDRENS: operations.DoAssignChildrensComplaintsDocument,
    CORPORATE: operations.DoAssignCorporateComplaintsDocument,
    SCHOOLS: operations.DoAssignSchoolsComplaintsDocument,
  },
  handOverWork: {
    ADULTS: operations.DoHandOverAdultsWorkDocument,
    CHILDRENS: operations.DoHandOverChildrensWorkDocument,
    CORPORATE: operations.DoHandOverCorporateWorkDocument,
    SCHOOLS: operations.DoHandOverSchoolsWorkDocument,
  },
} as const;
