import { GraphQLError } from 'graphql';
import type { DecidedOperation } from './case-fields';

type Path = readonly (string | number)[];
type Data = Readonly<Record<string, unknown>>;

/** What is left of an answer by the decisions that it came with. */
interface Opened {
  /** Without the decisions, and without what they keep closed. */
  readonly data: Data;
  /** An error for each place where something was that they keep closed. */
  readonly errors: readonly GraphQLError[];
  /** Whether a case that was asked about is closed to the caller, whatever its part gave of it. */
  readonly isClosed: boolean;
}

/** Goes by the decisions on people that stand beside them in an answer. */
export function openIn(data: Data, decisions: DecidedOperation['decisions']): Opened {
  const errors: GraphQLError[] = [];
  let isClosed = false;

  function inObject(object: object, path: Path): Data {
    const entries = Object.entries(object);
    const closed = new Set(
      entries.flatMap(([name, value]) => {
        const key = decisions.get(name);
        return key === undefined || value === true ? [] : [key];
      }),
    );
    return Object.fromEntries(
      entries.flatMap(([name, value]) => {
        if (decisions.has(name)) {
          isClosed ||= value === false;
          return [];
        }
        if (!closed.has(name) || isNothing(value)) return [[name, within(value, [...path, name])]];
        errors.push(refused([...path, name]));
        return [[name, null]];
      }),
    );
  }

  function within(value: unknown, path: Path): unknown {
    if (typeof value !== 'object' || value === null) return value;
    return Array.isArray(value)
      ? value.map((item: unknown, index) => within(item, [...path, index]))
      : inObject(value, path);
  }

  const opened = inObject(data, []);
  return { data: opened, errors, isClosed };
}

const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

const refused = (path: Path): GraphQLError =>
  new GraphQLError('The people of this complaint are closed to you.', {
    path,
    extensions: { code: 'FORBIDDEN' },
  });
