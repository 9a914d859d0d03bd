import type { Identity } from '../../platform/identity/identity';
import { forbidden } from '../../platform/server/errors';
import { isUuid } from '../../platform/server/named-command';
import { type RestrictionUnusable, unusable } from './refusals';

/** What sign-ins give as subjects. */
const SUBJECT = /^[\w.-]{1,128}$/;
const MOST_PEOPLE = 50;
const MOST_CHARACTERS = 1_000;

/** Throws FORBIDDEN for whoever may not say who opens a case: as the gateway and the database do. */
export function checkMayRestrict({ role, streams, credential }: Identity, stream: string): void {
  const may = role === 'admin' || (role === 'officer' && streams.includes(stream));
  if (!may || credential !== undefined)
    throw forbidden('Who may open a case is said by administrators, and officers cleared for the stream.');
}

/** Throws FORBIDDEN for whoever may not open a restricted case by giving a reason. */
export function checkMayBreak({ role, streams, credential }: Identity, stream: string): void {
  if (role !== 'officer' || !streams.includes(stream) || credential !== undefined)
    throw forbidden('A restricted case is opened by officers cleared for the stream alone.');
}

/** Null for a text that can name a command. */
export const commandUnusable = (command: string): RestrictionUnusable | null =>
  isUuid(command) ? null : unusable('command', 'A command is named by a UUID, a new one for each.');

/** What is said of a command whose name another has: of whose, is not told. */
export const commandTaken = (): RestrictionUnusable =>
  unusable('command', 'A command is named by a UUID, a new one for each: this one was taken.');

/** Null for a reason of as many characters as are wanted. */
export function reasonUnusable(reason: string, { least = 1 } = {}): RestrictionUnusable | null {
  const { length } = reason.trim();
  if (length >= least && length <= MOST_CHARACTERS) return null;
  return unusable(
    'reason',
    `Say why in ${least} to ${MOST_CHARACTERS} characters besides spaces: whoever asks later will want to know.`,
  );
}

/** Subjects of sign-ins as they can be kept, or what is wrong with them. */
export function readSubjects(
  part: string,
  written: readonly string[] | null | undefined,
): string[] | RestrictionUnusable {
  const subjects = [...new Set((written ?? []).map((each) => each.trim()).filter((each) => each !== ''))];
  if (subjects.length > MOST_PEOPLE) return unusable(part, `Name ${MOST_PEOPLE} people at most.`);
  const odd = subjects.find((subject) => !SUBJECT.test(subject));
  if (odd === undefined) return subjects.sort();
  return unusable(
    part,
    'Name people by the subjects of their sign-ins: letters, digits, full stops, hyphens.',
  );
}
