import type { GraphQLResolveInfo } from 'graphql';
import { londonDayOf } from '../../domain/calendar/day';
import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import { recordAudit } from '../../platform/audit/record';
import { countedWhenAsked, readList } from '../../platform/lists/list';
import { isEnumValue } from '../../platform/server/enum-value';
import type { CaseEvent, EnquiryEvent, Resolvers, Stream } from './__generated__/resolver-types';
import { readArticles, standingArticle, versionsOf } from './articles/articles';
import { reviewArticle, saveArticle, withdrawArticle } from './articles/change-article';
import type { Context } from './context';
import type { WorkshopBookingMapper } from './mappers';
import { readProcedures } from './procedures/procedures';
import type { ArticleRow } from './tables';
import { readTrainings, recordAttendance } from './workshops/attendance';
import { bookWorkshop, giveUpPlace } from './workshops/bookings';
import { heldPlaces, waitingBehind } from './workshops/places';
import { cancelWorkshop, saveWorkshop } from './workshops/plan-workshop';
import {
  hasBegun,
  narrowWorkshops,
  readWorkshop,
  shown,
  WORKSHOPS,
  type WorkshopShown,
} from './workshops/workshops';

/** The stream, of those that the schema has. */
const streamOf = (
  { stream }: ArticleRow,
  _: object,
  _context: unknown,
  { schema }: Pick<GraphQLResolveInfo, 'schema'>,
): Stream | null => (isEnumValue<Stream>(schema, 'Stream', stream) ? stream : null);

/** The steps that an article is for, of those that the schema has. */
const stepsIn =
  <Step extends CaseEvent | EnquiryEvent>(type: string, of: (row: ArticleRow) => readonly string[]) =>
  (row: ArticleRow, _: object, _context: unknown, { schema }: Pick<GraphQLResolveInfo, 'schema'>): Step[] =>
    of(row).filter((step): step is Step => isEnumValue<Step>(schema, type, step));

/** What an article and each of its versions have alike. */
const article = {
  stream: streamOf,
  steps: stepsIn<CaseEvent>('CaseEvent', ({ steps }) => steps),
  enquirySteps: stepsIn<EnquiryEvent>('EnquiryEvent', ({ enquiry_steps }) => enquiry_steps),
  reviewDueOn: ({ review_due_on }: ArticleRow) => review_due_on,
  isWithdrawn: ({ is_withdrawn }: ArticleRow) => is_withdrawn,
  changedBy: ({ changed_by }: ArticleRow) => changed_by,
  changedAt: ({ changed_at }: ArticleRow) => changed_at.toISOString(),
};

async function myBooking(
  { id, seats }: WorkshopShown,
  _: object,
  { ownPlace }: Context,
): Promise<WorkshopBookingMapper | null> {
  const own = await ownPlace.load(id);
  return own === null ? null : { ...own, seats };
}

async function bookings(
  { id, seats }: WorkshopShown,
  _: object,
  context: Context,
): Promise<WorkshopBookingMapper[]> {
  const held = await heldPlaces(context.transaction, [id], null);
  if (held.length > 0)
    await recordAudit(context, { schema: 'guidance', action: 'BOOKINGS_READ', recordIds: [id] });
  return held.map((place) => ({ ...place, seats }));
}

async function workshopOf(id: string, { workshops }: Context): Promise<WorkshopShown> {
  const row = await workshops.load(id);
  if (row === null) throw new Error('A training is of a workshop that is not there');
  return shown(row);
}

export const resolvers: Resolvers = {
  ArticleConnection: countedWhenAsked,
  AuditEntryConnection: auditConnection,
  TrainingConnection: countedWhenAsked,
  WorkshopConnection: countedWhenAsked,
  ArticleVersion: article,
  Article: {
    ...article,
    __resolveReference: ({ id }, { transaction }) => standingArticle(transaction, id),
    isReviewOverdue: ({ review_due_on }, _, { clock }) => review_due_on < londonDayOf(clock.now()),
    versions: ({ id }, { numbers }, { transaction }) => versionsOf(transaction, id, numbers ?? null),
  },
  Workshop: {
    __resolveReference: async ({ id }, { workshops }) => {
      const row = await workshops.load(id);
      return row && shown(row);
    },
    startsAt: ({ starts_at }) => starts_at.toISOString(),
    heldBy: ({ held_by }) => held_by,
    cancelledBecause: ({ cancelled_because }) => cancelled_because,
    taken: async ({ id, seats }, _, { held }) => Math.min(await held.load(id), seats),
    waiting: async ({ id, seats }, _, { held }) => Math.max((await held.load(id)) - seats, 0),
    hasBegun: (workshop, _, context) => hasBegun(workshop, context),
    myBooking,
    bookings,
  },
  WorkshopBooking: {
    bookedAt: ({ booked_at }) => booked_at.toISOString(),
    waitingBehind: (booking) => waitingBehind(booking, booking.seats),
  },
  Training: { workshop: ({ workshop_id }, _, context) => workshopOf(workshop_id, context) },
  Query: {
    guidanceAuditEntries: auditEntries('guidance'),
    articles: (_, asked, context) => readArticles(context, asked),
    article: (_, { id }, { transaction }) => standingArticle(transaction, id),
    procedures: (_, _none, { transaction }) => readProcedures(transaction),
    workshops: (_, { where, ...paging }, context) =>
      readList(context, WORKSHOPS, {
        ...{ paging, filter: where ?? {} },
        narrow: () => narrowWorkshops(where ?? {}, context),
      }),
    workshop: async (_, { id }, { transaction }) => {
      const row = await readWorkshop(transaction, id);
      return row && shown(row);
    },
    trainings: (_, paging, context) => readTrainings(context, paging),
  },
  Mutation: {
    saveArticle: (_, asked, context) => saveArticle(context, asked),
    reviewArticle: (_, asked, context) => reviewArticle(context, asked),
    withdrawArticle: (_, asked, context) => withdrawArticle(context, asked),
    saveWorkshop: (_, asked, context) => saveWorkshop(context, asked),
    cancelWorkshop: (_, asked, context) => cancelWorkshop(context, asked),
    bookWorkshop: (_, asked, context) => bookWorkshop(context, asked),
    giveUpPlace: (_, asked, context) => giveUpPlace(context, asked),
    recordAttendance: (_, asked, context) => recordAttendance(context, asked),
  },
};
