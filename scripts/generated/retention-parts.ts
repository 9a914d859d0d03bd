const RETAINS = '@requiresScopes(scopes: [["retention"]])';
const PAGE = `
    "How many at most: 1 to 200."
    first: Int = 50
    "The \`endCursor\` of the page before; left out for the first page."
    after: String
  `;
const LIST =
  '@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)';

/** The lists of a stream's retention; `complaints` are its complaints within a sentence. */
export const retentionLists = (stream: string, complaints: string): string => `\
  "Whose people of ${complaints} are due for review, the longest closed first. Open to officers cleared for them."
  ${stream}RetentionDue(${PAGE}): RetentionConnection ${LIST} ${RETAINS}
  "Legal holds on ${complaints}, as far as they are for the caller to see, the newest first."
  ${stream}LegalHolds(
    "Only those that hold; false for those that were lifted too."
    isLive: Boolean = true${PAGE}): LegalHoldConnection ${LIST} ${RETAINS}`;

/** What is decided about the people of a stream's complaints. */
export const retentionCommands = (stream: string): string => {
  const name = `${stream.charAt(0).toUpperCase()}${stream.slice(1)}`;
  return `\
  "Puts a legal hold: nothing that it covers is anonymised or lost until it is lifted. Administrators, and officers cleared for the stream, may. Asked again with the same \`command\` it does nothing more."
  put${name}Hold(
    "Names this command: a UUID, chosen by whoever asks, the same when they ask again."
    command: ID!
    "The id of the complaint; left out, all of the stream's are held, those to come too."
    id: ID
    "Why, in words: 1 to 1,000 characters."
    reason: String!
  ): PutHoldResult ${RETAINS}
  "Lifts a legal hold. Lifted already, it changes nothing."
  lift${name}Hold(
    "The id of the hold."
    id: ID!
    "Why, in words: 1 to 1,000 characters."
    reason: String!
  ): LiftHoldResult ${RETAINS}
  """
  Decides about the people of a complaint. Officers cleared for the stream, to whom it is open, may. Anonymised, who complained, what
  was said and who is named is gone for good, in the records as they came too; facts and figures stay, and no import brings them back.
  Asked again with the same \`command\` it does nothing more.
  """
  decide${name}Retention(
    "Names this command: a UUID, chosen by whoever asks, the same when they ask again."
    command: ID!
    "The id of the complaint."
    id: ID!
    "What."
    decision: RetentionDecisionKind!
    "What made it necessary."
    cause: RetentionCause!
    "Why, in words without names: 1 to 1,000 characters."
    reason: String!
    "Until when they are kept: a day after today, for \`KEEP\` alone."
    keepUntil: Date
  ): DecideRetentionResult ${RETAINS}
  "Prepares what a person is sent who asks what is kept of them of a complaint. Officers cleared for the stream, to whom it is open, may. Asked again with the same \`command\` it does nothing more."
  prepare${name}SubjectAccess(
    "Names this command: a UUID, chosen by whoever asks, the same when they ask again."
    command: ID!
    "The id of the complaint."
    id: ID!
    "The fields that tell of somebody else, and are left out."
    leftOut: [String!]!
    "Words that tell of somebody else within what was written: struck out wherever they stand."
    struck: [String!]!
    "A hash of all that is kept of the complaint, as whoever asks reads it: where another was prepared, something has changed since."
    contentHash: String!
  ): PrepareSubjectAccessResult ${RETAINS}
  "Approves what somebody else prepared for a person: from then on it may leave."
  approve${name}SubjectAccess(
    "The id of what was prepared."
    id: ID!
    "A hash of all that is kept of the complaint, as whoever asks reads it: where another was prepared, something has changed since."
    contentHash: String!
  ): ApproveSubjectAccessResult ${RETAINS}
  "Notes that what was approved is taken, to be sent to the person."
  take${name}SubjectAccess(
    "The id of what was prepared."
    id: ID!
    "A hash of all that is kept of the complaint, as whoever asks reads it: where another was prepared, something has changed since."
    contentHash: String!
  ): TakeSubjectAccessResult ${RETAINS}
`;
};
