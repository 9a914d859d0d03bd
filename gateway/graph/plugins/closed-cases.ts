import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type DocumentNode, type ExecutionResult, GraphQLError } from 'graphql';
import { type CaseFields, type DecidedOperation, withDecisions } from '../case-fields';

type Path = readonly (string | number)[];
type Data = Readonly<Record<string, unknown>>;

/**
 * Gives nothing of a complaint's people where its part does not say that the case is open to the caller: by a path of its own,
 * beside what the part and its database keep back. What they gave none of needs no refusal.
 */
export function closedCases(caseFields: CaseFields): GatewayPlugin {
  const known = new WeakMap<DocumentNode, DecidedOperation>();
  return {
    onExecute({ args }) {
      const { document, schema } = args;
      const decided = known.get(document) ?? withDecisions(document, { schema, caseFields });
      known.set(document, decided);
      if (decided.decisions.size === 0) return undefined;
      args.document = decided.document;
      return {
        onExecuteDone({ result, setResult }) {
          if (!(Symbol.asyncIterator in result)) setResult(decidedIn(result, decided.decisions));
        },
      };
    },
  };
}

function decidedIn(result: ExecutionResult, decisions: DecidedOperation['decisions']): ExecutionResult {
  if (!result.data) return result;
  const { data, errors } = openIn(result.data, decisions);
  return errors.length === 0
    ? { ...result, data }
    : { ...result, data, errors: [...(result.errors ?? []), ...errors] };
}

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
