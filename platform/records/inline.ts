import { escapeLiteral } from 'pg';
import { nulIsNoText } from '../server/errors';

/**
 * A statement with its values written into it, where the server takes none beside it (COPY). `sql` is text of ours, in which
 * whatever came from outside stands as `$1`, `$2` …; each becomes a literal as the driver escapes it. Throws for a number without
 * a value, BAD_USER_INPUT for U+0000, and for a value of another kind than texts, numbers, booleans, null and lists of those.
 */
export function inlined(sql: string, values: readonly unknown[]): string {
  return sql.replace(/\$(\d+)/g, (placeholder, number: string) => {
    const place = Number(number) - 1;
    if (place < 0 || place >= values.length) throw new Error(`The statement has no value for ${placeholder}`);
    return literal(values[place]);
  });
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return escapeLiteral(String(value));
  if (typeof value === 'string') return escapeLiteral(refusingNul(value));
  if (Array.isArray(value)) return escapeLiteral(`{${value.map(element).join(',')}}`);
  throw new Error('A value of this kind cannot be written into a statement');
}

function element(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'string') return `"${refusingNul(value).replace(/["\\]/g, '\\$&')}"`;
  throw new Error('A list holds a value that cannot be written into a statement');
}

function refusingNul(text: string): string {
  if (text.includes('\u0000')) throw nulIsNoText();
  return text;
}
