import { safeDatabaseError } from '../postgres/safe-error';

/** What a log keeps of an error: never its own fields, which may hold what somebody wrote. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack: string;
}

/** Describes an error for a log; one from the database without the values in it. */
export function describeError(error: Error): DescribedError {
  const safe = safeDatabaseError(error);
  const code = 'code' in safe && typeof safe.code === 'string' ? { code: safe.code } : {};
  return { type: safe.name, message: safe.message, ...code, stack: safe.stack ?? '' };
}
