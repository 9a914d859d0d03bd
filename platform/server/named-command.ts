import { createHash } from 'node:crypto';

/** A command by what names it, and a hash of all that it asks: the same key with something else is another's. */
export interface NamedCommand {
  readonly key: string;
  readonly fingerprint: string;
}

/** Whether a text is a UUID in small letters. */
export const isUuidInSmallLetters = (text: string): boolean =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Whether a text is a UUID, in whatever letters. */
export const isUuid = (text: string): boolean => isUuidInSmallLetters(text.toLowerCase());

/** A hash of all that was asked: the same for the same, in whatever order it was written. */
export const fingerprintOf = (asked: unknown): string =>
  createHash('sha256').update(JSON.stringify(asked, inOrder)).digest('hex');

/** Keys of objects in order, so that equal ones are written alike. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : Number(a > b))));
}
