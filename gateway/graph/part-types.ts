import { type DirectiveNode, Kind, type ObjectTypeDefinitionNode } from 'graphql';
import { schemaDocument } from './schema-document';

/** Which part answers a question, and what may stand at its places. */
export interface PartTypes {
  /** The part that answers a field of `Query` or `Mutation`; null where several could. */
  partOf(root: string, field: string): string | null;
  /** The one type that may stand in a part for an interface; null where none or several may. */
  onlyType(part: string, abstract: string): string | null;
  /** Whether any part can be asked for more of it. */
  isEntity(type: string): boolean;
}

/** Reads them from the composed schema. */
export function readPartTypes(supergraph: string): PartTypes {
  const types = schemaDocument(supergraph).definitions.filter(
    (node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  const parts = new Map<string, string | null>();
  const standing = new Map<string, string[]>();
  const entities = new Set<string>();
  for (const { name, fields = [], directives = [] } of types) {
    for (const join of directives) {
      if (join.name.value === 'join__type' && argument(join, 'key') !== null) entities.add(name.value);
      if (join.name.value !== 'join__implements') continue;
      const place = `${argument(join, 'graph')} ${argument(join, 'interface')}`;
      standing.set(place, [...(standing.get(place) ?? []), name.value]);
    }
    for (const field of fields) parts.set(`${name.value}.${field.name.value}`, partIn(field.directives));
  }
  return {
    partOf: (root, field) => parts.get(`${root}.${field}`) ?? null,
    onlyType(part, abstract) {
      const [only = null, another] = standing.get(`${part} ${abstract}`) ?? [];
      return another === undefined ? only : null;
    },
    isEntity: (type) => entities.has(type),
  };
}

function partIn(directives: readonly DirectiveNode[] = []): string | null {
  const joins = directives.filter(({ name }) => name.value === 'join__field');
  const [join, another] = joins;
  return join === undefined || another !== undefined ? null : argument(join, 'graph');
}

function argument({ arguments: given = [] }: DirectiveNode, name: string): string | null {
  const value = given.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : null;
}
