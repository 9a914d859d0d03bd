import { retentionCommands } from './retention-parts';
import { worklistCommands } from './worklist-parts';

const PAGE = `
    "How many at most: 1 to 200."
    first: Int = 50
    "The \`endCursor\` of the page before; left out for the first page."
    after: String
  `;
const LIST =
  '@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)';

/** The lists of a stream's restrictions, conflicts and openings; `complaints` are its complaints within a sentence. */
export const restrictionLists = (stream: string, complaints: string): string => `\
  "Restrictions of ${complaints}, as far as they are for the caller to see, the newest first."
  ${stream}Restrictions(
    "Only those that hold; false for those that were lifted too."
    isLive: Boolean = true${PAGE}): RestrictionConnection ${LIST} @requiresScopes(scopes: [["restrictions"]])
  "Conflicts of interest in ${complaints}, as far as they are for the caller to see, the newest first."
  ${stream}Conflicts(
    "Only those that hold; false for those that were withdrawn too."
    isLive: Boolean = true${PAGE}): ConflictConnection ${LIST} @requiresScopes(scopes: [["restrictions"]])
  "Who opened restricted cases of ${complaints} without being named, the newest first."
  ${stream}CaseOpenings(
    "Only those that nobody else has acknowledged."
    isUnread: Boolean = false${PAGE}): CaseOpeningConnection ${LIST} @requiresScopes(scopes: [["case-openings"]])`;

const COMMAND = `
    "Names this command: a UUID, chosen by whoever asks, the same when they ask again."
    command: ID!
    "The id of the complaint."
    id: ID!`;
const RESTRICTS = '@requiresScopes(scopes: [["restrictions"]])';

/** What is done with a stream's restricted cases, and `further`: federation shares no root field. */
export const restrictionCommands = (stream: string, further = ''): string => {
  const name = `${stream.charAt(0).toUpperCase()}${stream.slice(1)}`;
  return `
type Mutation {
  """
  Restricts who complained and what was said to named people, who need role and clearance all the same. Administrators, and
  officers cleared for the stream to whom it is open, may. Asked again with the same \`command\` it does nothing more.
  """
  restrict${name}Complaint(${COMMAND}
    "Why."
    kind: RestrictionKind!
    "Why, in words: 1 to 1,000 characters."
    reason: String!
    "Who may open it, by the subjects of their sign-ins; nobody, where it is empty."
    named: [String!]!
    "Whom it is about, by the subjects of their sign-ins: they never open it."
    complainedAbout: [String!] = []
  ): RestrictCaseResult ${RESTRICTS}
  "Says anew who may open a restricted complaint: administrators, and officers who are named and stay so."
  change${name}Restriction(
    "The id of the restriction."
    id: ID!
    "The \`version\` that was seen."
    version: Int!
    "Who may open it, by the subjects of their sign-ins: all of them."
    named: [String!]!
  ): ChangeRestrictionResult ${RESTRICTS}
  "Lifts a restriction: administrators, and officers who are named. Lifted already, it changes nothing."
  lift${name}Restriction(
    "The id of the restriction."
    id: ID!
    "The \`version\` that was seen."
    version: Int!
    "Why, in words: 1 to 1,000 characters."
    reason: String!
  ): LiftRestrictionResult ${RESTRICTS}
  "Records that somebody has a conflict of interest in a complaint: they never open its people. Asked again with the same \`command\` it does nothing more."
  record${name}Conflict(${COMMAND}
    "Who, by the subject of their sign-in."
    subject: String!
    "Which interest, in words: 1 to 1,000 characters."
    reason: String!
  ): RecordConflictResult ${RESTRICTS}
  "Withdraws such a record: administrators alone, and nobody their own."
  withdraw${name}Conflict(
    "The id of the conflict."
    id: ID!
    "Why, in words: 1 to 1,000 characters."
    reason: String!
  ): WithdrawConflictResult ${RESTRICTS}
  """
  Opens a restricted complaint to an officer cleared for the stream who is not named, for a time (\`BREAK_GLASS_MINUTES\`).
  Somebody else is told. No conflict of interest is overcome so. Asked again with the same \`command\` it opens no longer.
  """
  openRestricted${name}Complaint(${COMMAND}
    "Why, in words: 20 to 1,000 characters."
    reason: String!
  ): OpenCaseResult @requiresScopes(scopes: [["break-glass"]])
  "Ends an opening before its time: whoever opened it, and administrators. Ended already, it changes nothing."
  end${name}CaseOpening(
    "The id of the opening."
    id: ID!
  ): CaseOpeningResult @requiresScopes(scopes: [["break-glass"], ["case-openings"]])
  "Says that somebody else than whoever opened a restricted case has seen it. Acknowledged already, it changes nothing."
  acknowledge${name}CaseOpening(
    "The id of the opening."
    id: ID!
  ): CaseOpeningResult @requiresScopes(scopes: [["case-openings"]])
${retentionCommands(stream)}${worklistCommands(stream)}${further}}
`;
};

/** Scopes of fields that all complaints have. Federation lets an interface's field have none: the types have them. */
const SCOPES: Readonly<Record<string, string>> = {
  restriction: 'restrictions',
  conflictsOfInterest: 'restrictions',
  ownOpening: 'break-glass',
  retention: 'retention',
  casework: 'casework',
};

/** The guard of a field that every complaint has, as it ends the field; nothing where there is none. */
export const guardOf = (field: string): string => {
  const scope = Object.hasOwn(SCOPES, field) ? SCOPES[field] : undefined;
  return scope === undefined ? '' : ` @requiresScopes(scopes: [["${scope}"]])`;
};
