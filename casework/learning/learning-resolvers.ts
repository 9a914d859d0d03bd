import { isDay, londonDayOf } from '../../domain/calendar/day';
import { countedWhenAsked, type PageArguments, readList } from '../../platform/lists/list';
import { readDay } from '../../platform/server/read-day';
import type { Resolvers } from '../../platform/server/subgraph';
import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import { checkMayWork } from '../live/live-caller';
import type { StreamContext } from '../reading/loaders';
import * as commands from './learning-commands';
import {
  causesOf,
  narrowPromises,
  narrowRecommendations,
  type PromiseFilter,
  promiseList,
  promisesOf,
  type RecommendationFilter,
  recommendationList,
  recommendationsOf,
  type ToldPromise,
  type ToldRecommendation,
} from './read-learning';
import { type RepeatsAsked, readRepeats } from './repeats';

/** What a stream's resolvers have of promises, causes and recommendations, alike in all. */
export function learningResolvers(stream: string): Resolvers {
  return {
    Query: lists(stream),
    Mutation: mutations(`${stream.charAt(0).toUpperCase()}${stream.slice(1)}`),
    LiveCase: ofCase,
    PromisedAction: promiseFields,
    Recommendation: recommendationFields,
    PromisedActionConnection: countedWhenAsked,
    RecommendationConnection: countedWhenAsked,
  };
}

interface OfComplaint {
  readonly complaint_id: string;
}

const ofCase = {
  promises: ({ complaint_id: id }: OfComplaint, _: object, { transaction, stream }: StreamContext) =>
    promisesOf(transaction, stream.name, id),
  recommendations: ({ complaint_id: id }: OfComplaint, _: object, { transaction, stream }: StreamContext) =>
    recommendationsOf(transaction, stream.name, id),
  causes: ({ complaint_id: id }: OfComplaint, _: object, { transaction, stream }: StreamContext) =>
    causesOf(transaction, stream.name, id),
};

type Learned = ToldPromise | ToldRecommendation;
const common = {
  id: ({ complaint_id, place }: Learned) => `${complaint_id}/${place}`,
  complaint: ({ complaint_id: id }: Learned, _: object, { complaints }: StreamContext) => complaints.load(id),
  serviceId: ({ service_id }: Learned) => service_id,
  dueOn: ({ due_on }: Learned) => due_on,
  entry: ({ entry, complaint_id: complaintId }: Learned) =>
    entry === null ? null : { ...entry, complaintId, at: new Date(entry.at).toISOString() },
};

const today = ({ clock }: StreamContext) => londonDayOf(clock.now());
const isOpen = ({ kept_on, dropped_on }: ToldPromise): boolean => kept_on === null && dropped_on === null;

const promiseFields = {
  ...common,
  firstDueOn: (row: ToldPromise) => row.first_due_on,
  keptOn: (row: ToldPromise) => row.kept_on,
  droppedOn: (row: ToldPromise) => row.dropped_on,
  isOverdue: (row: ToldPromise, _: object, context: StreamContext) =>
    isOpen(row) && row.due_on < today(context),
  isInTime: (row: ToldPromise, _: object, context: StreamContext) => {
    const { kept_on: keptOn, dropped_on: droppedOn, counts_by: countsBy } = row;
    if (keptOn !== null) return keptOn <= countsBy;
    return (droppedOn ?? today(context)) > countsBy ? false : null;
  },
};

const recommendationFields = {
  ...common,
  becameOn: (row: ToldRecommendation) => row.became_on,
  madeAt: (row: ToldRecommendation) => row.made_at.toISOString(),
};

interface Where<Filter> extends PageArguments {
  readonly where?: Filter | null;
}

const lists = (stream: string) => ({
  [`${stream}Promises`]: (_: object, { where, ...paging }: Where<PromiseFilter>, context: StreamContext) => {
    begin(context);
    const narrow = () => narrowPromises(withDays(where ?? {}), today(context));
    return readList(context, promiseList(stream), { paging, filter: where, narrow });
  },
  [`${stream}Recommendations`]: (
    _: object,
    { where, ...paging }: Where<RecommendationFilter>,
    context: StreamContext,
  ) => {
    begin(context);
    const narrow = () => narrowRecommendations(where ?? {});
    return readList(context, recommendationList(stream), { paging, filter: where, narrow });
  },
  [`${stream}Repeats`]: (_: object, asked: RepeatsAsked, context: StreamContext) => {
    begin(context);
    return readRepeats(context, asked);
  },
});

/** What is overdue follows from the day, which an answer that is kept would not know. */
function begin({ transaction, identity, stream }: StreamContext): void {
  checkMayWork(identity, stream.name);
  keepNoAnswer(transaction);
}

const withDays = (where: PromiseFilter): PromiseFilter => ({
  ...where,
  dueFrom: readDay('dueFrom', where.dueFrom, isDay),
  dueTo: readDay('dueTo', where.dueTo, isDay),
});

/** A command as a resolver of a root field. */
const done =
  <Asked>(command: (asked: Asked, context: StreamContext) => Promise<unknown>) =>
  (_: unknown, asked: Asked, context: StreamContext) =>
    command(asked, context);

const mutations = (name: string) => ({
  [`promise${name}Action`]: done(commands.promiseAction),
  [`complete${name}Action`]: done(commands.completeAction),
  [`move${name}Action`]: done(commands.moveAction),
  [`drop${name}Action`]: done(commands.dropAction),
  [`name${name}Causes`]: done(commands.nameCauses),
  [`recommend${name}Improvement`]: done(commands.recommendImprovement),
  [`follow${name}Recommendation`]: done(commands.followRecommendation),
});
