import { badUserInput } from '../../platform/server/errors';

/** The error for an argument that cannot be answered: it names the argument, and says how to write it. */
export const badInput = (argument: string, message: string): Error =>
  badUserInput(`\`${argument}\` ${message}`);
