import type { GraphQLFormattedError } from 'graphql';

/** An error as a subscriber is told it. */
export type ToldError = GraphQLFormattedError;

/** Why a subscription ends, as its last event says it. */
export const ended = (
  code: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): ToldError => ({
  message,
  extensions: { code, ...more },
});
