import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Costs, FieldCost } from './costs';
import { fragmentsIn, isIncluded, type Operation, variablesOf } from './plugins/root-fields';

/** No list of the graph gives more at once, and so many where nobody says how many (`platform/server/paging.ts`). */
const LONGEST_PAGE = 200;
const USUAL_PAGE = 50;

interface Weighing {
  readonly schema: GraphQLSchema;
  readonly costs: Costs;
}

/** Where a selection stands. */
interface Place {
  readonly type: GraphQLNamedType;
  /** How many objects it is asked of. */
  readonly times: number;
  /** Fields of this selection that are lists of so many. */
  readonly sized: ReadonlyMap<string, number>;
}

/**
 * What an operation costs with its variables, before anything is asked: an object costs 1 and a value nothing, unless the
 * schema says otherwise; each is counted as often as the lists around it are long. A list is as long as its slicing
 * argument says, and else as the schema assumes. What is left out by @skip or @include costs nothing.
 */
export function operationCost(operation: Operation, { schema, costs }: Weighing): number {
  const definition = getOperationAST(operation.document, operation.operationName);
  const root = definition && schema.getRootType(definition.operation);
  if (!definition || !root) return 0;
  const variables = variablesOf(operation);
  const fragments = fragmentsIn(operation.document);

  const costOfSet = (set: SelectionSetNode, place: Place): number =>
    set.selections.reduce((sum, selection) => sum + costOfSelection(selection, place), 0);

  function costOfSelection(selection: SelectionNode, place: Place): number {
    if (!isIncluded(selection, variables)) return 0;
    if (selection.kind === Kind.FIELD) return costOfField(selection, place);
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (fragment === undefined) return 0;
    const condition = fragment.typeCondition?.name.value;
    const type = condition === undefined ? undefined : schema.getType(condition);
    return costOfSet(fragment.selectionSet, { ...place, type: type ?? place.type });
  }

  function costOfField(node: FieldNode, { type, times, sized }: Place): number {
    const name = node.name.value;
    const field = fieldOf(type, name);
    if (field === undefined) return 0;
    const inner = getNamedType(field.type);
    const said = costs.field(type.name, name);
    const given = getArgumentValues(field, node, { ...variables });
    const size = sizeOf(said, given);
    const here = times * (sized.get(name) ?? (said.sizedFields.length === 0 ? size : 1));
    const weight = said.weight ?? (isCompositeType(inner) ? 1 : 0);
    const own = here * weight + times * argumentsCost(field, given);
    if (node.selectionSet === undefined) return own;
    const below = new Map(said.sizedFields.map((one) => [one, size]));
    return own + costOfSet(node.selectionSet, { type: inner, times: here, sized: below });
  }

  /** Each value of a list costs what its enum does. */
  function argumentsCost(
    field: GraphQLField<unknown, unknown>,
    given: Readonly<Record<string, unknown>>,
  ): number {
    return field.args.reduce((sum, { name, type }) => {
      const inner = getNamedType(type);
      const weight = isEnumType(inner) ? costs.enumWeight(inner.name) : 0;
      const values = given[name];
      return sum + weight * (Array.isArray(values) ? values.length : values === undefined ? 0 : 1);
    }, 0);
  }

  return costOfSet(definition.selectionSet, { type: root, times: 1, sized: new Map() });
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** A size that no list gives costs nothing: whoever answers the field refuses it, with a better word. */
function sizeOf(
  { slicingArguments, assumedSize }: FieldCost,
  given: Readonly<Record<string, unknown>>,
): number {
  const sizes = slicingArguments.map((name) => given[name]).filter((size) => typeof size === 'number');
  if (sizes.length === 0) return assumedSize ?? (slicingArguments.length > 0 ? USUAL_PAGE : 1);
  return Math.max(0, ...sizes.filter((size) => size <= LONGEST_PAGE));
}
