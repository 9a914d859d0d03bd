// Written by `npm run generate`; what is changed here is lost.
import * as operations from './__generated__/operations';

export const CASE_GROUPS = {
  ADULTS: operations.GroupsOfAdultsDocument,
  CHILDRENS: operations.GroupsOfChildrensDocument,
  CORPORATE: operations.GroupsOfCorporateDocument,
  SCHOOLS: operations.GroupsOfSchoolsDocument,
} as const;
