import type { Resolvers } from '../../platform/server/subgraph';
import type { StreamContext } from '../reading/loaders';
import { type KeepDocumentsAsked, keepDocuments } from './keep-documents';
import { listDocuments, readDocumentFile } from './read-documents';
import type { DocumentRow } from './tables';

interface OfComplaint {
  readonly complaint_id: string;
}

/** What a stream's resolvers have of documents, alike in all. Two of them the gateway's door alone can ask for. */
export const documentResolvers = (): Resolvers => ({
  Query: {
    documentFile: (_: object, { id }: { readonly id: string }, context: StreamContext) =>
      readDocumentFile(context, id),
  },
  Mutation: {
    keepDocuments: (_: object, asked: KeepDocumentsAsked, context: StreamContext) =>
      keepDocuments(context, asked),
  },
  LiveCase: {
    documents: ({ complaint_id: id }: OfComplaint, _: object, context: StreamContext) =>
      listDocuments(context, id),
  },
  CaseDocument: {
    mediaType: ({ media_type }: DocumentRow) => media_type,
    leftOut: ({ left_out }: DocumentRow) => left_out,
    attachedBy: ({ attached_by }: DocumentRow) => attached_by,
    attachedAt: ({ attached_at }: DocumentRow) => attached_at.toISOString(),
  },
  DocumentFile: { mediaType: ({ media_type }: DocumentRow) => media_type },
});
