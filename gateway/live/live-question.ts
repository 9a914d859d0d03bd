import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
  parse,
  separateOperations,
  specifiedRules,
  validate,
} from 'graphql';
import { withoutSuggestions } from '../graph/plugins/masked-errors';
import { isReadable } from '../graph/plugins/request-limits';
import { selectionIsSmallEnough } from '../graph/plugins/selection-size';
import type { AskedOperation } from '../operations/asked-operation';
import { askedAgain } from './asked-again';
import type { LiveQuestion } from './question';
import type { ToldError } from './told-error';

/** The subscription that a request asks; null where it asks anything else, or what nobody could read. */
export function subscriptionIn({ query, operationName }: AskedOperation): DocumentNode | null {
  if (query === null || !query.includes('subscription') || !isReadable(query)) return null;
  const document = parsed(query);
  const operation = document && getOperationAST(document, operationName);
  return operation?.operation === OperationTypeNode.SUBSCRIPTION ? document : null;
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/**
 * What a subscription asks again and again, held against the schema as every question is; or what is wrong with it, in the
 * words in which a question would be refused.
 */
export function readLiveQuestion(
  document: DocumentNode,
  { operationName, variables }: Pick<AskedOperation, 'operationName' | 'variables'>,
  schema: GraphQLSchema,
): LiveQuestion | readonly ToldError[] {
  const faults = validate(schema, document, RULES, { maxErrors: MOST_FAULTS });
  if (faults.length > 0) return faults.map((fault) => told(fault, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = getOperationAST(document, operationName);
  const alone = separateOperations(document)[operation?.name?.value ?? ''] ?? document;
  const { errors = [], coerced = {} } = getVariableValues(
    schema,
    operation?.variableDefinitions ?? [],
    variables,
  );
  if (errors.length > 0) return errors.map((fault) => told(fault, 'BAD_USER_INPUT'));
  return askedAgain(alone, { schema, given: variables, variables: coerced }) ?? [ASKS_NOTHING];
}

const MOST_FAULTS = 20;
const RULES = [...specifiedRules, selectionIsSmallEnough];

const ASKS_NOTHING: ToldError = {
  message: 'This subscription asks for nothing: @skip or @include leaves its field out.',
  extensions: { code: 'BAD_USER_INPUT' },
};

const told = ({ message, locations }: GraphQLError, code: string): ToldError => ({
  message: withoutSuggestions(message),
  ...(locations && { locations }),
  extensions: { code },
});
