const LIST =
  '@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)';
const WORKS = '@requiresScopes(scopes: [["casework"]])';
const SOON = `
    "How many working days ahead what is due is due soon: 1 to 60."
    withinWorkingDays: Int = 5`;
const FILTER = `
    "Which of it; left out, all."
    where: WorklistFilter`;

/** The worklists of a stream, and who works on them; `complaints` are its complaints within a sentence. */
export const worklistQueries = (stream: string, complaints: string): string => `\
  "Open work on ${complaints}, the most urgent first, as far as it is for the caller to see."
  ${stream}Worklist(
    "Which list."
    list: WorklistKind!${FILTER}${SOON}
    "How many at most: 1 to 200."
    first: Int = 50
    "The \`endCursor\` of the page before; left out for the first page."
    after: String
  ): WorklistConnection ${LIST} ${WORKS}
  "How many of ${complaints} are on each of the caller's worklists."
  ${stream}WorklistCounts(${FILTER}${SOON}
  ): WorklistCounts ${WORKS}
  "Groups of people who work on ${complaints}: all for officers, for a manager those that they are in."
  ${stream}Groups: [CaseGroup!] ${WORKS}
  "Who of those who work on ${complaints} is away, the first first, 200 at most: all for officers, for a manager their own and those for whom they stand in."
  ${stream}Absences(
    "Away on this day or later; left out, today in London."
    on: Date
  ): [Absence!] ${WORKS}`;

const KEY = `
    "Names this command: a UUID, chosen by whoever asks, the same when they ask again."
    key: ID!`;
const RECEIVER = `
    "Who is to have them, by the subject of their sign-in."
    to: String
    "The group that is to have them, by its id."
    group: ID`;

const REHEARSE = `
    "Only says what would come of it, by every rule, and does nothing: the key can be used all the same."
    rehearse: Boolean = false`;

/** What is done about who works on a stream's complaints. */
export const worklistCommands = (stream: string): string => {
  const name = `${stream.charAt(0).toUpperCase()}${stream.slice(1)}`;
  return `
  "Makes a group, or says anew who is in it. Asked again with the same, it changes nothing. Officers cleared for the stream may."
  save${name}Group(
    "Small letters, digits and hyphens; the same ever after."
    id: ID!
    "The \`version\` that was seen; 0 for a new one."
    version: Int!
    "What it is called: 1 to 100 characters."
    name: String!
    "Who is in it, by the subjects of their sign-ins: all of them, 200 at most."
    members: [String!]!
    "The groups of the telephone system whose calls come to it, by their names there."
    callGroups: [String!] = []
  ): SaveGroupResult ${WORKS}
  "Records that somebody is away: people of themselves, officers cleared for the stream of everybody."
  record${name}Absence(${KEY}
    "Who, by the subject of their sign-in."
    subject: String!
    "The first day."
    from: Date!
    "The last day: 366 days after the first at most."
    to: Date!
    "Who stands in, by the subject of their sign-in."
    standsIn: String
  ): RecordAbsenceResult ${WORKS}
  "Ends an absence, so that it no longer holds. Ended already, it changes nothing."
  end${name}Absence(
    "The id of the absence."
    id: ID!
  ): EndAbsenceResult ${WORKS}
  "Gives complaints to somebody or to a group, each by itself: one that is refused keeps no other back. Officers cleared for the stream may."
  assign${name}Complaints(${KEY}
    "Which, each as it was seen: 1 to 200."
    complaints: [ComplaintSeen!]!${RECEIVER}${REHEARSE}
  ): ManyResult ${WORKS}
  """
  Hands over all open work of somebody who leaves or is away, with an entry in the timeline of each complaint: 200 with one
  command, and \`left\` says how many wait for the next. Officers cleared for the stream may.
  """
  handOver${name}Work(${KEY}
    "Whose work, by the subject of their sign-in."
    from: String!${RECEIVER}
    "Why, in words: 1 to 1,000 characters."
    reason: String!
    "When they are away; left out where they leave."
    away: AwayInput${REHEARSE}
  ): ManyResult ${WORKS}
`;
};
