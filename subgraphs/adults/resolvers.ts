import { dueIfReceivedField } from '../../casework/reading/due-if-received';
import type { StreamContext } from '../../casework/reading/loaders';
import type { StageWithNames } from '../../casework/reading/read-stages';
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

const CONSENTS = ['HELD', 'NOT_HELD', 'NOT_NEEDED'] as const;
const RISKS = ['LOW', 'MEDIUM', 'HIGH'] as const;

const oneOf = <Word extends string>(words: readonly Word[], kept: string | null | undefined): Word | null =>
  words.find((word) => word === kept) ?? null;

/** What is recorded of people, as far as the caller may read it; each reading is recorded. */
const people = ({ id }: StageWithNames, { ownAccountOfStage }: StreamContext) => ownAccountOfStage.load(id);

/** The kit's fields, and what only an adults' complaint has. It has one stage, which is the latest. */
export const resolvers: Resolvers = {
  ...entityOf('AdultsComplaint'),
  Query: {
    adultsComplaint: complaintField,
    adultsDueIfReceived: dueIfReceivedField,
    adultsAuditEntries: auditEntries('adults'),
    adultsAccountSearch: accountSearchField,
    adultsComplaintIds: complaintIdsField,
  },
  AuditEntryConnection: auditConnection,
  AdultsComplaint: {
    ...complaintFields,
    planAgreed: async ({ latest }, _, { ownOfStage }) => {
      const { plan_agreed: agreed } = await ownOfStage.load(latest.id);
      return agreed ? agreed === 'YES' : null;
    },
    consent: async ({ latest }, _, context) => oneOf(CONSENTS, (await people(latest, context)).consent),
    risk: async ({ latest }, _, context) => oneOf(RISKS, (await people(latest, context)).risk),
    provider: async ({ latest }, _, context) => (await people(latest, context)).provider ?? null,
    representative: async ({ id }, _, { accounts }) => {
      const relationship = (await accounts.load(id)).at(-1)?.relationship ?? null;
      return relationship?.toLowerCase() === 'self' ? null : relationship;
    },
    lessons: async ({ latest }, _, context) => (await people(latest, context)).lessons ?? null,
  },
  ComplaintStage: stageFields,
  ComplainantAccount: accountFields,
  FoundAccount: foundAccountFields,
};
