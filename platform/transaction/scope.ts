import { traceParent } from '../tracing/current';

/** The setting that names the trace on whose account a transaction is. */
export const TRACE_SETTING = 'trace.parent';

/**
 * What the database knows about the caller of one operation. Row-level security reads each entry as the
 * setting `scope.<key>`; lists are joined by commas, so no value may hold one (checked in `scopeSettings`).
 */
export interface Scope {
  readonly subject: string;
  readonly role: string;
  readonly [attribute: string]: string | readonly string[];
}

/** The scope in which loads write: it opens the tables of records to them, and nothing is read out by it. */
export const IMPORT_SCOPE: Scope = { subject: 'import', role: 'import' };

/** The settings that every transaction sets, so that none is left over from an earlier caller: unset ones become ''. */
export const SCOPE_SETTINGS = [
  'subject',
  'role',
  'streams',
  'services',
  'partner',
  'command',
  'credential',
  'small_numbers',
] as const;

const PLAIN = /^[\w .&'()/-]*$/;

/**
 * The scope as `[setting, value]` pairs for `set_config(…, true)`.
 * Throws on an attribute that no policy knows and on a value that could be read as two.
 */
export function scopeSettings(scope: Scope): [string, string][] {
  for (const key of Object.keys(scope)) {
    if (!SCOPE_SETTINGS.some((setting) => setting === key)) throw new Error(`No policy reads scope.${key}`);
  }
  const settings = SCOPE_SETTINGS.map((key): [string, string] => {
    const value = scope[key] ?? '';
    const parts = typeof value === 'string' ? [value] : value;
    for (const part of parts)
      if (!PLAIN.test(part)) throw new Error(`scope.${key} holds a character it may not`);
    return [`scope.${key}`, parts.join(',')];
  });
  // Whose doing it is, for the events that it publishes: no policy reads it.
  return [...settings, [TRACE_SETTING, traceParent() ?? '']];
}
