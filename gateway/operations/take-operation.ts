import type { IncomingMessage } from 'node:http';
import type { Identity } from '../../platform/identity/identity';
import { Refusal } from '../entrance/refusal';
import { type AskedOperation, isReading, readAsked } from './asked-operation';
import { createOperationBook, type OperationBook } from './operation-book';
import type { TrustedOperation } from './trusted-operation';

/** Which questions are taken, and from whom. */
export interface TrustedOperations {
  /** The trusted operations of now: they may be published anew while the gateway runs. */
  book(): OperationBook;
  /** Whether callers who may not explore are answered nothing else. */
  readonly areAlone: boolean;
  /** Roles that may ask whatever they like all the same. */
  readonly exploring: readonly string[];
}

const NO_BOOK = createOperationBook([]);

/** No operation is known, and whatever is asked is answered. */
export const NO_OPERATIONS: TrustedOperations = { book: () => NO_BOOK, areAlone: false, exploring: [] };

/** A trusted operation with what a request asks it with. */
export interface TakenOperation {
  readonly operation: TrustedOperation;
  readonly variables: AskedOperation['variables'];
}

const FORBIDDEN_STATUS = 403;

/**
 * The trusted operation that a request asks, by its name, by its hash, or in its own words where nothing else is taken; null where
 * the request is to be answered as it stands. Throws a `Refusal` for a name that no operation has, and for whatever else a caller
 * asks who may ask trusted operations alone: callers whose role may not explore, and pages of elsewhere, whoever looks at them.
 */
export function takeOperation(
  { request, body }: { readonly request: IncomingMessage; readonly body: Buffer },
  { role, subject }: Pick<Identity, 'role' | 'subject'>,
  { book, areAlone, exploring }: TrustedOperations,
): TakenOperation | null {
  const asked = readAsked({ request, body });
  const isFree = !areAlone || (exploring.includes(role) && request.headers.origin === undefined);
  const operation = asked && operationOf(asked, book(), isFree);
  if (asked === null || operation === null) {
    if (isFree) return null;
    throw notTrusted(subject);
  }
  if (asked.operationName !== null && asked.operationName !== operation.name)
    throw new Refusal(
      400,
      'BAD_REQUEST',
      `The operation is called ${operation.name}, not \`operationName\`.`,
    );
  return { operation, variables: asked.variables };
}

/** The words decide where they are sent: a hash beside them is of no matter. */
function operationOf(
  { query, name, hash }: AskedOperation,
  book: OperationBook,
  isFree: boolean,
): TrustedOperation | null {
  if (query !== null && name !== null)
    throw new Refusal(400, 'BAD_REQUEST', 'Send the name of an operation or its text, and not both.');
  if (name !== null) return book.byName(name) ?? refuseName();
  if (query !== null) return isFree ? null : book.byText(query);
  return hash === null ? null : book.byHash(hash);
}

function refuseName(): never {
  throw new Refusal(
    404,
    'NOT_FOUND',
    'No operation of this name is known here. Ask for those that are, or have yours published: npm run operations.',
  );
}

const notTrusted = (subject: string): Refusal =>
  new Refusal(
    FORBIDDEN_STATUS,
    'FORBIDDEN',
    'Only operations that are known here are answered to you. Ask one of them by its name (/graphql?operation=NAME), by its hash, or in its own words; a further one is published with `npm run operations`.',
    null,
    subject,
  );

/** The request as it would be if it had asked the operation in its own words: what else it held is left out. */
export function inItsWords(request: IncomingMessage, { operation, variables }: TakenOperation): Buffer {
  const asked = { query: operation.text, operationName: operation.name, variables };
  if (isReading(request.method)) {
    const parameters = new URLSearchParams({ ...asked, variables: JSON.stringify(variables) });
    request.url = `/graphql?${parameters}`;
    return Buffer.alloc(0);
  }
  request.url = '/graphql';
  request.headers['content-type'] = 'application/json';
  return Buffer.from(JSON.stringify(asked));
}
