import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { PartTypes } from './part-types';

/**
 * The same question, where it comes to an interface of which its part knows one type alone asked of that type: a field that other
 * parts have of it, or a fragment on another type, cannot be planned below such a place. The same document comes back where there
 * is none.
 */
export function withOnlyTypes(
  document: DocumentNode,
  { schema, partTypes }: { readonly schema: GraphQLSchema; readonly partTypes: PartTypes },
): DocumentNode {
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  let isChanged = false;

  const definitions = document.definitions.map((node) => {
    const root = node.kind === Kind.OPERATION_DEFINITION ? schema.getRootType(node.operation) : null;
    if (!root || node.kind !== Kind.OPERATION_DEFINITION) return node;
    return { ...node, selectionSet: within(node.selectionSet, root.name, null) };
  });
  return isChanged ? { ...document, definitions } : document;

  /** As far as values go that the part gives by itself; the root belongs to none. */
  function within(set: SelectionSetNode, type: string, part: string | null): SelectionSetNode {
    const selections = set.selections.map((each): SelectionNode => {
      if (each.kind === Kind.FIELD) return inField(each, type, part);
      const fragment = inlined(each);
      return {
        ...fragment,
        selectionSet: within(fragment.selectionSet, fragment.typeCondition?.name.value ?? type, part),
      };
    });
    return { ...set, selections };
  }

  function inField(field: FieldNode, type: string, above: string | null): FieldNode {
    const { name, selectionSet } = field;
    const named = typeOf(schema, type, name.value);
    const part = above ?? partTypes.partOf(type, name.value);
    if (!selectionSet || named === null || part === null) return field;
    // Of what several parts can be asked for, each field says by itself whose it is.
    const withinPart = partTypes.isEntity(named.name) ? null : part;
    if (!isInterfaceType(named))
      return { ...field, selectionSet: within(selectionSet, named.name, withinPart) };
    const only = partTypes.onlyType(part, named.name);
    const selections = only === null ? [] : ofOnly(selectionSet, only);
    if (only === null || selections.length === 0)
      return { ...field, selectionSet: within(selectionSet, named.name, null) };
    isChanged = true;
    const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: only } } as const;
    const kind = Kind.INLINE_FRAGMENT;
    const asked: InlineFragmentNode = { kind, typeCondition, selectionSet: { ...selectionSet, selections } };
    return { ...field, selectionSet: { ...selectionSet, selections: [asked] } };
  }

  /** What is asked of one type, without fragments on others. */
  function ofOnly({ selections }: SelectionSetNode, only: string): readonly SelectionNode[] {
    return selections.flatMap((each): readonly SelectionNode[] => {
      if (each.kind === Kind.FIELD) return [each];
      const fragment = inlined(each);
      const on = schema.getType(fragment.typeCondition?.name.value ?? only);
      if (isObjectType(on) && on.name !== only) return [];
      const inside = ofOnly(fragment.selectionSet, only);
      if (inside.length === 0) return [];
      return [{ ...fragment, selectionSet: { ...fragment.selectionSet, selections: inside } }];
    });
  }

  function inlined(each: Exclude<SelectionNode, FieldNode>): InlineFragmentNode {
    if (each.kind === Kind.INLINE_FRAGMENT) return each;
    const { directives = [] } = each;
    const fragment = fragments.get(each.name.value);
    if (fragment === undefined)
      throw new Error('A document that was validated names a fragment that is not in it');
    const { typeCondition, selectionSet } = fragment;
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet };
  }
}

/** What a field of a type gives, where something can be asked of it. */
function typeOf(schema: GraphQLSchema, type: string, field: string): GraphQLCompositeType | null {
  const parent = schema.getType(type);
  const named = isObjectType(parent) ? getNamedType(parent.getFields()[field]?.type) : undefined;
  return named && isCompositeType(named) ? named : null;
}
