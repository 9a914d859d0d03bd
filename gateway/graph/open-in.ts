import { GraphQLError } from 'graphql';
import type { DecidedOperation } from './case-fields';

type Path = readonly (string | number)[];
type Data = Readonly<Record<string, unknown>>;

/** The data without the decisions, and without what they keep closed; an error for each place where something was. */
export function openIn(
  data: Data,
  decisions: DecidedOperation['decisions'],
): { readonly data: Data; readonly errors: readonly GraphQLError[] } {
  const errors: GraphQLError[] = [];

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
        if (decisions.has(name)) return [];
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

  return { data: inObject(data, []), errors };
}

const isNothing = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

const refused = (path: Path): GraphQLError =>
  new GraphQLError('The people of this complaint are closed to you.', {
    path,
    extensions: { code: 'FORBIDDEN' },
  });
