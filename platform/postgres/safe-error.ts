import { isError } from './error-code';

/** What SQLSTATE's classes mean to whoever reads a log (PostgreSQL manual, appendix A). */
const CLASSES: Readonly<Record<string, string>> = {
  '08': 'the connection failed',
  '22': 'a value does not fit',
  '23': 'a constraint was broken',
  '25': 'the transaction was not in a state for it',
  '28': 'the login was refused',
  '40': 'the transaction was rolled back for another',
  '42': 'the statement was refused',
  '53': 'the server lacks resources',
  '55': 'the object was not available',
  '57': 'the statement or the server was stopped',
  P0: 'a rule in the database refused it',
  XX: 'the server failed',
};

/** Names of things in the database, which PostgreSQL gives beside its message and which hold no values. */
const NAMES = ['schema', 'table', 'column', 'constraint', 'routine'] as const;

/** Errors wrap each other (GraphQL's carry `originalError`, others `cause`) and repeat the message of what they wrap. */
const WRAPPERS = ['originalError', 'cause'] as const;
const WRAPPED_DEPTH = 5;

/**
 * A database error with all that may be a person's data taken out: the statement and its parameters, and PostgreSQL's
 * own message and detail, which quote values. Left are the SQLSTATE, what it means, the names of table, column and
 * constraint, and the stack. One that another error wraps is found. An error that is not the database's comes back as
 * it is; what is no error becomes one.
 */
export function safeDatabaseError(error: unknown): Error {
  if (!isError(error)) return new Error('Something that is no error was thrown');
  const failure = databaseError(error, WRAPPED_DEPTH);
  return failure ? withoutData(failure) : error;
}

function databaseError(error: unknown, depth: number): Error | null {
  if (!isError(error) || depth === 0) return null;
  if (isQueryFailure(error) || sqlState(error) !== null) return error;
  for (const wrapper of WRAPPERS) {
    const inner: unknown = Object.getOwnPropertyDescriptor(error, wrapper)?.value;
    const found = databaseError(inner, depth - 1);
    if (found) return found;
  }
  return null;
}

function withoutData(error: Error): Error {
  const code = sqlState(error);
  if (code === null) return rebuilt(error, 'A query failed before it reached the server');
  const meaning = CLASSES[code.slice(0, 2)] ?? 'the statement failed';
  const where = NAMES.flatMap((name) => {
    const value = field(error, name);
    return value === null ? [] : [`${name} ${value}`];
  });
  return rebuilt(error, `Database error ${code}: ${[meaning, ...where].join(', ')}`, code);
}

function rebuilt(error: Error, message: string, code?: string): Error {
  const safe = new Error(message);
  safe.name = 'DatabaseError';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  safe.stack = [`${safe.name}: ${message}`, ...frames].join('\n');
  return code === undefined ? safe : Object.assign(safe, { code });
}

/** TypeORM's error carries `pg`'s as `driverError`, and copies its fields. */
const isQueryFailure = (error: Error): boolean => 'driverError' in error || 'parameters' in error;

/** The SQLSTATE: five letters or digits, beside the severity that only PostgreSQL's errors have. */
function sqlState(error: Error): string | null {
  const code = field(error, 'code');
  return code !== null && /^[0-9A-Z]{5}$/.test(code) && field(error, 'severity') !== null ? code : null;
}

function field(error: Error, name: string): string | null {
  const inner: unknown = 'driverError' in error ? error.driverError : undefined;
  for (const holder of [error, inner]) {
    if (typeof holder !== 'object' || holder === null) continue;
    const value = Object.entries(holder).find(([key]) => key === name)?.[1];
    if (typeof value === 'string') return value;
  }
  return null;
}
