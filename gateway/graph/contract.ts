import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  Kind,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  parse,
  printSchema,
  type TypeDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { readGuardedFields } from './guarded-fields';
import { schemaDocument } from './schema-document';

/** What a contract opens of the graph. */
export interface Contract {
  /** Whether somebody with the contract may ask for a field at all. */
  holds(type: string, field: string): boolean;
}

const QUERY = 'Query';
const ROOTS: ReadonlySet<string> = new Set([QUERY, 'Mutation', 'Subscription']);

/**
 * Reads a contract from the composed schema: of the questions those that bear its tag, and of what they lead to all but the
 * fields that these scopes do not open. It holds no command and no subscription. A question without the tag is not in it, so that
 * nothing new is opened by forgetting.
 */
export function readContract(
  supergraph: string,
  { tag, scopes }: { readonly tag: string; readonly scopes: readonly string[] },
): Contract {
  const guarded = readGuardedFields(supergraph);
  const tagged = taggedFields(supergraph, tag);
  return {
    holds: (type, field) =>
      (!ROOTS.has(type) || (type === QUERY && tagged.has(field))) &&
      guarded.refusal({ type, field, scopes }) === null,
  };
}

/** The same graph as somebody with the contract sees it: everything else is as if it had never been written. */
export function underContract(schema: GraphQLSchema, contract: Contract): GraphQLSchema {
  const { definitions } = parse(printSchema(schema), { noLocation: true });
  const types = withoutEmpty(definitions.filter(isType).map((type) => narrowed(type, contract.holds)));
  const reached = reachedFrom(QUERY, types);
  const kept = [...types.values()].filter(({ name }) => reached.has(name.value));
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: kept.map((type) => among(type, reached)),
  };
  return buildASTSchema(document, { assumeValidSDL: true });
}

function taggedFields(supergraph: string, tag: string): ReadonlySet<string> {
  const query = schemaDocument(supergraph).definitions.find(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === QUERY,
  );
  const fields = query?.kind === Kind.OBJECT_TYPE_DEFINITION ? (query.fields ?? []) : [];
  return new Set(fields.filter((field) => tagsOf(field).includes(tag)).map(({ name }) => name.value));
}

const tagsOf = ({ directives = [] }: FieldDefinitionNode): unknown[] =>
  directives
    .filter(({ name }) => name.value === 'tag')
    .flatMap(({ arguments: given = [] }) => given.map(({ value }) => valueFromASTUntyped(value)));

const isType = (node: DefinitionNode): node is TypeDefinitionNode => node.kind.endsWith('TypeDefinition');

type WithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const hasFields = (type: TypeDefinitionNode): type is WithFields =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION;

function narrowed(
  type: TypeDefinitionNode,
  holds: (type: string, field: string, leadsTo: string) => boolean,
): TypeDefinitionNode {
  if (!hasFields(type)) return type;
  const fields = (type.fields ?? []).filter(({ name, type: given }) =>
    holds(type.name.value, name.value, nameOf(given)),
  );
  return { ...type, fields };
}

/** A type of which nothing is left is none, and neither is a field that leads to it. */
function withoutEmpty(all: readonly TypeDefinitionNode[]): ReadonlyMap<string, TypeDefinitionNode> {
  const types = new Map(all.map((type) => [type.name.value, type]));
  for (;;) {
    const empty = [...types.values()].filter((type) => hasFields(type) && type.fields?.length === 0);
    if (empty.length === 0) return types;
    for (const { name } of empty) types.delete(name.value);
    for (const [name, type] of types)
      types.set(
        name,
        narrowed(type, (_, _field, leadsTo) => !empty.some((gone) => gone.name.value === leadsTo)),
      );
  }
}

/** All types that a question can come to, whatever stands behind an interface included. */
function reachedFrom(root: string, types: ReadonlyMap<string, TypeDefinitionNode>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [root];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = types.get(name);
    if (type === undefined || reached.has(name)) continue;
    reached.add(name);
    waiting.push(...namesIn(type));
    if (type.kind === Kind.INTERFACE_TYPE_DEFINITION)
      for (const other of types.values()) if (implementsIt(other, name)) waiting.push(other.name.value);
  }
  return reached;
}

const implementsIt = (type: TypeDefinitionNode, name: string): boolean =>
  interfacesOf(type).some((each) => each.name.value === name);

const interfacesOf = (type: TypeDefinitionNode): readonly NamedTypeNode[] =>
  hasFields(type) ? (type.interfaces ?? []) : [];

/** The types that a type leads to, by its fields, their arguments, and its members. */
function namesIn(type: TypeDefinitionNode): string[] {
  switch (type.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return (type.fields ?? []).flatMap(({ type: given, arguments: taken = [] }) => [
        nameOf(given),
        ...taken.map((argument) => nameOf(argument.type)),
      ]);
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return (type.fields ?? []).map((field) => nameOf(field.type));
    case Kind.UNION_TYPE_DEFINITION:
      return (type.types ?? []).map(({ name }) => name.value);
    default:
      return [];
  }
}

const nameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);

/** A type that implements nothing, and has no member, which is not there. */
function among(type: TypeDefinitionNode, reached: ReadonlySet<string>): TypeDefinitionNode {
  if (type.kind === Kind.UNION_TYPE_DEFINITION)
    return { ...type, types: (type.types ?? []).filter(({ name }) => reached.has(name.value)) };
  if (!hasFields(type)) return type;
  return { ...type, interfaces: (type.interfaces ?? []).filter(({ name }) => reached.has(name.value)) };
}
