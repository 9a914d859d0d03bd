import type { CaseEvent } from '../../../domain/procedure/events';

/** The verb and the noun of the mutation that does what an event says; none of what is no command, or is learned of an answer. */
const NAMES = {
  record: ['record', 'Complaint'],
  acknowledge: ['acknowledge', 'Complaint'],
  agreePlan: ['agree', 'Plan'],
  recordConsent: ['record', 'Consent'],
  assign: ['assign', 'Complaint'],
  accept: ['accept', 'Complaint'],
  handBack: ['handBack', 'Complaint'],
  answer: ['answer', 'Complaint'],
  extend: ['extend', 'Complaint'],
  suspend: ['suspend', 'Complaint'],
  resume: ['resume', 'Complaint'],
  escalate: ['escalate', 'Complaint'],
  withdraw: ['withdraw', 'Complaint'],
  refuse: ['refuse', 'Complaint'],
  settle: ['settle', 'Concern'],
  reopen: ['reopen', 'Complaint'],
  correctDate: ['correct', 'Date'],
  link: ['link', 'Complaint'],
  changeParty: ['change', 'Party'],
  merge: ['merge', 'Complaint'],
  note: ['note', 'Complaint'],
  arrangeAdvocate: ['arrange', 'Advocate'],
  appoint: ['appoint', 'Person'],
  agreeStatement: ['agree', 'Statement'],
  reportInvestigation: ['report', 'Investigation'],
  arrangePanel: ['arrange', 'Panel'],
  holdPanel: ['hold', 'Panel'],
  reportPanel: ['report', 'Panel'],
  assessRisk: ['assess', 'Risk'],
  coordinate: ['coordinate', 'Complaint'],
} as const satisfies Partial<Record<CaseEvent, readonly [string, string]>>;

/** An event for which there is a mutation. */
export type CommandEvent = keyof typeof NAMES;

/** Whether there is a mutation for an event. */
export const isCommandEvent = (event: CaseEvent): event is CommandEvent => Object.hasOwn(NAMES, event);

/** The stream's name within the name of a mutation: `Corporate`. */
const within = (stream: string): string => `${stream.charAt(0).toUpperCase()}${stream.slice(1)}`;

/** The name of the mutation that does it: verb, stream, noun. */
export function mutationOf(event: CommandEvent, stream: string): string {
  const [verb, noun] = NAMES[event];
  return `${verb}${within(stream)}${noun}`;
}

/** The mutation by which a letter is sent: no command of the complaint alone. */
export const sendLetterMutation = (stream: string): string => `send${within(stream)}Letter`;

/** The events of a procedure for which there are mutations, each once, in the order in which events are listed. */
export const commandEventsOf = (
  stages: readonly { readonly events: readonly { readonly event: CaseEvent }[] }[],
) => {
  const has = new Set(stages.flatMap(({ events }) => events.map(({ event }) => event)));
  return [...has].filter(isCommandEvent).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
};

const ORDER: readonly string[] = Object.keys(NAMES);
