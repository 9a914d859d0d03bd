import {
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  Kind,
  parse,
  print,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const field = (name: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } });

/** A question as caching clients put it: with the type of every object, and its id where it has one. */
export function withIds(query: string, schema: GraphQLSchema): string {
  const types = new TypeInfo(schema);
  const root = schema.getQueryType();
  const asked = visit(
    parse(query),
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node) {
          const type = types.getParentType();
          const hasId = type && 'getFields' in type && 'id' in type.getFields();
          const added: SelectionNode[] =
            type === root ? [] : [field('__typename'), ...(hasId ? [field('id')] : [])];
          const names = new Set(node.selections.map((one) => ('name' in one ? one.name?.value : '')));
          return {
            ...node,
            selections: [
              ...node.selections,
              ...added.filter((one) => 'name' in one && !names.has(one.name?.value)),
            ],
          };
        },
      },
    }),
  );
  return print(asked);
}

/** All that can be asked below a type without an argument, so deep; what stands at an id is left to its own question. */
export function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named) && !isCompositeType(named)) return '';
  if (!('getFields' in named)) return '{ __typename }';
  const fields = Object.values(named.getFields())
    .filter((one) => !one.args.some(isRequiredArgument) && one.deprecationReason == null)
    .filter((one) => depth > 0 || !isCompositeType(getNamedType(one.type)))
    .map((one) => `${one.name} ${selectionOf(one.type, depth - 1)}`);
  return `{ ${['__typename', ...fields].join(' ')} }`;
}

/** What a caching client keeps: the leaves of answers, by the object that they are of. */
export interface Cache {
  /** Each leaf that said something else before, with both. */
  readonly conflicts: readonly string[];
  /** How many objects are known by an id. */
  readonly objects: number;
  keep(question: string, answer: object): void;
}

interface Kept {
  readonly __typename?: string;
  readonly id?: string;
}

/**
 * Keeps answers as Apollo Client and urql's graph cache do, by type and id, and sees whether an object says another thing
 * than it did. Objects without an id belong to the one above them. `name` of an object is what it is kept by.
 */
export function cacheOf(nameOf: (object: Required<Kept>) => string): Cache {
  const leaves = new Map<string, string>();
  const objects = new Set<string>();
  const conflicts: string[] = [];
  const put = (place: string, value: unknown) => {
    const text = JSON.stringify(value);
    const before = leaves.get(place);
    if (before !== undefined && before !== text) conflicts.push(`${place}: ${before}, then ${text}`);
    leaves.set(place, text);
  };
  const walk = (place: string, value: unknown): void => {
    if (value === null || typeof value !== 'object') {
      put(place, value);
      return;
    }
    const { __typename: type, id }: Kept = value;
    const own = type !== undefined && id !== undefined ? nameOf({ __typename: type, id }) : place;
    if (own !== place) {
      put(place, own);
      objects.add(own);
    }
    for (const [name, inner] of Object.entries(value)) walk(`${own}.${name}`, inner);
  };
  return {
    conflicts,
    get objects() {
      return objects.size;
    },
    keep: (question, answer) => {
      for (const [name, value] of Object.entries(answer)) walk(`${question} ${name}`, value);
    },
  };
}
