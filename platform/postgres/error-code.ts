import { types } from 'node:util';

/** True for an error of any realm: what Node itself throws is no `instanceof Error` where modules run in a context of their own, as tests do. */
export const isError = (value: unknown): value is Error =>
  value instanceof Error || types.isNativeError(value);

/** The `code` of a system or database error, such as ENOENT or 28P01; null where there is none. */
export function codeOf(error: unknown): string | null {
  return isError(error) && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
