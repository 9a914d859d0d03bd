// Written by `npm run generate`; what is changed here is lost.
import * as operations from './__generated__/operations';

export const LETTER_COMMANDS = {
  beginLetter: {
    ADULTS: operations.DoBeginAdultsLetterDocument,
    CHILDRENS: operations.DoBeginChildrensLetterDocument,
    CORPORATE: operations.DoBeginCorporateLetterDocument,
    SCHOOLS: operations.DoBeginSchoolsLetterDocument,
  },
  saveLetter: {
    ADULTS: operations.DoSaveAdultsLetterDocument,
    CHILDRENS: operations.DoSaveChildrensLetterDocument,
    CORPORATE: operations.DoSaveCorporateLetterDocument,
    SCHOOLS: operations.DoSaveSchoolsLetterDocument,
  },
  submitLetter: {
    ADULTS: operations.DoSubmitAdultsLetterDocument,
    CHILDRENS: operations.DoSubmitChildrensLetterDocument,
    CORPORATE: operations.DoSubmitCorporateLetterDocument,
    SCHOOLS: operations.DoSubmitSchoolsLetterDocument,
  },
  approveLetter: {
    ADULTS: operations.DoApproveAdultsLetterDocument,
    CHILDRENS: operations.DoApproveChildrensLetterDocument,
    CORPORATE: operations.DoApproveCorporateLetterDocument,
    SCHOOLS: operations.DoApproveSchoolsLetterDocument,
  },
  returnLetter: {
    ADULTS: operations.DoReturnAdultsLetterDocument,
    CHILDRENS: operations.DoReturnChildrensLetterDocument,
    CORPORATE: operations.DoReturnCorporateLetterDocument,
    SCHOOLS: operations.DoReturnSchoolsLetterDocument,
  },
  sendLetter: {
    ADULTS: operations.DoSendAdultsLetterDocument,
    CHILDRENS: operations.DoSendChildrensLetterDocument,
    CORPORATE: operations.DoSendCorporateLetterDocument,
    SCHOOLS: operations.DoSendSchoolsLetterDocument,
  },
  dropLetter: {
    ADULTS: operations.DoDropAdultsLetterDocument,
    CHILDRENS: operations.DoDropChildrensLetterDocument,
    CORPORATE: operations.DoDropCorporateLetterDocument,
    SCHOOLS: operations.DoDropSchoolsLetterDocument,
  },
} as const;
