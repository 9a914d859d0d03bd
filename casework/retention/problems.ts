import { commandUnusable, reasonUnusable, commandTaken as taken } from '../restrictions/check';
import { type RetentionUnusable, retentionUnusable } from './refusals';

/** Null for a text that can name a command. */
export function commandProblem(command: string): RetentionUnusable | null {
  const wrong = commandUnusable(command);
  return wrong === null ? null : retentionUnusable(wrong.part, wrong.message);
}

/** Null for a reason of as many characters as are wanted. */
export function reasonProblem(reason: string): RetentionUnusable | null {
  const wrong = reasonUnusable(reason);
  return wrong === null ? null : retentionUnusable(wrong.part, wrong.message);
}

/** What is said of a command whose name another has: of whose, is not told. */
export const commandTaken = (): RetentionUnusable => retentionUnusable('command', taken().message);
