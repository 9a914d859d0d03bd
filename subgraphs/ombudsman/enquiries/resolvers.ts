import { londonDayOf } from '../../../domain/calendar/day';
import type { EnquiryEvent as Event } from '../../../domain/enquiries/enquiry';
import { enquiryDeadlines } from '../../../domain/enquiries/enquiry-deadlines';
import type {
  EnquiryEvent,
  MutationResolvers,
  OmbudsmanCaseResolvers,
  Resolvers,
} from '../__generated__/resolver-types';
import type { Context } from '../context';
import type { CaseRow } from '../tables';
import { readCalendar } from './calendar';
import * as commands from './commands';
import { shownPermitted } from './do-command';
import { dayOfEntry, sayEntry } from './say-entry';
import { type CaseParts, standingOf } from './standing';
import { worksOnRows } from './works-on';

/** Each event by its name in the schema, with the mutation that does it; the first two are no commands on a case. */
const EVENTS: Readonly<Record<Event, { readonly name: EnquiryEvent; readonly mutation: string }>> = {
  record: { name: 'RECORD', mutation: 'recordOmbudsmanEnquiry' },
  takeOver: { name: 'TAKE_OVER', mutation: 'recordOmbudsmanEnquiry' },
  reply: { name: 'REPLY', mutation: 'replyToOmbudsmanEnquiry' },
  extendReply: { name: 'EXTEND_REPLY', mutation: 'extendOmbudsmanReply' },
  draft: { name: 'DRAFT', mutation: 'recordOmbudsmanDraftDecision' },
  comment: { name: 'COMMENT', mutation: 'commentOnOmbudsmanDraft' },
  decide: { name: 'DECIDE', mutation: 'recordOmbudsmanDecision' },
  referBack: { name: 'REFER_BACK', mutation: 'closeOmbudsmanCaseAsPremature' },
  addRemedy: { name: 'ADD_REMEDY', mutation: 'addOmbudsmanRemedy' },
  completeRemedy: { name: 'COMPLETE_REMEDY', mutation: 'completeOmbudsmanRemedy' },
  comply: { name: 'COMPLY', mutation: 'recordOmbudsmanCompliance' },
  withdraw: { name: 'WITHDRAW', mutation: 'withdrawOmbudsmanCase' },
  note: { name: 'NOTE', mutation: 'noteOmbudsmanCase' },
};

async function partsOf(row: CaseRow, { entries, findings, remedies }: Context): Promise<CaseParts> {
  const [entriesOf, findingsOf, remediesOf] = await Promise.all([
    entries.load(row.id),
    findings.load(row.id),
    remedies.load(row.id),
  ]);
  return { row, entries: entriesOf, findings: findingsOf, remedies: remediesOf };
}

/** What an ombudsman's case says of how it stands, and of what happened to it here. */
export const caseFields: Pick<
  OmbudsmanCaseResolvers,
  'isLive' | 'version' | 'state' | 'deadlines' | 'compliance' | 'permitted' | 'timeline'
> = {
  isLive: async ({ id }, _, { entries }) => (await entries.load(id)).length > 0,
  version: async ({ id }, _, { entries }) => (await entries.load(id)).length,
  state: async (row, _, context) => standingOf(await partsOf(row, context)).state,
  compliance: async (row, _, context) =>
    standingOf(await partsOf(row, context)).compliance?.compliance ?? null,
  deadlines: async (row, _, context) => {
    const state = standingOf(await partsOf(row, context));
    const calendar = await readCalendar(context.transaction);
    const deadlines = enquiryDeadlines({ state, calendar, today: londonDayOf(context.clock.now()) });
    return deadlines.map((deadline) => ({
      ...deadline,
      steps: deadline.steps.map((step) => ({
        ...step,
        days: step.days.map(({ day, name, note = null }) => ({ day, name, note })),
      })),
    }));
  },
  permitted: async (row, _, context) => {
    if (!(await worksOnRows(context, [row.id])).has(row.id)) return null;
    return [...shownPermitted(standingOf(await partsOf(row, context)))];
  },
  timeline: async ({ id }, _, { entries }) => [...(await entries.load(id))].reverse(),
};

/** The types that commands and timelines lead to. */
export const enquiryTypes: Pick<
  Resolvers,
  | 'EnquiryEntry'
  | 'OmbudsmanCommandDone'
  | 'OmbudsmanCommandRefused'
  | 'OmbudsmanCaseChanged'
  | 'PermittedEnquiryCommand'
> = {
  EnquiryEntry: {
    id: ({ case_id, place }) => `${case_id}-${place}`,
    event: ({ event }) => EVENTS[event].name,
    text: ({ facts }) => sayEntry(facts),
    on: ({ facts }) => dayOfEntry(facts),
    at: ({ at }) => at.toISOString(),
    words: (entry, _, { words }) => words.load(entry),
  },
  OmbudsmanCommandDone: { case: ({ caseId }, _, { cases }) => cases.load(caseId) },
  OmbudsmanCommandRefused: { permitted: ({ permitted }) => [...permitted] },
  OmbudsmanCaseChanged: { since: ({ since }) => [...since] },
  PermittedEnquiryCommand: {
    event: ({ rule }) => EVENTS[rule.event].name,
    mutation: ({ rule }) => EVENTS[rule.event].mutation,
    source: ({ rule, body }) => rule.sources[body],
  },
};

/** The commands on ombudsmen's cases. */
export const enquiryCommands: MutationResolvers = {
  recordOmbudsmanEnquiry: (_, asked, context) => commands.recordCase(context, asked),
  replyToOmbudsmanEnquiry: (_, asked, context) => commands.replyToEnquiry(context, asked),
  extendOmbudsmanReply: (_, asked, context) => commands.extendReply(context, asked),
  recordOmbudsmanDraftDecision: (_, asked, context) => commands.recordDraft(context, asked),
  commentOnOmbudsmanDraft: (_, asked, context) => commands.commentOnDraft(context, asked),
  recordOmbudsmanDecision: (_, asked, context) => commands.recordDecision(context, asked),
  closeOmbudsmanCaseAsPremature: (_, asked, context) => commands.closeAsPremature(context, asked),
  withdrawOmbudsmanCase: (_, asked, context) => commands.withdrawCase(context, asked),
  addOmbudsmanRemedy: (_, asked, context) => commands.addRemedy(context, asked),
  completeOmbudsmanRemedy: (_, asked, context) => commands.completeRemedy(context, asked),
  recordOmbudsmanCompliance: (_, asked, context) => commands.recordCompliance(context, asked),
  noteOmbudsmanCase: (_, asked, context) => commands.noteCase(context, asked),
};
