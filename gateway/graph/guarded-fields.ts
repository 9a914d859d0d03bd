import {
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import { refusalOf, type Scopes, scopesOf } from '../../platform/identity/guard';
import { schemaDocument } from './schema-document';

/** A field that a caller may not ask for. */
export interface Refusal {
  readonly field: string;
  /** Says so, and to whom it is open. */
  readonly message: string;
}

/** Which fields of the graph a scope guards. */
export interface GuardedFields {
  /** Why a caller with these scopes may not ask for a field; null where they may. */
  refusal(asked: {
    readonly type: string;
    readonly field: string;
    readonly scopes: readonly string[];
  }): Refusal | null;
}

/**
 * Reads the guards from the composed schema. A field that is asked for by an interface is guarded as in every type that
 * may stand behind it, and one of a type as in the interfaces that it implements: what is closed in one place is not
 * open by another way.
 */
export function readGuardedFields(supergraph: string): GuardedFields {
  const types = schemaDocument(supergraph).definitions.filter(hasFields);
  const guards = new Map(types.map((type) => [type.name.value, guardsIn(type)]));
  const kin = kinOf(types);
  return {
    refusal({ type, field, scopes }) {
      const wanted = [type, ...(kin.get(type) ?? [])].flatMap((name) => guards.get(name)?.get(field) ?? []);
      const message = refusalOf(field, { guards: wanted, held: scopes });
      return message === null ? null : { field, message };
    },
  };
}

type WithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

const hasFields = (node: { readonly kind: string }): node is WithFields =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;

function guardsIn({ fields = [] }: WithFields): ReadonlyMap<string, Scopes[]> {
  return new Map(
    fields.flatMap((field) => {
      const scopes = scopesOf(field);
      return scopes === null ? [] : [[field.name.value, [scopes]] as const];
    }),
  );
}

/** For each type the interfaces that it implements, and the types that implement it. */
function kinOf(types: readonly (WithFields & TypeDefinitionNode)[]): ReadonlyMap<string, readonly string[]> {
  const kin = new Map<string, string[]>();
  const add = (type: string, other: string) => kin.set(type, [...(kin.get(type) ?? []), other]);
  for (const { name, interfaces = [] } of types)
    for (const { name: above } of interfaces) {
      add(name.value, above.value);
      add(above.value, name.value);
    }
  return kin;
}
