import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a selection comes to, its fragments included wherever they stand. */
export interface Size {
  /** Fields of this level alone. */
  readonly width: number;
  /** Fields of all levels, each counted for every kind of object that it is asked of. */
  readonly plannedFields: number;
  readonly depth: number;
  /** The type that one path comes to most often, and how often. */
  readonly recurring: { readonly type: string; readonly times: number };
}

/** What a meter reads from. */
export interface MeteredDocument {
  readonly schema: GraphQLSchema;
  fragment(name: string): FragmentDefinitionNode | null | undefined;
}

/** Where a selection stands. */
interface Place {
  readonly type: GraphQLNamedType;
  /** Of how many kinds the object here may be. */
  readonly kinds: number;
  /** How often this place is planned for: the kinds of all that is around it, multiplied. */
  readonly copies: number;
  /** How often the path has come to each type. */
  readonly visits: ReadonlyMap<string, number>;
}

const NOTHING: Size = { width: 0, plannedFields: 0, depth: 0, recurring: { type: '', times: 0 } };

/** Past this nothing more is measured: the operation is refused anyway. */
const FAR_TOO_MANY_FIELDS = 10_000;

/**
 * Measures selections. A field under an interface is planned for each kind of object that it may be, and what stands
 * below it again for each, so that one field under two interfaces of four kinds counts sixteen. What is not in the
 * schema counts as nothing: another rule refuses it. It stops early when there is far too much to measure.
 */
export function createSelectionMeter({ schema, fragment }: MeteredDocument): {
  measure(set: SelectionSetNode, root: GraphQLNamedType): Size;
} {
  let fieldsMet = 0;
  const spread = new Set<string>();

  function sizeOf(set: SelectionSetNode, place: Place): Size {
    return set.selections.reduce((sum, selection) => added(sum, sizeOfSelection(selection, place)), NOTHING);
  }

  function sizeOfSelection(selection: SelectionNode, place: Place): Size {
    if (fieldsMet > FAR_TOO_MANY_FIELDS) return { ...NOTHING, plannedFields: FAR_TOO_MANY_FIELDS };
    if (selection.kind === Kind.FIELD) return sizeOfField(selection, place);
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return sizeOf(selection.selectionSet, narrowed(place, selection.typeCondition?.name.value));
    return sizeOfSpread(selection.name.value, place);
  }

  function sizeOfField(node: FieldNode, place: Place): Size {
    fieldsMet += 1;
    const field = { width: 1, plannedFields: place.copies * place.kinds, depth: 1 };
    const type = typeOf(node, place.type);
    if (node.selectionSet === undefined || !isCompositeType(type)) return { ...NOTHING, ...field };
    const times = (place.visits.get(type.name) ?? 0) + 1;
    const inner = sizeOf(node.selectionSet, {
      type,
      kinds: kindsOf(type),
      copies: place.copies * place.kinds,
      visits: new Map(place.visits).set(type.name, times),
    });
    return {
      width: 1,
      plannedFields: field.plannedFields + inner.plannedFields,
      depth: 1 + inner.depth,
      recurring: inner.recurring.times > times ? inner.recurring : { type: type.name, times },
    };
  }

  function sizeOfSpread(name: string, place: Place): Size {
    const definition = fragment(name);
    fieldsMet += 1;
    // A fragment that contains itself has no size; another rule refuses it.
    if (!definition || spread.has(name)) return NOTHING;
    spread.add(name);
    const size = sizeOf(definition.selectionSet, narrowed(place, definition.typeCondition.name.value));
    spread.delete(name);
    return size;
  }

  /** Inside a fragment on one kind there is no other; a fragment on an interface opens nothing that was narrowed. */
  function narrowed(place: Place, condition: string | undefined): Place {
    const type = condition === undefined ? undefined : schema.getType(condition);
    if (!type) return place;
    return { ...place, type, kinds: Math.min(kindsOf(type), place.kinds) };
  }

  const kindsOf = (type: GraphQLNamedType): number =>
    isAbstractType(type) ? schema.getPossibleTypes(type).length : 1;

  return { measure: (set, type) => sizeOf(set, { type, kinds: 1, copies: 1, visits: new Map() }) };
}

function typeOf(node: FieldNode, parent: GraphQLNamedType): GraphQLNamedType | undefined {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  return getNamedType(parent.getFields()[node.name.value]?.type);
}

const added = (one: Size, other: Size): Size => ({
  width: one.width + other.width,
  plannedFields: one.plannedFields + other.plannedFields,
  depth: Math.max(one.depth, other.depth),
  recurring: other.recurring.times > one.recurring.times ? other.recurring : one.recurring,
});
