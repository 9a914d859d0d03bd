import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';
import { badUserInput } from './errors';

/**
 * Rows times fields of one operation. A cell takes some 280 bytes while an answer is made. Ten thousand rows of figures,
 * the most that are given out, with everything that a row can say, have 330,000.
 */
const MAX_CELLS = 400_000;

/**
 * Refuses an operation whose lists come to more cells than `maxCells`, before the fields of the list that is too much are
 * resolved. What a list costs is known when its rows are: how many fields are asked of them, aliases included, times
 * their number. Changes the schema's resolvers of lists of objects, and nothing else.
 */
export function limitCells(schema: GraphQLSchema, { maxCells = MAX_CELLS } = {}): GraphQLSchema {
  const counts = new WeakMap<object, { cells: number }>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const fieldType = getNullableType(field.type);
      if (!isListType(fieldType) || !isCompositeType(getNamedType(fieldType))) continue;
      field.resolve = counted(field.resolve ?? defaultFieldResolver, { counts, maxCells });
    }
  }
  return schema;
}

interface Counting {
  /** By the context of the operation. */
  readonly counts: WeakMap<object, { cells: number }>;
  readonly maxCells: number;
}

function counted(
  resolve: GraphQLFieldResolver<unknown, object>,
  { counts, maxCells }: Counting,
): GraphQLFieldResolver<unknown, object> {
  const charge = (rows: unknown, context: object, info: GraphQLResolveInfo) => {
    if (!Array.isArray(rows)) return rows;
    const count = counts.get(context) ?? { cells: 0 };
    counts.set(context, count);
    count.cells += rows.length * fieldsAsked(info);
    if (count.cells > maxCells) throw tooManyCells(maxCells);
    return rows;
  };
  return (source, args, context, info) => {
    const rows = resolve(source, args, context, info);
    return rows instanceof Promise
      ? rows.then((settled) => charge(settled, context, info))
      : charge(rows, context, info);
  };
}

const tooManyCells = (maxCells: number): Error =>
  badUserInput(
    `This operation asks for more than ${maxCells} values: its rows times the fields asked of each. Ask for fewer fields or rows at a time.`,
  );

/** The fields that are asked of each object of a list: those of fragments count wherever they hold. */
const fieldsAsked = ({ fieldNodes, fragments }: GraphQLResolveInfo): number =>
  fieldNodes.reduce(
    (sum, { selectionSet }: FieldNode) => sum + fieldsIn(selectionSet?.selections ?? [], fragments),
    0,
  );

function fieldsIn(selections: readonly SelectionNode[], fragments: GraphQLResolveInfo['fragments']): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + 1;
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    return sum + fieldsIn(inner?.selectionSet.selections ?? [], fragments);
  }, 0);
}
