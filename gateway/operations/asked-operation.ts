import { z } from 'zod';
import { jsonIn } from '../../platform/server/json-in';

/** A request to the graph whose body has been read, and its media type put into its plain form. */
export interface ReadRequest {
  readonly request: {
    readonly method?: string | undefined;
    readonly url?: string | undefined;
    readonly headers?: { readonly 'content-type'?: string | undefined };
  };
  readonly body: Buffer;
}

/** What a request asks, in each of the ways in which it may be written. */
export interface AskedOperation {
  /** The document; null where none is sent. */
  readonly query: string | null;
  /** A trusted operation's name, in place of its text. */
  readonly name: string | null;
  /** A trusted operation's hash, likewise. */
  readonly hash: string | null;
  /** Which operation of the document is meant. */
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

const FORM = 'application/x-www-form-urlencoded';

/** A text where there is one, and nothing for what is empty. */
const text = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === '' ? null : value));

/** `documentId` as GraphQL over HTTP writes it, `persistedQuery` as Apollo's clients do. */
const model = z.object({
  query: text,
  operation: text,
  documentId: text,
  operationName: text,
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z
    .object({ persistedQuery: z.object({ sha256Hash: text }).nullish().catch(null) })
    .nullish()
    .catch(null),
});

/** What a request asks; null for one that asks nothing that could be read. */
export function readAsked(read: ReadRequest): AskedOperation | null {
  const parsed = model.safeParse(membersOf(read));
  if (!parsed.success) return null;
  const { query, operation, documentId, operationName, variables, extensions } = parsed.data;
  const hash = /^sha256:([0-9a-f]{64})$/i.exec(documentId ?? '')?.[1];
  return {
    query,
    name: operation ?? (hash === undefined ? documentId : null),
    hash: hash ?? extensions?.persistedQuery?.sha256Hash ?? null,
    operationName,
    variables: variables ?? {},
  };
}

/** The document of a request; null where it has none that could be read. */
export const documentOf = (read: ReadRequest): string | null => readAsked(read)?.query ?? null;

/** Whether a request is one that changes nothing, and says what it asks in its address. */
export const isReading = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';

function membersOf({ request: { method, url = '', headers = {} }, body }: ReadRequest): unknown {
  if (isReading(method)) return parametersOf(url.split('?')[1] ?? '');
  const type = headers['content-type'];
  if (type === FORM) return parametersOf(body.toString());
  return type === 'application/graphql' ? { query: body.toString() } : jsonIn(body.toString());
}

function parametersOf(text: string): unknown {
  const { variables, extensions, ...others } = Object.fromEntries(new URLSearchParams(text));
  return { ...others, variables: jsonIn(variables ?? ''), extensions: jsonIn(extensions ?? '') };
}
