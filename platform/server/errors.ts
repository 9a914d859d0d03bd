import { GraphQLError } from 'graphql';

/** Codes whose message was written for the caller. Every other error is masked, here and at the gateway. */
export const TOLD_CODES: ReadonlySet<unknown> = new Set(['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED']);

/** The caller asked for something that cannot be answered. `message` says what, where, and what to write instead. */
export const badUserInput = (message: string): GraphQLError => coded(message, 'BAD_USER_INPUT');

/** PostgreSQL's texts hold every character but U+0000. No id, name or reference holds it: whoever writes it has written something wrong. */
export const nulIsNoText = (): GraphQLError =>
  badUserInput('A text holds the character U+0000, which nothing here does. Leave it out.');

/** The caller is known, and may not. `message` says what, and to whom it is open. */
export const forbidden = (message: string): GraphQLError => coded(message, 'FORBIDDEN');

/** Nobody vouches for the caller. */
export const unauthenticated = (message: string): GraphQLError => coded(message, 'UNAUTHENTICATED');

/** What callers get of everything unexpected: enough to find it in the log, and nothing of it. */
export const maskedMessage = (requestId: string): string =>
  `Something went wrong. Quote request ${requestId}.`;

const coded = (message: string, code: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });
