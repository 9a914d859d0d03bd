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
import { type Day, toDay } from '../../domain/calendar/day';
import { auditConnection, auditEntries } from '../../platform/audit/audit-entries';
import type { ChildrensElement, Resolvers } from './__generated__/resolver-types';
import { panelLimits } from './procedure';

const isYes = (kept: string | null | undefined): boolean | null => (kept ? kept === 'true' : null);
const dayOf = (kept: string | null | undefined): Day | null => (kept ? toDay(kept) : null);
/** A list as the tables keep it. */
const listOf = <Item>(kept: string | null | undefined): Item[] => (kept ? JSON.parse(kept) : []);

const people = ({ id }: StageWithNames, context: StreamContext) => context.ownAccountOfStage.load(id);
const elements = async (stage: StageWithNames, _: object, context: StreamContext) =>
  listOf<ChildrensElement>((await people(stage, context)).elements);

async function panelDaysOf({ id, received_on }: StageWithNames, { ownOfStage, calendar }: StreamContext) {
  const { panel_held_on: heldOn, findings_on: findingsOn } = await ownOfStage.load(id);
  const days = { requestedOn: toDay(received_on), heldOn: dayOf(heldOn), findingsOn: dayOf(findingsOn) };
  return { ...days, ...panelLimits({ ...days, calendar: await calendar() }) };
}

const panelDay =
  (name: keyof Awaited<ReturnType<typeof panelDaysOf>>) =>
  async (stage: StageWithNames, _: object, context: StreamContext) =>
    (await panelDaysOf(stage, context))[name];

/** The kit's fields, and what only a children's complaint has. */
export const resolvers: Resolvers = {
  ...entityOf('ChildrensComplaint'),
  Query: {
    childrensComplaint: complaintField,
    childrensDueIfReceived: dueIfReceivedField,
    childrensAuditEntries: auditEntries('childrens'),
    childrensAccountSearch: accountSearchField,
    childrensComplaintIds: complaintIdsField,
  },
  AuditEntryConnection: auditConnection,
  ChildrensComplaint: {
    ...complaintFields,
    child: async ({ latest }, _, context) => {
      const own = await people(latest, context);
      if (own.stage_id === undefined) return null;
      return { ageBand: own.child_age_band ?? null, lookedAfter: isYes(own.child_looked_after) };
    },
    childReference: async ({ latest }, _, context) => (await people(latest, context)).child_reference ?? null,
    advocateOffered: async ({ latest }, _, { ownOfStage }) =>
      isYes((await ownOfStage.load(latest.id)).advocate_offered),
    investigation: ({ stages }) => stages.findLast(({ number }) => number === 2) ?? null,
    reviewPanel: ({ stages }) => stages.findLast(({ number }) => number === 3) ?? null,
  },
  ChildrensInvestigation: {
    investigatingOfficer: async (stage, _, context) =>
      (await people(stage, context)).investigating_officer ?? null,
    independentPerson: async (stage, _, context) => (await people(stage, context)).independent_person ?? null,
    elements,
  },
  ChildrensReviewPanel: {
    meetingDueOn: panelDay('meetingDueOn'),
    heldOn: panelDay('heldOn'),
    reportDueOn: panelDay('reportDueOn'),
    findingsOn: panelDay('findingsOn'),
    answerDueOn: panelDay('answerDueOn'),
    // The names that these days had before.
    meetBy: panelDay('meetingDueOn'),
    reportBy: panelDay('reportDueOn'),
    answerBy: panelDay('answerDueOn'),
    members: async (stage, _, context) => listOf<string>((await people(stage, context)).panel),
    elements,
  },
  ComplaintStage: stageFields,
  ComplainantAccount: accountFields,
  FoundAccount: foundAccountFields,
};
