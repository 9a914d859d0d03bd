import { GraphQLError } from 'graphql';

/** The error for an argument that cannot be answered. The message names the argument and says how to write it. */
export function badInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(`\`${argument}\` ${message}`, {
    extensions: { code: 'BAD_USER_INPUT', argument },
  });
}
