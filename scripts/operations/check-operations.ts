import { type GraphQLSchema, parse, validate } from 'graphql';
import type { TrustedOperation } from '../../gateway/operations/trusted-operation';

/** What of each operation the schema does not hold, in words; nothing where all can be asked. */
export const problemsOf = (operations: readonly TrustedOperation[], schema: GraphQLSchema): string[] =>
  operations.flatMap(({ name, text }) =>
    validate(schema, parse(text)).map(({ message }) => `${name}: ${message}`),
  );

/**
 * What is published: `given`, and of what was published before all that can still be asked, since clients of an earlier version ask
 * it until they are replaced. Of two of one name the given one is found by it, the earlier by its hash and its words.
 */
export function together(
  given: readonly TrustedOperation[],
  before: readonly TrustedOperation[],
  schema: GraphQLSchema,
): TrustedOperation[] {
  const hashes = new Set(given.map(({ hash }) => hash));
  const earlier = before.filter((each) => !hashes.has(each.hash) && problemsOf([each], schema).length === 0);
  return [...given, ...earlier];
}
