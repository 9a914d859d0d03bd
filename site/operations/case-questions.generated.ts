// Written by `npm run generate`; what is changed here is lost.
import * as operations from './__generated__/operations';

export const CASE_QUESTIONS = {
  CaseAtWork: {
    ADULTS: operations.CaseAtWorkOfAdultsDocument,
    CHILDRENS: operations.CaseAtWorkOfChildrensDocument,
    CORPORATE: operations.CaseAtWorkOfCorporateDocument,
    SCHOOLS: operations.CaseAtWorkOfSchoolsDocument,
  },
  CaseOnPage: {
    ADULTS: operations.CaseOnPageOfAdultsDocument,
    CHILDRENS: operations.CaseOnPageOfChildrensDocument,
    CORPORATE: operations.CaseOnPageOfCorporateDocument,
    SCHOOLS: operations.CaseOnPageOfSchoolsDocument,
  },
  CasePoints: {
    ADULTS: operations.CasePointsOfAdultsDocument,
    CHILDRENS: operations.CasePointsOfChildrensDocument,
    CORPORATE: operations.CasePointsOfCorporateDocument,
    SCHOOLS: operations.CasePointsOfSchoolsDocument,
  },
  CasePeople: {
    ADULTS: operations.CasePeopleOfAdultsDocument,
    CHILDRENS: operations.CasePeopleOfChildrensDocument,
    CORPORATE: operations.CasePeopleOfCorporateDocument,
    SCHOOLS: operations.CasePeopleOfSchoolsDocument,
  },
  CaseLetters: {
    ADULTS: operations.CaseLettersOfAdultsDocument,
    CHILDRENS: operations.CaseLettersOfChildrensDocument,
    CORPORATE: operations.CaseLettersOfCorporateDocument,
    SCHOOLS: operations.CaseLettersOfSchoolsDocument,
  },
  CaseLive: {
    ADULTS: operations.CaseLiveOfAdultsDocument,
    CHILDRENS: operations.CaseLiveOfChildrensDocument,
    CORPORATE: operations.CaseLiveOfCorporateDocument,
    SCHOOLS: operations.CaseLiveOfSchoolsDocument,
  },
  ComplaintClocks: {
    ADULTS: operations.ComplaintClocksOfAdultsDocument,
    CHILDRENS: operations.ComplaintClocksOfChildrensDocument,
    CORPORATE: operations.ComplaintClocksOfCorporateDocument,
    SCHOOLS: operations.ComplaintClocksOfSchoolsDocument,
  },
  ComplaintKept: {
    ADULTS: operations.ComplaintKeptOfAdultsDocument,
    CHILDRENS: operations.ComplaintKeptOfChildrensDocument,
    CORPORATE: operations.ComplaintKeptOfCorporateDocument,
    SCHOOLS: operations.ComplaintKeptOfSchoolsDocument,
  },
  WhatIf: {
    ADULTS: operations.WhatIfOfAdultsDocument,
    CHILDRENS: operations.WhatIfOfChildrensDocument,
    CORPORATE: operations.WhatIfOfCorporateDocument,
    SCHOOLS: operations.WhatIfOfSchoolsDocument,
  },
} as const;
