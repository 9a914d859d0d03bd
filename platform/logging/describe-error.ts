import { safeDatabaseError } from '../postgres/safe-error';

/** What a log keeps of an error: never its own fields, which may hold what somebody wrote. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack: string;
}

/** Errors whose message repeats what they were given: a text that is no JSON, a question that is no GraphQL. */
const QUOTING: ReadonlySet<string> = new Set(['SyntaxError', 'GraphQLError', 'ZodError']);
/** Node's own, about an argument: "Received type string ('…')". */
const QUOTING_CODE = /^ERR_INVALID_/;

/** Describes an error for a log; one from the database, or one that may repeat what somebody wrote, without its words. */
export function describeError(error: Error): DescribedError {
  const safe = safeDatabaseError(error);
  const code = 'code' in safe && typeof safe.code === 'string' ? safe.code : null;
  if (QUOTING.has(safe.name) || QUOTING_CODE.test(code ?? '')) return withoutWords(safe);
  const { name: type, message, stack = '' } = safe;
  return { type, message, ...(code === null ? {} : { code }), stack };
}

/** What happened and where, and nothing that the error says. */
export function withoutWords(error: Error): DescribedError {
  const safe = safeDatabaseError(error);
  if (safe !== error) return describeError(error);
  const message = 'Its words are left out: they may repeat what somebody wrote';
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, message, ...code, stack: [error.name, ...frames].join('\n') };
}
