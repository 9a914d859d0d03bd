/** How deep a record may be nested, and how many values it may have: far more than any that is meant. */
export const MOST_LEVELS = 16;
const MOST_VALUES = 2_000;

const PLAIN_KEY = /^(?!__proto__$)[\p{L}_][\p{L}\p{N}_-]*$/u;

type Cells = Record<string, string>;

/**
 * A JSON object as cells: each value under its path (`child.ageBand`, `stages[0].panel[2]`), as text; null is blank, an
 * empty list or object its brackets. A key that could be taken for a path is quoted (`["a.b"]`). Null where the object
 * is nested deeper, or has more values, than any record can mean.
 */
export function flatten(record: object): Readonly<Cells> | null {
  const flattening: Flattening = { cells: {}, values: 0 };
  return addMembers(flattening, { path: '', value: record, level: 1 }) ? flattening.cells : null;
}

interface Flattening {
  readonly cells: Cells;
  values: number;
}

interface Place<Value> {
  readonly path: string;
  readonly value: Value;
  readonly level: number;
}

/** Adds what a list or an object holds; false once there is too much of it. */
function addMembers(flattening: Flattening, { path, value, level }: Place<object>): boolean {
  if (level > MOST_LEVELS) return false;
  const isList = Array.isArray(value);
  for (const [key, member] of Object.entries(value)) {
    const at = isList ? `${path}[${key}]` : pathTo(path, key);
    if (!addValue(flattening, { path: at, value: member, level })) return false;
  }
  return true;
}

function addValue(flattening: Flattening, { path, value, level }: Place<unknown>): boolean {
  if (typeof value === 'object' && value !== null && !isEmpty(value)) {
    return addMembers(flattening, { path, value, level: level + 1 });
  }
  flattening.values += 1;
  flattening.cells[path] = asText(value);
  return flattening.values <= MOST_VALUES;
}

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

function asText(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function pathTo(path: string, key: string): string {
  if (!PLAIN_KEY.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}
