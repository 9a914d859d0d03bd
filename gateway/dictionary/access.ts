import { Kind } from 'graphql';
import { type Scopes, scopesOf } from '../../platform/identity/guard';
import { rolesWith } from '../../platform/identity/roles';
import { schemaDocument } from '../graph/schema-document';
import type { Entry } from './entry';

/** What opens something, and to whom. */
export type Access = Pick<Entry, 'scopes' | 'roles'>;

/** Reads from the composed schema what opens each field. */
export function readAccess(supergraph: string): (type: string, field: string) => Access {
  const guards = new Map<string, Scopes>();
  for (const type of schemaDocument(supergraph).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const scopes = scopesOf(field);
      if (scopes !== null) guards.set(`${type.name.value}.${field.name.value}`, scopes);
    }
  }
  return (type, field) => accessBy(guards.get(`${type}.${field}`) ?? null);
}

/** What these scopes open, any one list of them. */
export const accessBy = (scopes: Scopes | null): Access =>
  scopes === null
    ? { scopes: [], roles: [] }
    : { scopes: scopes.map((group) => group.join(' and ')), roles: rolesWith(scopes) };
