import { toDay } from '../../domain/calendar/day';
import { caseOf } from '../../domain/procedure/case-of';
import type { CaseState } from '../../domain/procedure/case-state';
import type { CaseEvent } from '../../domain/procedure/events';
import { factDay } from '../../domain/procedure/fact-day';
import { type StageVersion, stageVersion } from '../../domain/procedure/stage-version';
import { countedWhenAsked, type PageArguments, readList } from '../../platform/lists/list';
import type { Resolvers } from '../../platform/server/subgraph';
import { isLearningEvent, learningMutation } from '../learning/learning-rules';
import type { LoadedComplaint, StreamContext } from '../reading/loaders';
import { eventName, typeName } from '../stream/definition';
import { shownPermitted } from './case-work';
import { isCommandEvent, mutationOf, sendLetterMutation } from './commands/mutation-names';
import { elementsTold } from './elements-told';
import { entryText } from './entry-text';
import { liveCaller } from './live-caller';
import { entryOf } from './read-case';
import type { CommandDone, ShownEntry, ShownPermitted } from './refusals';
import type { CasePartyRow, LiveCaseRow } from './tables';
import { timelineList } from './timeline-list';

/** What a stream’s resolvers have of its live complaints, alike in all. */
export const liveResolvers = (stream: string): Resolvers => ({
  [typeName(stream)]: {
    casework: ({ id }: LoadedComplaint, _: object, { liveCases }: StreamContext) => liveCases.load(id),
  },
  LiveCase: liveCaseFields,
  TimelineConnection: countedWhenAsked,
  TimelineEntry: entryFields,
  PermittedCommand: permittedFields(stream),
  CaseParty: { bornOn: ({ born_on }: CasePartyRow) => born_on },
  CommandDone: {
    complaint: ({ complaintId }: CommandDone, _: object, { complaints }: StreamContext) =>
      complaints.load(complaintId),
  },
});

/** The version of the procedure that a live complaint’s latest stage follows. */
const versionFor = ({ stage, received_on }: LiveCaseRow, { stream }: StreamContext): StageVersion | null =>
  stageVersion({ procedure: stream.liveProcedure, stage, receivedOn: toDay(received_on) });

/** Its elements each time that they were written down. */
const elements = async (
  { complaint_id: complaintId }: LiveCaseRow,
  _: object,
  { timelines }: StreamContext,
) => elementsTold((await timelines.load(complaintId)).map((row) => ({ ...entryOf(row), complaintId })));

const liveCaseFields = {
  complaint: ({ complaint_id }: LiveCaseRow, _: object, { complaints }: StreamContext) =>
    complaints.load(complaint_id),
  stateTitle: (row: LiveCaseRow, _: object, context: StreamContext) =>
    versionFor(row, context)?.states.find(({ name }) => name === row.state)?.title ?? row.state,
  waitsFor: ({ waits_for }: LiveCaseRow) => waits_for,
  serviceId: ({ service_id }: LiveCaseRow) => service_id,
  assignedTo: ({ assigned_to }: LiveCaseRow) => assigned_to,
  assignedGroup: ({ assigned_group }: LiveCaseRow) => assigned_group,
  isAccepted: ({ is_accepted }: LiveCaseRow) => is_accepted,
  nextLimit: ({ next_limit }: LiveCaseRow) => next_limit,
  nextDueOn: ({ next_due_on }: LiveCaseRow) => next_due_on,
  permitted: async (row: LiveCaseRow, _: object, context: StreamContext) => {
    const { identity, stream } = context;
    const state = await stateOf(row, context);
    return shownPermitted(stream, { state, caller: liveCaller(identity, stream.name) });
  },
  panel: async (row: LiveCaseRow, _: object, context: StreamContext) =>
    (await stateOf(row, context)).stages.at(-1)?.panel ?? [],
  found: async (row: LiveCaseRow, _: object, context: StreamContext) =>
    (await stateOf(row, context)).stages.at(-1)?.findings ?? [],
  timeline: ({ complaint_id }: LiveCaseRow, paging: PageArguments, context: StreamContext) =>
    readList(context, timelineList(context.stream.name), {
      ...{ paging, filter: { complaintId: complaint_id } },
      narrow: () => (conditions) => conditions.add(`complaint_id = ${conditions.bind(complaint_id, 'text')}`),
    }),
  parties: ({ complaint_id }: LiveCaseRow, _: object, { partiesOf }: StreamContext) =>
    partiesOf.load(complaint_id),
  linkedTo: async (row: LiveCaseRow, _: object, { complaints, ...context }: StreamContext) => {
    const linked = (await factsOf(row, context)).flatMap((facts) =>
      facts.event === 'link' ? [facts.complaintId] : [],
    );
    const found = await complaints.loadMany([...new Set(linked)]);
    return found.filter((one) => one !== null && !(one instanceof Error));
  },
  mergedInto: async (row: LiveCaseRow, _: object, { complaints, ...context }: StreamContext) => {
    if (row.state !== 'MERGED') return null;
    const merged = (await factsOf(row, context)).findLast(({ event }) => event === 'merge');
    return merged?.event === 'merge' ? complaints.load(merged.into) : null;
  },
  risk: async (row: LiveCaseRow, _: object, context: StreamContext) => {
    const assessed = (await factsOf(row, context)).findLast(({ event }) => event === 'assessRisk');
    return assessed?.event === 'assessRisk' ? assessed.risk : null;
  },
  coordinatedWith: async (row: LiveCaseRow, _: object, context: StreamContext) => {
    const agreed = (await factsOf(row, context)).flatMap((facts) =>
      facts.event === 'coordinate' ? [[facts.body, facts] as const] : [],
    );
    return [...new Map(agreed).values()];
  },
  elements,
};

/** A complaint as its timeline tells it. */
async function stateOf(
  { complaint_id }: LiveCaseRow,
  { stream, timelines }: StreamContext,
): Promise<CaseState> {
  const entries = (await timelines.load(complaint_id)).map(entryOf);
  return caseOf({ procedure: stream.liveProcedure, entries });
}

/** What happened to a complaint, in order. */
const factsOf = async ({ complaint_id }: LiveCaseRow, { timelines }: Pick<StreamContext, 'timelines'>) =>
  (await timelines.load(complaint_id)).map(({ facts }) => facts);

const entryFields = {
  id: ({ complaintId, place }: ShownEntry) => `${complaintId}/${place}`,
  event: ({ facts }: ShownEntry) => eventName(facts.event),
  text: ({ facts }: ShownEntry) => entryText(facts),
  on: ({ facts }: ShownEntry) => factDay(facts),
  words: ({ complaintId, place }: ShownEntry, _: object, { wordsOfEntry }: StreamContext) =>
    wordsOfEntry.load({ complaintId, place }),
};

const mutationFor = (event: CaseEvent, stream: string): string => {
  if (event === 'sendLetter') return sendLetterMutation(stream);
  if (isLearningEvent(event)) return learningMutation(event, stream);
  return isCommandEvent(event) ? mutationOf(event, stream) : event;
};

const permittedFields = (stream: string) => ({
  event: ({ rule }: ShownPermitted) => eventName(rule.event),
  mutation: ({ rule }: ShownPermitted) => mutationFor(rule.event, stream),
  roles: ({ rule }: ShownPermitted) => rule.roles.map((role) => role.toUpperCase()),
  source: ({ rule }: ShownPermitted) => rule.source,
});
