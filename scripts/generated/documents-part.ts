import { type GeneratedFile, HEADER } from './project';

const TEXT = `${HEADER}extend type Query {
  "Which file holds a document; null where there is none that the caller may read. Each reading is recorded. For the gateway's door alone."
  documentFile(
    "The id of the document."
    id: ID!
  ): DocumentFile
}

extend type Mutation {
  "Keeps documents whose files are there, checked and scanned. For the gateway's door alone."
  keepDocuments(
    "Names this command: a UUID, the same when it is asked again."
    key: ID!
    "The id of the complaint."
    complaint: ID!
    "How the first of them came; the others came with an e-mail."
    source: DocumentSource!
    "The documents: an e-mail before what came with it."
    documents: [KeptDocumentInput!]!
  ): KeptDocuments
}
`;

/** What the gateway's door of documents asks of a stream: no part of the graph, and the same of every stream. */
export const documentsPart = (stream: string): GeneratedFile => ({
  path: `schema/${stream}/documents.generated.internal.graphql`,
  text: TEXT,
});
