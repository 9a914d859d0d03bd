import type { GraphQLResolveInfo } from 'graphql';
import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import { countedWhenAsked, readList } from '../../platform/lists/list';
import { isEnumValue } from '../../platform/server/enum-value';
import type { Resolvers, Stream } from './__generated__/resolver-types';
import { ACTIONS, isOverdue, narrowActions, standingAction, versionsOf } from './actions/actions';
import { saveAction } from './actions/save-action';
import type { Context } from './context';
import { closeMeeting } from './meetings/close-meeting';
import { MEETINGS, type MeetingShown, narrowMeetings, readMeeting, shown } from './meetings/meetings';
import { saveMeeting } from './meetings/save-meeting';
import type { ActionRow, MeetingRow } from './tables';

/** The stream, of those that the schema has. */
const streamOf = (
  { stream }: MeetingRow,
  _: object,
  _context: unknown,
  { schema }: Pick<GraphQLResolveInfo, 'schema'>,
): Stream | null => (isEnumValue<Stream>(schema, 'Stream', stream) ? stream : null);

/** What an action and each of its versions have alike. */
const action = {
  dueOn: ({ due_on }: ActionRow) => due_on,
  endedOn: ({ ended_on }: ActionRow) => ended_on,
  complaintId: ({ complaint_id }: ActionRow) => complaint_id,
  changedBy: ({ changed_by }: ActionRow) => changed_by,
  changedAt: ({ changed_at }: ActionRow) => changed_at.toISOString(),
};

function agendaOf({ agenda, closed_by, closed_at }: MeetingRow) {
  if (agenda === null) return null;
  if (closed_by === null || closed_at === null) throw new Error('A meeting was closed by nobody');
  const figures = agenda.figures.map(({ listed, ...figure }) => ({ ...figure, listed: [...listed] }));
  return { ...agenda, figures, seenBy: closed_by, seenAt: closed_at.toISOString() };
}

async function meetingOf(id: string, { meetings }: Context): Promise<MeetingShown> {
  const row = await meetings.load(id);
  if (row === null) throw new Error('Something was agreed at a meeting that is not there');
  return shown(row);
}

export const resolvers: Resolvers = {
  AgreedActionConnection: countedWhenAsked,
  AuditEntryConnection: auditConnection,
  ReviewMeetingConnection: countedWhenAsked,
  AgreedActionVersion: action,
  AgreedAction: {
    ...action,
    __resolveReference: ({ id }, { transaction }) => standingAction(transaction, id),
    isOverdue: (row, _, context) => isOverdue(row, context),
    meeting: ({ meeting_id }, _, context) => meetingOf(meeting_id, context),
    versions: ({ id }, _, { transaction }) => versionsOf(transaction, id),
  },
  ReviewMeeting: {
    __resolveReference: async ({ id }, { meetings }) => {
      const row = await meetings.load(id);
      return row && shown(row);
    },
    stream: streamOf,
    heldOn: ({ held_on }) => held_on,
    agenda: agendaOf,
    actions: ({ id }, _, { actionsOf }) => actionsOf.load(id),
  },
  Query: {
    reviewsAuditEntries: auditEntries('reviews'),
    reviewMeetings: (_, { where, ...paging }, context) =>
      readList(context, MEETINGS, {
        ...{ paging, filter: where ?? {} },
        narrow: () => narrowMeetings(where ?? {}),
      }),
    reviewMeeting: async (_, { id }, { transaction }) => {
      const row = await readMeeting(transaction, id);
      return row && shown(row);
    },
    agreedActions: (_, { where, ...paging }, context) =>
      readList(context, ACTIONS, {
        ...{ paging, filter: where ?? {} },
        narrow: () => narrowActions(where ?? {}, context),
      }),
    agreedAction: (_, { id }, { transaction }) => standingAction(transaction, id),
  },
  Mutation: {
    saveReviewMeeting: (_, asked, context) => saveMeeting(context, asked),
    closeReviewMeeting: (_, asked, context) => closeMeeting(context, asked),
    saveAgreedAction: (_, asked, context) => saveAction(context, asked),
  },
};
