import { type Day, isDay } from '../../domain/calendar/day';
import type { Transaction } from '../../platform/transaction/transaction';
import { type CommandUnusable, commandUnusable } from '../live/refusals';

/** What sign-ins give as subjects. */
const SUBJECT = /^[\w.-]{1,128}$/;
const MOST_CHARACTERS = 10_000;

/** Thrown within a command for a part that cannot be meant, and answered as a refusal. */
export class UnusablePart extends Error {
  override readonly name = 'UnusablePart';
  constructor(readonly refusal: CommandUnusable) {
    super(refusal.message);
  }
}

const unusable = (part: string, message: string): UnusablePart =>
  new UnusablePart(commandUnusable(part, message));

/** A day as the scalar lets it through. Throws `UnusablePart` for one that is none. */
export function givenDay(part: string, value: unknown): Day {
  if (typeof value === 'string' && isDay(value)) return value;
  throw unusable(part, 'This is no day of the calendar: write it as YYYY-MM-DD.');
}

/** What somebody wrote, without spaces around it. Throws `UnusablePart` where it is empty or too long. */
export function givenWords(part: string, value: string): string {
  const words = value.trim();
  if (words.length >= 1 && words.length <= MOST_CHARACTERS) return words;
  throw unusable(part, `Write 1 to ${MOST_CHARACTERS} characters besides spaces.`);
}

/** The same, where it may be left out. */
export const wordsOrNone = (part: string, value: string | null | undefined): string | null =>
  value === null || value === undefined || value.trim() === '' ? null : givenWords(part, value);

/** Somebody by the subject of their sign-in; null where nobody is named. Throws `UnusablePart` for what is no subject. */
export function givenOwner(value: string | null | undefined): string | null {
  const owner = value?.trim() ?? '';
  if (owner === '') return null;
  if (SUBJECT.test(owner)) return owner;
  throw unusable(
    'owner',
    'Name people by the subjects of their sign-ins: letters, digits, full stops, hyphens.',
  );
}

/** The id of a service that directory knows; null where none is given. Throws `UnusablePart` for another. */
export async function givenService(
  transaction: Transaction,
  schema: string,
  id: string | null | undefined,
): Promise<string | null> {
  if (id === null || id === undefined) return null;
  const rows = await transaction.query<{ id: string }>(
    `select id from "${schema}".service_name where id = $1`,
    [id],
  );
  if (rows.length === 1) return id;
  throw unusable('serviceId', 'There is no service of this id. Look it up in the list of services.');
}
