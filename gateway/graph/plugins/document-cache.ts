import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { DocumentNode } from 'graphql';

/** Documents that are kept with all that hangs on them: what they were found to be, and their plans. */
export interface DocumentCache {
  get(text: string): DocumentNode | undefined;
  set(text: string, document: DocumentNode): void;
}

/** Some ten times the documents that the product's own pages and reports send. */
const MAX_DOCUMENTS = 200;
/** All their texts together: a text may be long and say little. */
const MAX_CHARACTERS = 1_000_000;

/** Keeps the documents that were used last, as many as fit. */
export function createDocumentCache({
  maxDocuments = MAX_DOCUMENTS,
  maxCharacters = MAX_CHARACTERS,
} = {}): DocumentCache {
  const kept = new Map<string, DocumentNode>();
  let characters = 0;
  const remove = (text: string) => {
    if (kept.delete(text)) characters -= text.length;
  };
  const keep = (text: string, document: DocumentNode) => {
    remove(text);
    kept.set(text, document);
    characters += text.length;
  };
  return {
    get(text) {
      const document = kept.get(text);
      if (document !== undefined) keep(text, document);
      return document;
    },
    set(text, document) {
      keep(text, document);
      for (const oldest of kept.keys()) {
        if (kept.size <= maxDocuments && characters <= maxCharacters) return;
        remove(oldest);
      }
    },
  };
}

/**
 * Puts a cache that has an end in the place of the runtime's own, which keeps a thousand documents for an hour however
 * large they are, and cannot be configured otherwise. What the runtime finds of a document, and its plan, goes with it.
 * Throws when the runtime's cache is not where it was: a newer runtime has to be looked at again.
 */
export function boundedDocumentCache(cache: DocumentCache = createDocumentCache()): GatewayPlugin {
  return {
    onPluginInit({ plugins }) {
      const [theirs, ...others] = plugins.filter(isDocumentCache);
      if (theirs === undefined || others.length > 0)
        throw new Error('The runtime keeps documents elsewhere than its version 2 did');
      theirs.onParse = ({ params: { source }, setParsedDocument }) => {
        const text = typeof source === 'string' ? source : source.body;
        const known = cache.get(text);
        if (known !== undefined) return void setParsedDocument(known);
        return ({ result }) => {
          if (result !== null && !(result instanceof Error)) cache.set(text, result);
        };
      };
    },
  };
}

type AnyPlugin = Parameters<NonNullable<GatewayPlugin['onPluginInit']>>[0]['plugins'][number];

/** The one plugin that does these two things and has no name: ours have more to say. */
const isDocumentCache = (plugin: AnyPlugin): boolean =>
  Object.keys(plugin).sort().join() === 'onParse,onValidate' &&
  String(plugin.onParse).includes('documentCache');
