import { isError } from '../postgres/error-code';
import { describeError } from './describe-error';

/** Of people. */
const PEOPLE =
  'firstName lastName fullName complainant email phone telephone mobile address postcode dateOfBirth dob cli caller consent representative';
/** What they say, and what was written about it. */
const WORDS = 'summary description narrative details detail note notes text raw row value';
/** What carries any of these on its way. */
const CARRIERS = 'parameters variables payload body query driverError where';
const SECRETS = 'authorization cookie password secret token privateKey url ownerUrl superuserUrl';

/** Fields that hold personal data or a secret wherever they stand, but for `name`, which at the top is the logger's. */
export const CLOSED_FIELDS: readonly string[] = [PEOPLE, WORDS, CARRIERS, SECRETS].flatMap((list) =>
  list.split(' '),
);

export const HIDDEN = '[hidden]';

const CLOSED: ReadonlySet<string> = new Set(['name', ...CLOSED_FIELDS].map((field) => field.toLowerCase()));
/** Deeper than any object that is logged on purpose. */
const DEPTH = 6;

/** A copy of what is to be logged, with the values of all personal and secret fields hidden, at any depth. */
export function withoutPersonalData(value: unknown, depth = 0): unknown {
  if (isError(value)) return describeError(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= DEPTH) return HIDDEN;
  if (Array.isArray(value)) return value.map((item) => withoutPersonalData(item, depth + 1));
  const hide = (key: string, inner: unknown): unknown =>
    CLOSED.has(key.toLowerCase()) ? HIDDEN : withoutPersonalData(inner, depth + 1);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hide(key, inner)]));
}
