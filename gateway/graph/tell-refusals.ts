import { GraphQLError } from 'graphql';
import type { LeftOut } from './leave-out';

/**
 * How many places of an answer are told one by one. A page has 200 rows at most, and a walk through figures and lists five
 * fields that are closed; more errors than data help nobody.
 */
const MAX_ERRORS = 1_000;

type Path = readonly (string | number)[];

type Data = Readonly<Record<string, unknown>>;

export interface ToldRefusals {
  readonly data: Data;
  readonly errors: readonly GraphQLError[];
}

/**
 * Puts null where a field was left out, under its own name, and an error with its path for each such place: a null without
 * one would say that nothing is there. Past `maxErrors` the further places of a field share one error, which says how
 * many they are and has the path of the first.
 */
export function tellRefusals(
  data: Data,
  refusals: ReadonlyMap<string, LeftOut>,
  { maxErrors = MAX_ERRORS } = {},
): ToldRefusals {
  const errors: GraphQLError[] = [];
  const further = new Map<LeftOut, { readonly path: Path; places: number }>();

  function toldIn(object: object, path: Path): Data {
    return Object.fromEntries(
      Object.entries(object).map(([name, value]) => {
        const left = refusals.get(name);
        if (left === undefined) return [name, told(value, path, name)];
        refuse(left, [...path, left.key]);
        return [left.key, null];
      }),
    );
  }

  function told(value: unknown, path: Path, place: string | number): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const here = [...path, place];
    return Array.isArray(value)
      ? value.map((item: unknown, index) => told(item, here, index))
      : toldIn(value, here);
  }

  function refuse(left: LeftOut, path: Path): void {
    if (errors.length < maxErrors) return void errors.push(refused(left.message, path));
    const known = further.get(left) ?? { path, places: 0 };
    known.places += 1;
    further.set(left, known);
  }

  const whole = toldIn(data, []);
  const shared = [...further].map(([{ message }, { path, places }]) =>
    refused(`${message} So it is at ${places} places of this answer, of which this is the first.`, path),
  );
  return { data: whole, errors: [...errors, ...shared] };
}

const refused = (message: string, path: Path): GraphQLError =>
  new GraphQLError(message, { path, extensions: { code: 'FORBIDDEN' } });
