import { badUserInput } from '../platform/server/errors';

/** The error for an argument that cannot be answered: it names the argument, and says how to write it. */
export const badInput = (argument: string, message: string): Error =>
  badUserInput(`\`${argument}\` ${message}`);

const LONGEST_ECHO = 60;

/** What the caller wrote, short enough for a message. */
export const excerpt = (text: string): string =>
  JSON.stringify(text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text);
