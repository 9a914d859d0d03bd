import { createHash } from 'node:crypto';
import {
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  print,
} from 'graphql';

/** A question of a known client, which callers may ask by its name, by its hash or in its own words. */
export interface TrustedOperation {
  readonly name: string;
  readonly kind: OperationTypeNode;
  /** In one way of writing, so that it is the same however a client prints it. */
  readonly text: string;
  /** SHA-256 of the text, in hexadecimal. */
  readonly hash: string;
}

/** The same text for every way to write a document: spaces, comments and the order of its definitions are of no meaning. */
export const plainText = ({ definitions }: DocumentNode): string =>
  definitions
    .map((definition) => ({ place: placeOf(definition), text: print(definition) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ text }) => text)
    .join('\n\n');

/** The document as an operation that can be trusted; null where it is not one named operation with its fragments. */
export function trustedOperation(document: DocumentNode): TrustedOperation | null {
  const [operation, ...others] = document.definitions.filter(isOperation);
  if (operation?.name === undefined || others.length > 0) return null;
  const text = plainText(document);
  return { name: operation.name.value, kind: operation.operation, text, hash: hashOf(text) };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const isOperation = (definition: DefinitionNode): definition is OperationDefinitionNode =>
  definition.kind === Kind.OPERATION_DEFINITION;

/** Operations stand first. */
const placeOf = (definition: DefinitionNode): string => {
  const name = 'name' in definition ? (definition.name?.value ?? '') : '';
  return `${isOperation(definition) ? 0 : 1}${name}`;
};
