import {
  type DocumentNode,
  type FieldNode,
  type InlineFragmentNode,
  Kind,
  type SelectionNode,
  visit,
} from 'graphql';

/** The same document, in which whatever is selected again stands in an inline fragment; itself where nothing is. */
export function laterApart(document: DocumentNode): DocumentNode {
  const keysOf = keysIn(document);
  return visit(document, {
    SelectionSet: {
      leave(set) {
        const seen = new Set<string>();
        const selections = set.selections.map((selection) => {
          const isAgain = selection.kind === Kind.FIELD && seen.has(keyOf(selection));
          for (const key of keysOf(selection)) seen.add(key);
          return isAgain ? inFragment(selection) : selection;
        });
        const isAsItWas = selections.every((selection, place) => selection === set.selections[place]);
        return isAsItWas ? undefined : { ...set, selections };
      },
    },
  });
}

const keyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

const inFragment = (selection: SelectionNode): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
});

/** The names in the answer that a selection may bring to its own level, through all fragments. */
function keysIn({ definitions }: DocumentNode): (selection: SelectionNode) => readonly string[] {
  const fragments = new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const known = new Map<string, readonly string[]>();
  return keysOf;

  function keysOf(selection: SelectionNode): readonly string[] {
    if (selection.kind === Kind.FIELD) return [keyOf(selection)];
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet.selections.flatMap(keysOf);
    return keysOfFragment(selection.name.value);
  }

  function keysOfFragment(name: string): readonly string[] {
    const found = known.get(name);
    if (found !== undefined) return found;
    // A fragment that leads to itself is refused before; it would not end here either.
    known.set(name, []);
    const keys = fragments.get(name)?.selectionSet.selections.flatMap(keysOf) ?? [];
    known.set(name, keys);
    return keys;
  }
}
