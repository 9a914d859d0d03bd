import { HEADER } from './project';

const PAGE = `
    "How many at most: 1 to 200."
    first: Int = 50
    "The \`endCursor\` of the page before; left out for the first page."
    after: String
  `;
const LIST =
  '@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)';
const WORKS = '@requiresScopes(scopes: [["casework"]])';
const COMMAND = `
    "Names this command: a UUID, chosen by whoever asks, the same when they ask again."
    key: ID!
    "The id of the complaint."
    id: ID!
    "The \`version\` of the complaint that was seen."
    version: Int!`;
const OWNER = `
    "Who sees to it, by the subject of their sign-in."
    owner: String`;
const THE_PROMISE = `
    "The \`place\` of the promise."
    promise: Int!`;

/** What is learned of a stream's complaints, as a part of its schema; `complaints` are its complaints within a sentence. */
export const learningPart = (stream: string, complaints: string): string =>
  `${HEADER}${lists(stream, complaints)}\n${commands(`${stream.charAt(0).toUpperCase()}${stream.slice(1)}`)}`;

const lists = (stream: string, complaints: string): string => `extend type Query {
  "Actions that answers to ${complaints} promised, those due first before others, as far as they are for the caller to see: of complaints that they work on, and of services that they manage."
  ${stream}Promises(
    "Which; left out, all."
    where: PromiseFilter${PAGE}): PromisedActionConnection ${LIST} ${WORKS}
  "Improvements recommended after fault was found in ${complaints}, the newest first, as far as they are for the caller to see."
  ${stream}Recommendations(
    "Which; left out, all."
    where: RecommendationFilter${PAGE}): RecommendationConnection ${LIST} ${WORKS}
  """
  Whether ${complaints} come again after something was done about them: of one service, with the same cause, theme or both. Asked without
  either, all of the service count. What answers have not said yet has no cause: \`afterUnanswered\` tells how many those are.
  """
  ${stream}Repeats(
    "The id of the service."
    serviceId: ID!
    "The cause that answers named."
    cause: Cause
    "The theme, as it was recorded."
    theme: String
    "The first day on which something was done."
    from: Date!
    "The last day on which something was done."
    to: Date!
    "How many days before and after are looked at: 7 to 366."
    windowDays: Int = 90
  ): Repeats ${WORKS}
}
`;

const commands = (name: string): string => `extend type Mutation {
  "Records an action that the latest answer promised, with who is to do it and by when."
  promise${name}Action(${COMMAND}
    "What is promised: 1 to 10,000 characters."
    action: String!
    "The day by which it is to be done, as the complainant was told."
    dueOn: Date!${OWNER}
    "The id of the service that is to do it, where no person is named."
    serviceId: ID
  ): CommandResult ${WORKS}
  "Records that a promised action was done, with what shows it."
  complete${name}Action(${COMMAND}${THE_PROMISE}
    "The day on which it was done."
    on: Date!
    "What shows that it was done: 1 to 10,000 characters."
    evidence: String!
  ): CommandResult ${WORKS}
  "Gives a promised action another day. One that is late already stays late in figures."
  move${name}Action(${COMMAND}${THE_PROMISE}
    "The new day."
    to: Date!
    "Why: 1 to 10,000 characters."
    reason: String!
  ): CommandResult ${WORKS}
  "Gives a promised action up. Officers alone."
  drop${name}Action(${COMMAND}${THE_PROMISE}
    "Why: 1 to 10,000 characters."
    reason: String!
  ): CommandResult ${WORKS}
  "Names what was behind the complaint, by the latest answer: all of it, in place of what was named before."
  name${name}Causes(${COMMAND}
    "What; none, where nothing is."
    causes: [Cause!]!
  ): CommandResult ${WORKS}
  "Recommends an improvement, where an answer found fault. Officers alone."
  recommend${name}Improvement(${COMMAND}
    "What is to improve: 1 to 10,000 characters."
    recommendation: String!
    "The id of the service that is to improve."
    serviceId: ID!${OWNER}
    "The day by which it is to be done."
    dueOn: Date
  ): CommandResult ${WORKS}
  "Says what becomes of a recommendation. Declined, it needs a reason."
  follow${name}Recommendation(${COMMAND}
    "The \`place\` of the recommendation."
    recommendation: Int!
    "What becomes of it."
    became: RecommendationEnd!
    "The day of that."
    on: Date!
    "Why, or what shows it: 1 to 10,000 characters."
    reason: String
  ): CommandResult ${WORKS}
}
`;
