import { randomUUID } from 'node:crypto';

/** Carries the id of a request from its first door to the last log. */
export const REQUEST_ID_HEADER = 'x-request-id';

const PLAIN_ID = /^[\w-]{8,64}$/;

/** The id that a request came with, when it is one that a log may hold and an answer repeat; otherwise a new one. */
export const requestIdOf = (given: string | null): string =>
  given !== null && PLAIN_ID.test(given) ? given : randomUUID();
