import { isError } from '../postgres/error-code';
import { safeDatabaseError } from '../postgres/safe-error';

/** Names of errors that speak of a value which is not what it should be. */
const OF_VALUES: ReadonlySet<string> = new Set([
  'TypeError',
  'RangeError',
  'SyntaxError',
  'UnreadablePayloadError',
]);

/**
 * Classes of SQLSTATE that speak of the values that a statement was given (PostgreSQL manual, appendix A): a row named
 * twice, data that does not fit, a constraint broken. All others speak of the connection, the server, other
 * transactions or our own statements, and would strike any event: those wait until that is mended.
 */
const OF_DATA: ReadonlySet<string> = new Set(['21', '22', '23']);

/**
 * Of class 54 the one code that speaks of values: one is larger than PostgreSQL can keep, such as a text that no index
 * takes. The others speak of the statement (too complex, too many columns or arguments) and of how the server is set up.
 */
const TOO_LARGE = '54000';

/**
 * Why an event cannot be applied, in a word that holds nothing of it, when the error speaks of the event itself; null
 * for every other error (a lost connection, a serialization failure, a statement that was stopped, whatever is new).
 */
export function eventFault(error: unknown): string | null {
  if (!isError(error)) return null;
  const safe = safeDatabaseError(error);
  if (safe === error) return OF_VALUES.has(error.name) ? error.name : null;
  const code = 'code' in safe && typeof safe.code === 'string' ? safe.code : '';
  return code === TOO_LARGE || OF_DATA.has(code.slice(0, 2)) ? code : null;
}
