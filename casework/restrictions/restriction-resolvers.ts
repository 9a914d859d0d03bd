import { countedWhenAsked, type PageArguments, readList } from '../../platform/lists/list';
import type { Resolvers } from '../../platform/server/subgraph';
import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import type { LoadedComplaint, StreamContext } from '../reading/loaders';
import type { StageWithNames } from '../reading/read-stages';
import type { FoundAccount } from '../search/search-accounts';
import { typeName } from '../stream/definition';
import { recordConflict, withdrawConflict } from './conflicts';
import { acknowledgeOpening, endOpening, openRestrictedCase } from './openings';
import {
  conflictList,
  liveConflicts,
  liveRestriction,
  type OpeningShown,
  openingList,
  ownOpening,
  restrictionList,
  withoutValue,
} from './read-restrictions';
import { changeRestriction, liftRestriction, restrictComplaint } from './restrict';
import type { ConflictRow, RestrictionRow } from './tables';

type Of<Row> = (row: Row, _: object, context: StreamContext) => unknown;

/** What a stream's resolvers have of restricted cases, conflicts of interest and openings, alike in all. */
export function restrictionResolvers(stream: string): Resolvers {
  return {
    Query: lists(stream),
    Mutation: commands(`${stream.charAt(0).toUpperCase()}${stream.slice(1)}`),
    [typeName(stream)]: ofComplaint,
    ComplaintStage: { openToCaller: ofStage },
    AccountSearchEdge: { openToCaller: ofFound },
    // Both are stages; a stream without them has no such type.
    ...(stream === 'childrens'
      ? { ChildrensInvestigation: { openToCaller: ofStage }, ChildrensReviewPanel: { openToCaller: ofStage } }
      : {}),
    ...{ Restriction: restrictionFields, ConflictOfInterest: conflictFields, CaseOpening: openingFields },
    ...{ RestrictionSaved: withComplaint, ConflictSaved: withComplaint, CaseOpeningSaved: withComplaint },
    RestrictionConnection: countedWhenAsked,
    ConflictConnection: countedWhenAsked,
    CaseOpeningConnection: countedWhenAsked,
  };
}

const complaintById = (
  { complaint_id: id }: { complaint_id: string },
  _: object,
  { complaints }: StreamContext,
) => complaints.load(id);
const withComplaint = {
  complaint: ({ complaintId }: { complaintId: string }, _: object, { complaints }: StreamContext) =>
    complaints.load(complaintId),
};
const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

const isOpen = async (complaintId: string, { closed }: StreamContext): Promise<boolean> =>
  !(await closed.load()).has(complaintId);
const ofStage: Of<StageWithNames> = ({ complaint_id }, _, context) => isOpen(complaint_id, context);
const ofFound: Of<{ node: FoundAccount }> = ({ node }, _, context) => isOpen(node.complaint_id, context);

const ofComplaint: Readonly<Record<string, Of<LoadedComplaint>>> = {
  restricted: ({ stages }) => stages.some(({ restricted }) => restricted),
  openToCaller: ({ id }, _, context) => isOpen(id, context),
  restriction: ({ id }, _, { transaction, stream }) => {
    keepNoAnswer(transaction);
    return liveRestriction(transaction, stream.name, id);
  },
  conflictsOfInterest: ({ id }, _, { transaction, stream }) => {
    keepNoAnswer(transaction);
    return liveConflicts(transaction, stream.name, id);
  },
  ownOpening: ({ id }, _, { transaction, stream, identity }) => {
    keepNoAnswer(transaction);
    return ownOpening(transaction, stream.name, { complaintId: id, subject: identity.subject });
  },
};

const restrictionFields = {
  complaint: complaintById,
  restrictedBy: (row: RestrictionRow) => row.restricted_by,
  restrictedAt: (row: RestrictionRow) => iso(row.restricted_at),
  liftedBy: (row: RestrictionRow) => row.lifted_by,
  liftedAt: (row: RestrictionRow) => iso(row.lifted_at),
  liftedBecause: (row: RestrictionRow) => row.lifted_because,
};

const conflictFields = {
  complaint: complaintById,
  recordedBy: (row: ConflictRow) => row.recorded_by,
  recordedAt: (row: ConflictRow) => iso(row.recorded_at),
  withdrawnBy: (row: ConflictRow) => row.withdrawn_by,
  withdrawnAt: (row: ConflictRow) => iso(row.withdrawn_at),
};

const openingFields = {
  complaint: complaintById,
  openedBy: (row: OpeningShown) => row.opened_by,
  openedAt: (row: OpeningShown) => iso(row.opened_at),
  expiresAt: (row: OpeningShown) => iso(row.expires_at),
  endedAt: (row: OpeningShown) => iso(row.ended_at),
  isOpen: (row: OpeningShown) => row.is_open,
  acknowledgedBy: (row: OpeningShown) => row.acknowledged_by,
  acknowledgedAt: (row: OpeningShown) => iso(row.acknowledged_at),
};

interface Live extends PageArguments {
  readonly isLive?: boolean | null;
}
interface Unread extends PageArguments {
  readonly isUnread?: boolean | null;
}

const lists = (stream: string) => ({
  [`${stream}Restrictions`]: (_: object, { isLive, ...paging }: Live, context: StreamContext) => {
    keepNoAnswer(context.transaction);
    const narrow = () => withoutValue('lifted_at', isLive);
    return readList(context, restrictionList(stream), { paging, filter: { isLive }, narrow });
  },
  [`${stream}Conflicts`]: (_: object, { isLive, ...paging }: Live, context: StreamContext) => {
    keepNoAnswer(context.transaction);
    const narrow = () => withoutValue('withdrawn_at', isLive);
    return readList(context, conflictList(stream), { paging, filter: { isLive }, narrow });
  },
  [`${stream}CaseOpenings`]: (_: object, { isUnread, ...paging }: Unread, context: StreamContext) => {
    keepNoAnswer(context.transaction);
    const narrow = () => withoutValue('acknowledged_at', isUnread);
    return readList(context, openingList(stream), { paging, filter: { isUnread }, narrow });
  },
});

/** A command as a resolver of a root field. */
const done =
  <Asked>(command: (asked: Asked, context: StreamContext) => Promise<unknown>) =>
  (_: unknown, asked: Asked, context: StreamContext) =>
    command(asked, context);

const commands = (name: string) => ({
  [`restrict${name}Complaint`]: done(restrictComplaint),
  [`change${name}Restriction`]: done(changeRestriction),
  [`lift${name}Restriction`]: done(liftRestriction),
  [`record${name}Conflict`]: done(recordConflict),
  [`withdraw${name}Conflict`]: done(withdrawConflict),
  [`openRestricted${name}Complaint`]: done(openRestrictedCase),
  [`end${name}CaseOpening`]: done(endOpening),
  [`acknowledge${name}CaseOpening`]: done(acknowledgeOpening),
});
