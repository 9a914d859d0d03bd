import { dueIfReceivedField } from '../../casework/reading/due-if-received';
import {
  accountFields,
  complaintField,
  complaintFields,
  entityOf,
  stageFields,
} from '../../casework/reading/resolvers';
import { complaintIdsField } from '../../casework/search/find-for-audit';
import { accountSearchField, foundAccountFields } from '../../casework/search/search-accounts';
import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import type { Resolvers } from './__generated__/resolver-types';

/** The kit's fields, and what only a schools' complaint has. */
export const resolvers: Resolvers = {
  ...entityOf('SchoolsComplaint'),
  Query: {
    schoolsComplaint: complaintField,
    schoolsDueIfReceived: dueIfReceivedField,
    schoolsAuditEntries: auditEntries('schools'),
    schoolsAccountSearch: accountSearchField,
    schoolsComplaintIds: complaintIdsField,
  },
  AuditEntryConnection: auditConnection,
  SchoolsComplaint: {
    ...complaintFields,
    school: async ({ latest }, _, { ownOfStage }) => {
      const { school_urn: urn, school_name: name } = await ownOfStage.load(latest.id);
      return urn || name ? { urn: urn ?? null, name: name ?? null } : null;
    },
  },
  ComplaintStage: stageFields,
  ComplainantAccount: accountFields,
  FoundAccount: foundAccountFields,
};
