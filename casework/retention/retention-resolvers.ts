import { countedWhenAsked, type PageArguments, readList } from '../../platform/lists/list';
import type { Resolvers } from '../../platform/server/subgraph';
import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import type { LoadedComplaint, StreamContext } from '../reading/loaders';
import { typeName } from '../stream/definition';
import {
  approveSubjectAccess,
  type PrepareAsked,
  prepareSubjectAccess,
  type ReadAgain,
  subjectAccessOf,
  takeSubjectAccess,
} from '../subject-access/subject-access';
import type { SubjectAccessRow } from '../subject-access/tables';
import { checkMayHold } from './check';
import { type DecisionAsked, decideRetention } from './decide';
import { type HoldAsked, liftHold, putHold } from './holds';
import { anonymisedAt, decisionsOf, holdList, holdsOf } from './read-holds';
import { dueForReview, type Reviewed, reviewOf } from './review';
import type { DecisionRow, HoldRow } from './tables';

/** What a stream's resolvers have of retention: what is due, what is held, and what is decided, alike in all. */
export function retentionResolvers(stream: string): Resolvers {
  const name = `${stream.charAt(0).toUpperCase()}${stream.slice(1)}`;
  return {
    Query: { [`${stream}RetentionDue`]: dueForReview, [`${stream}LegalHolds`]: holds(stream) },
    Mutation: {
      [`put${name}Hold`]: (_: unknown, asked: HoldAsked, context: StreamContext) => putHold(asked, context),
      [`lift${name}Hold`]: (_: unknown, asked: { id: string; reason: string }, context: StreamContext) =>
        liftHold(asked, context),
      [`decide${name}Retention`]: (_: unknown, asked: DecisionAsked, context: StreamContext) =>
        decideRetention(asked, context),
      [`prepare${name}SubjectAccess`]: (_: unknown, asked: PrepareAsked, context: StreamContext) =>
        prepareSubjectAccess(asked, context),
      [`approve${name}SubjectAccess`]: (_: unknown, asked: ReadAgain, context: StreamContext) =>
        approveSubjectAccess(asked, context),
      [`take${name}SubjectAccess`]: (_: unknown, asked: ReadAgain, context: StreamContext) =>
        takeSubjectAccess(asked, context),
    },
    [typeName(stream)]: { retention: ({ id }: LoadedComplaint) => ({ id }) },
    ComplaintRetention: ofComplaint,
    RetentionReview: { complaint: complaintById },
    LegalHold: holdFields,
    RetentionDecision: decisionFields,
    SubjectAccess: accessFields,
    LegalHoldConnection: countedWhenAsked,
  };
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

const complaintById = (
  { complaint_id: id }: { complaint_id: string | null },
  _: object,
  { complaints }: StreamContext,
) => (id === null ? null : complaints.load(id));

const holds =
  (stream: string) =>
  (_: object, { isLive, ...paging }: PageArguments & { isLive?: boolean | null }, context: StreamContext) => {
    checkMayHold(context.identity, stream);
    keepNoAnswer(context.transaction);
    return readList(context, holdList(stream), {
      ...{ paging, filter: { isLive } },
      narrow: () => (conditions) => {
        if (isLive) conditions.add('lifted_at is null');
      },
    });
  };

type Of<Value> = ({ id }: { id: string }, _: object, context: StreamContext) => Promise<Value>;

const ofComplaint: Readonly<Record<string, Of<unknown>>> = {
  async review({ id }, _, context): Promise<Reviewed | null> {
    keepNoAnswer(context.transaction);
    const { role, streams } = context.identity;
    if (role !== 'officer' || !streams.includes(context.stream.name)) return null;
    return reviewOf(context, id);
  },
  async anonymisedAt({ id }, _, { transaction, stream }) {
    keepNoAnswer(transaction);
    return iso(await anonymisedAt(transaction, stream.name, id));
  },
  holds({ id }, _, { transaction, stream }) {
    keepNoAnswer(transaction);
    return holdsOf(transaction, stream.name, id);
  },
  subjectAccess({ id }, _, { transaction, stream }) {
    keepNoAnswer(transaction);
    return subjectAccessOf(transaction, stream.name, id);
  },
  decisions({ id }, _, { transaction, stream }) {
    keepNoAnswer(transaction);
    return decisionsOf(transaction, stream.name, id);
  },
};

const holdFields = {
  complaint: complaintById,
  putBy: (row: HoldRow) => row.put_by,
  putAt: (row: HoldRow) => iso(row.put_at),
  liftedBy: (row: HoldRow) => row.lifted_by,
  liftedAt: (row: HoldRow) => iso(row.lifted_at),
  liftedBecause: (row: HoldRow) => row.lifted_because,
};

const accessFields = {
  leftOut: (row: SubjectAccessRow) => row.left_out,
  preparedBy: (row: SubjectAccessRow) => row.prepared_by,
  preparedAt: (row: SubjectAccessRow) => iso(row.prepared_at),
  approvedBy: (row: SubjectAccessRow) => row.approved_by,
  approvedAt: (row: SubjectAccessRow) => iso(row.approved_at),
};

const decisionFields = {
  complaint: complaintById,
  keepUntil: (row: DecisionRow) => row.keep_until,
  decidedBy: (row: DecisionRow) => row.decided_by,
  decidedAt: (row: DecisionRow) => iso(row.decided_at),
};
