import { HEADER } from './project';

const WORKS = '@requiresScopes(scopes: [["casework"]])';
const KEY = `
    "Names this command: a UUID, chosen by whoever asks, the same when they ask again."
    key: ID!`;
const LETTER = `${KEY}
    "The id of the letter."
    id: ID!
    "The \`version\` of the letter that was seen."
    version: Int!`;

/** What is done with letters of a stream's complaints, as a part of its schema; `complaints` are its complaints within a sentence. */
export function letterPart(stream: string, complaints: string): string {
  const name = `${stream.charAt(0).toUpperCase()}${stream.slice(1)}`;
  return `${HEADER}extend type Query {
  "Letters about ${complaints} that wait for the caller, what waits longest first, 100 at most: what others wrote and they may approve; of what they wrote, what was given back, and what was approved and is to be sent."
  ${stream}WaitingLetters: [WaitingLetter!] ${WORKS}
}

extend type Mutation {
  "Begins a letter to whoever is behind one of ${complaints}, of standard paragraphs and all that is recorded. What is not recorded, or a person has to write, is said in its place."
  begin${name}Letter(${KEY}
    "The id of the complaint."
    id: ID!
    "What it tells: one of \`fittingLetters\`."
    kind: LetterKind!
    "What was found, where that is not recorded yet."
    outcome: Outcome
    "The name of whoever signs it."
    signedBy: String
  ): LetterResult ${WORKS}
  "Keeps what somebody wrote of a draft. Paragraphs that are not given stay as they are."
  save${name}Letter(${LETTER}
    "The paragraphs that were written of."
    paragraphs: [LetterParagraphInput!]!
    "Whether it is addressed as people are kept with the complaint now."
    addressAnew: Boolean = false
  ): LetterResult ${WORKS}
  "Gives a draft to be approved."
  submit${name}Letter(${LETTER}
  ): LetterResult ${WORKS}
  "Approves a letter that others wrote."
  approve${name}Letter(${LETTER}
  ): LetterResult ${WORKS}
  "Gives a letter back to be changed."
  return${name}Letter(${LETTER}
    "What has to be changed: 1 to 1,000 characters."
    reason: String!
  ): LetterResult ${WORKS}
  "Records that a letter was sent, in the timeline too. It never changes after that."
  send${name}Letter(${LETTER}
    "The day on which it was sent."
    on: Date!
    "By which way."
    how: LetterWay!
    "The documents that it was kept as: attached to the complaint as a letter before."
    documents: [ID!]!
  ): LetterResult ${WORKS}
  "Drops a letter that is not to be sent."
  drop${name}Letter(${LETTER}
  ): LetterResult ${WORKS}
}
`;
}
