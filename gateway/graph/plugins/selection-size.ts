import {
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/**
 * Fields at the root, each a question of its own, which a part answers one after the other on one connection: a page of
 * figures or a tool's workbook has some dozens. What takes too long is ended by its time, however few they are.
 */
const MAX_ROOT_FIELDS = 100;
/** Fields, each counted wherever its fragments put it. */
const MAX_FIELDS = 2_000;
/** Fields inside fields. */
const MAX_DEPTH = 20;

interface Size {
  /** Fields of this level alone. */
  readonly width: number;
  readonly fields: number;
  readonly depth: number;
}

/**
 * Fragments in fragments multiply: twenty short ones make a million fields of a small text. Each is measured once, and
 * what an operation comes to is refused when it is too large.
 */
export const selectionIsSmallEnough: ValidationRule = function selectionIsSmallEnough(context) {
  const measured = new Map<string, Size>();
  return {
    OperationDefinition(node) {
      const { width, fields, depth } = sizeOf(node.selectionSet, context, measured);
      if (fields > MAX_FIELDS)
        context.reportError(
          new GraphQLError(`This operation asks for more than ${MAX_FIELDS} fields. Split it.`, {
            nodes: node,
          }),
        );
      if (width > MAX_ROOT_FIELDS)
        context.reportError(
          new GraphQLError(
            `This operation asks more than ${MAX_ROOT_FIELDS} questions at once, aliases included. Split it.`,
            { nodes: node },
          ),
        );
      if (depth > MAX_DEPTH)
        context.reportError(
          new GraphQLError(`This operation is deeper than ${MAX_DEPTH} fields in fields.`, { nodes: node }),
        );
    },
  };
};

function sizeOf(set: SelectionSetNode, context: ValidationContext, measured: Map<string, Size>): Size {
  return set.selections.reduce<Size>((sum, selection) => {
    if (selection.kind === Kind.FIELD) {
      const inner = selection.selectionSet ? sizeOf(selection.selectionSet, context, measured) : NO_SIZE;
      return {
        width: sum.width + 1,
        fields: sum.fields + 1 + inner.fields,
        depth: Math.max(sum.depth, 1 + inner.depth),
      };
    }
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT
        ? sizeOf(selection.selectionSet, context, measured)
        : sizeOfFragment(selection.name.value, context, measured);
    return {
      width: sum.width + inner.width,
      fields: sum.fields + inner.fields,
      depth: Math.max(sum.depth, inner.depth),
    };
  }, NO_SIZE);
}

const NO_SIZE: Size = { width: 0, fields: 0, depth: 0 };

/** A fragment that contains itself counts as nothing here; another rule refuses it. */
function sizeOfFragment(name: string, context: ValidationContext, measured: Map<string, Size>): Size {
  const known = measured.get(name);
  if (known !== undefined) return known;
  measured.set(name, NO_SIZE);
  const fragment = context.getFragment(name);
  const size = fragment ? sizeOf(fragment.selectionSet, context, measured) : NO_SIZE;
  measured.set(name, size);
  return size;
}
