import type { CommandEvent } from '../../casework/live/commands/mutation-names';

/** What a mutation does, and the arguments that it alone has. */
interface Mutation {
  readonly does: string;
  readonly takes: readonly string[];
}

const ON = ['"The day on which it happened."', 'on: Date!'];
const REASON = ['"Why, in words: 10,000 characters at most."', 'reason: String!'];
const REASON_IF = ['"Why, in words: 10,000 characters at most."', 'reason: String'];
const FINDINGS = ['"What was found of each element."', 'findings: [FindingInput!]'];
const MEMBERS = ['"Who sits on it."', 'members: [AppointedInput!]!'];

/** The mutations by their events, in words and arguments; `key`, `id` and `version` all of them have. */
export const MUTATIONS: Readonly<Record<Exclude<CommandEvent, 'record'>, Mutation>> = {
  acknowledge: {
    does: 'Records that the complainant was told that it has come in.',
    takes: [...ON, '"What is complained of, as it is understood."', 'definition: String'],
  },
  agreePlan: {
    does: 'Records the plan that was agreed with the complainant.',
    takes: [
      ...ON,
      '"The day by which it was agreed to answer."',
      'answerBy: Date!',
      '"The plan, in words."',
      'plan: String',
    ],
  },
  recordConsent: {
    does: 'Records whether the person concerned agrees to the complaint that somebody makes for them.',
    takes: [...ON, '"`GIVEN` or `REFUSED`."', 'consent: ConsentGiven!'],
  },
  assign: {
    does: 'Gives it to somebody or a group, and to a service; to nobody, where both are left out.',
    takes: [
      '"Whom, by the subject of their sign-in."',
      'to: String',
      '"Which group."',
      'group: String',
      '"The service that it is about from now on; left out, as before."',
      'serviceId: ID',
    ],
  },
  accept: { does: 'Takes it.', takes: [] },
  handBack: { does: 'Gives it back to the central team.', takes: REASON },
  answer: {
    does: 'Records what the complainant was told, and what was found.',
    takes: [
      ...ON,
      '"What was found of it as a whole."',
      'outcome: Outcome!',
      ...FINDINGS,
      '"What was told, in short."',
      'summary: String!',
    ],
  },
  extend: {
    does: 'Extends a limit.',
    takes: [
      '"The name of the limit."',
      'limit: String! = "ANSWER"',
      ...ON,
      '"The last day from now on."',
      'to: Date!',
      ...REASON,
      '"Whether the reason is good enough for more than the rule allows: officers alone say so."',
      'isForGoodReason: Boolean = false',
    ],
  },
  suspend: {
    does: 'Stops its clock.',
    takes: [...ON, '"On which ground."', 'ground: SuspensionGround!', ...REASON],
  },
  resume: { does: 'Lets its clock go on.', takes: ON },
  escalate: {
    does: 'Takes it to the next stage, as the complainant asks.',
    takes: [
      '"The day on which the request came in."',
      'receivedOn: Date!',
      '"Why the complainant asks, where they say."',
      'reason: String',
      '"Why it is taken though it came late."',
      'lateReason: String',
    ],
  },
  withdraw: { does: 'Records that the complainant withdrew it.', takes: [...ON, ...REASON_IF] },
  refuse: {
    does: 'Does not take it.',
    takes: [...ON, '"Why, by the list."', 'closureReason: RefusalReason!', ...REASON],
  },
  settle: {
    does: 'Records that it was settled by the next working day: it is no complaint, and its words and people are not kept.',
    takes: ON,
  },
  reopen: { does: 'Opens it again.', takes: [...ON, ...REASON] },
  correctDate: {
    does: 'Corrects a day. What stood before stays in the timeline.',
    takes: ['"Which."', 'which: CorrectableDay!', '"The day that is right."', 'to: Date!', ...REASON],
  },
  link: { does: 'Links it to another.', takes: ['"The id of the other."', 'other: ID!'] },
  changeParty: {
    does: 'Changes what is kept of somebody whom it is from or about. What is left out is taken out.',
    takes: ['"Their id."', 'party: ID!', '"As they are to be kept."', 'input: PartyInput!'],
  },
  merge: {
    does: 'Merges it into another, which goes on.',
    takes: [...ON, '"The id of the other."', 'into: ID!'],
  },
  note: {
    does: 'Notes something.',
    takes: ['"The note: 1 to 10,000 characters."', 'note: String!'],
  },
  arrangeAdvocate: { does: 'Records that an advocate was arranged.', takes: ON },
  appoint: {
    does: 'Appoints somebody to look into it.',
    takes: ['"As what."', 'as: Appointment!', '"Whom."', 'person: AppointedInput!'],
  },
  agreeStatement: {
    does: 'Records that what is complained of was agreed in writing.',
    takes: [...ON, '"Its elements, in words."', 'points: [String!]'],
  },
  reportInvestigation: { does: 'Records the report of the investigation.', takes: [...ON, ...FINDINGS] },
  arrangePanel: { does: 'Records that a panel was arranged.', takes: [...ON, ...MEMBERS] },
  holdPanel: { does: 'Records that the panel met.', takes: [...ON, ...MEMBERS] },
  reportPanel: { does: 'Records the report of the panel.', takes: [...ON, ...FINDINGS] },
  assessRisk: {
    does: 'Records how much harm may come of it.',
    takes: [...ON, '"How much."', 'risk: Risk!', ...REASON_IF],
  },
  coordinate: {
    does: 'Records that it is answered together with another body.',
    takes: [
      ...ON,
      '"With whom."',
      'body: OtherBody!',
      '"Whether the council gives the one answer."',
      'isLedHere: Boolean!',
    ],
  },
};
