import {
  type DocumentNode,
  FieldsOnCorrectTypeRule,
  type GraphQLSchema,
  KnownArgumentNamesRule,
  KnownTypeNamesRule,
  OverlappingFieldsCanBeMergedRule,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import type { Contract } from './contract';
import type { GuardedFields } from './guarded-fields';
import { operationHasRootType } from './plugins/operation-kind';

/** Longer documents are held against the contract alone. */
const LONGEST = 20_000;
const NAMES = [FieldsOnCorrectTypeRule, KnownTypeNamesRule, KnownArgumentNamesRule, operationHasRootType];
/** All that tells a sound question; the one left out compares each field with each other. */
const SOUND = [
  ...specifiedRules.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule),
  operationHasRootType,
];

/**
 * Whether a document asks for something that there is, and that a contract does not hold: such a question is answered as every
 * other that a role may not ask. What there is not is not told apart from a slip of the pen, in the words of the contract.
 */
export function isBeyondContract(
  text: string,
  { whole, contract }: { readonly whole: GraphQLSchema; readonly contract: GraphQLSchema },
): boolean {
  const document = text.length > LONGEST ? null : parsed(text);
  if (document === null) return false;
  const keeps = (schema: GraphQLSchema, rules: readonly ValidationRule[]) =>
    validate(schema, document, rules, { maxErrors: 1 }).length === 0;
  return !keeps(contract, NAMES) && keeps(whole, SOUND);
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text, { noLocation: true, maxTokens: LONGEST });
  } catch {
    return null;
  }
}

/** A contract is of questions alone: whatever is asked of these is refused. */
const WHOLLY_CLOSED: ReadonlySet<string> = new Set(['Mutation', 'Subscription']);

/** The same guards, and one before all that a contract does not hold. */
export const guardedBeyond = (guarded: GuardedFields, contract: Contract): GuardedFields => ({
  refusal(asked) {
    const { type, field } = asked;
    const refusal = guarded.refusal(asked);
    if (refusal !== null) return refusal;
    const isHeld = !WHOLLY_CLOSED.has(type) && (field.startsWith('__') || contract.holds(type, field));
    return isHeld
      ? null
      : { field, message: `Your role may not ask for ${field}. It is not open to partners.` };
  },
});
