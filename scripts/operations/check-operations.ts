import { type GraphQLSchema, parse, validate } from 'graphql';
import type { TrustedOperation } from '../../gateway/operations/trusted-operation';

type Asked = TrustedOperation & { readonly file?: string };

/** What of each operation the schema does not hold, in words; nothing where all can be asked. */
export const problemsOf = (operations: readonly Asked[], schema: GraphQLSchema): string[] =>
  operations.flatMap((operation) =>
    validate(schema, parse(operation.text)).map(({ message }) => `${nameOf(operation)}: ${message}`),
  );

const nameOf = ({ name, file }: Asked): string => (file === undefined ? name : `${name} (${file})`);

/** What is published, and what of before is published no more. */
export interface Together {
  readonly all: readonly TrustedOperation[];
  /** What the schema cannot answer any more. */
  readonly unanswered: readonly TrustedOperation[];
}

/**
 * What is published: `given`, and of what was published before all that can still be asked, since clients of an earlier version ask
 * it until they are replaced. Of two of one name the given one is found by it, the earlier by its hash and its words.
 */
export function together(
  given: readonly TrustedOperation[],
  before: readonly TrustedOperation[],
  schema: GraphQLSchema,
): Together {
  const hashes = new Set(given.map(({ hash }) => hash));
  const earlier = before
    .filter(({ hash }) => !hashes.has(hash))
    .map((each) => ({ each, isAnswered: problemsOf([each], schema).length === 0 }));
  const only = (is: boolean) => earlier.filter(({ isAnswered }) => isAnswered === is).map(({ each }) => each);
  return { all: [...given, ...only(true)], unanswered: only(false) };
}
