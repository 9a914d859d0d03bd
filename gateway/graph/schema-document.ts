import { type DocumentNode, parse } from 'graphql';

let newest: { readonly text: string; readonly document: WeakRef<DocumentNode> } | null = null;

/**
 * A composed schema as a document, which nobody changes. At a start a dozen readers look at the same one: reading its text takes each
 * of them longer than all that it looks for. It is let go of when nobody holds it any more.
 */
export function schemaDocument(text: string): DocumentNode {
  const kept = newest?.text === text ? newest.document.deref() : undefined;
  const document = kept ?? parse(text, { noLocation: true });
  if (kept === undefined) newest = { text, document: new WeakRef(document) };
  return document;
}
