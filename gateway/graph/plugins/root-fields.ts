import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getDirectiveValues,
  getOperationAST,
  Kind,
  type OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

export interface Operation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Whether an operation reads or changes; null where there is none of that name. */
export const operationTypeOf = ({ document, operationName }: Operation): OperationTypeNode | null =>
  getOperationAST(document, operationName)?.operation ?? null;

/** The keys that an operation's answer has at its root, through fragments, @skip and @include. */
export const rootKeys = (operation: Operation): string[] =>
  keysIn(operation, { isDeep: false, nameOf: keyOf });

/** The keys that it has at any depth. */
export const allKeys = (operation: Operation): string[] => keysIn(operation, { isDeep: true, nameOf: keyOf });

/** The fields that it asks for at its root, whatever they are called in the answer. */
export const rootFields = (operation: Operation): string[] =>
  keysIn(operation, { isDeep: false, nameOf: ({ name }) => name.value });

/** A field at the root that looks something up by its id or its reference: what the answer calls it, and its name in the schema. */
export interface RootById {
  readonly key: string;
  readonly name: string;
}

/** The fields at an operation's root that look something up by its id or its reference. */
export function rootsById(operation: Operation): RootById[] {
  const found = keysIn(operation, {
    isDeep: false,
    nameOf: (field) => (isById(field) ? `${keyOf(field)} ${field.name.value}` : ''),
  });
  return found.flatMap((both) => {
    const [key = '', name = ''] = both.split(' ');
    return name === '' ? [] : [{ key, name }];
  });
}

const isById = ({ arguments: given = [] }: FieldNode): boolean =>
  given.some(({ name }) => name.value === 'id' || name.value === 'reference');

const keyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

function keysIn(
  { document, operationName, variables }: Operation,
  { isDeep, nameOf }: Pick<Surroundings, 'isDeep' | 'nameOf'>,
): string[] {
  const operation = getOperationAST(document, operationName);
  if (!operation) return [];
  const around = {
    fragments: fragmentsIn(document),
    ...{ isDeep, nameOf },
    variables: variablesOf({ document, operationName, variables }),
  };
  return [...new Set(keysOf(operation.selectionSet.selections, around))];
}

/** The fragments of a document, by their names. */
export const fragmentsIn = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

/** The names of the fields that a selection has at its root, through fragments, whether they are skipped or not. */
export function namesAtRoot(root: SelectionSetNode, document: DocumentNode): string[] {
  const fragments = fragmentsIn(document);
  const spread = new Set<string>();
  const namesIn = ({ selections }: SelectionSetNode): string[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection.name.value];
      if (selection.kind === Kind.INLINE_FRAGMENT) return namesIn(selection.selectionSet);
      const name = selection.name.value;
      const fragment = spread.has(name) ? undefined : fragments.get(name);
      spread.add(name);
      return fragment === undefined ? [] : namesIn(fragment.selectionSet);
    });
  return namesIn(root);
}

/** The variables of an operation, with the defaults of those that did not come. */
export function variablesOf({
  document,
  operationName,
  variables,
}: Operation): Readonly<Record<string, unknown>> {
  const defaults = (getOperationAST(document, operationName)?.variableDefinitions ?? []).flatMap(
    ({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  const came = Object.entries(variables ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...defaults, ...came]);
}

interface Surroundings {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly isDeep: boolean;
  nameOf(field: FieldNode): string;
}

function keysOf(selections: readonly SelectionNode[], around: Surroundings): string[] {
  return selections
    .filter((selection) => isIncluded(selection, around.variables))
    .flatMap((selection) => {
      if (selection.kind === Kind.FIELD) {
        const key = around.nameOf(selection);
        return around.isDeep ? [key, ...keysOf(selection.selectionSet?.selections ?? [], around)] : [key];
      }
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : around.fragments.get(selection.name.value);
      return keysOf(inner?.selectionSet.selections ?? [], around);
    });
}

/** Whether @skip and @include leave a selection in. */
export function isIncluded(selection: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if !== false;
}
