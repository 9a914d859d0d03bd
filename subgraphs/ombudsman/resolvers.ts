import { complaintStub } from '../../contracts/complaint-stub';
import { removedOmbudsmanCases } from '../../contracts/record-sets/removed';
import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import { countedWhenAsked } from '../../platform/lists/list';
import { readRemovals } from '../../platform/lists/read-removals';
import type { Resolvers } from './__generated__/resolver-types';
import type { Context } from './context';
import { caseFields, enquiryCommands, enquiryTypes } from './enquiries/resolvers';
import { ombudsmanCases } from './lists/list-cases';
import { CASES_GONE } from './lists/removed-cases';
import { ombudsmanCaseRecords, sendCases } from './records/case-records';

/** What the interface says of a complaint, every stream's type says: no list of streams, and the stub has its type. */
const everyComplaint: Readonly<Record<string, object>> = {
  Complaint: {
    ombudsmanCases: ({ id }: { id: string }, _: object, { casesOfComplaint }: Context) =>
      casesOfComplaint.load(id),
  },
};

/** The cases by their ids and by their complaints. */
export const resolvers: Resolvers = {
  ...everyComplaint,
  Query: {
    ombudsmanAuditEntries: auditEntries('ombudsman'),
    ombudsmanCase: (_, { id }, { cases }) => cases.load(id),
    ombudsmanCases: (_, args, context) => ombudsmanCases(context, args),
    removedOmbudsmanCases: (_, args, context) => readRemovals(context, CASES_GONE, args),
    ombudsmanCaseRecords: (_, args, context) => ombudsmanCaseRecords(context, args),
    removedOmbudsmanCaseRecords: (_, args, context) => sendCases(context, removedOmbudsmanCases, args),
  },
  Mutation: enquiryCommands,
  ...enquiryTypes,
  AuditEntryConnection: auditConnection,
  OmbudsmanCaseConnection: countedWhenAsked,
  RemovalConnection: countedWhenAsked,
  OmbudsmanCase: {
    ...caseFields,
    __resolveReference: ({ id }, { cases }) => cases.load(id),
    ourReference: (row) => row.our_reference,
    receivedOn: (row) => row.received_on,
    replyDueOn: (row) => row.reply_due_on,
    replySentOn: (row) => row.reply_sent_on,
    repliedInTime: ({ reply_due_on: due, reply_sent_on: sent }) =>
      due === null || sent === null ? null : sent <= due,
    decidedOn: (row) => row.decided_on,
    lgscoDecision: (row) => row.lgsco_decision,
    findings: ({ id }, _, { findings }) => findings.load(id),
    remedies: ({ id }, _, { remedies }) => remedies.load(id),
    complaint: ({ complaint_id: id }) => (id === null ? null : complaintStub(id)),
  },
  Remedy: { dueOn: (row) => row.due_on, doneOn: (row) => row.done_on },
};
