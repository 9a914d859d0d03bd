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

/** The kit's fields, and what only a corporate complaint has. */
export const resolvers: Resolvers = {
  ...entityOf('CorporateComplaint'),
  Query: {
    corporateComplaint: complaintField,
    corporateDueIfReceived: dueIfReceivedField,
    corporateAuditEntries: auditEntries('corporate'),
    corporateAccountSearch: accountSearchField,
    corporateComplaintIds: complaintIdsField,
  },
  AuditEntryConnection: auditConnection,
  CorporateComplaint: {
    ...complaintFields,
    ward: async ({ latest }, _, { ownOfStage }) => (await ownOfStage.load(latest.id)).ward ?? null,
  },
  ComplaintStage: stageFields,
  ComplainantAccount: accountFields,
  FoundAccount: foundAccountFields,
};
