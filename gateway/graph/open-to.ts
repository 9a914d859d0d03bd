import { type DocumentNode, type FieldDefinitionNode, Kind, type StringValueNode, visit } from 'graphql';
import { ROLES, rolesWith } from '../entrance/roles';

/** Ends the description of every field that a scope guards with the roles that may ask for it, so that callers need not try. */
export function withRoles(schema: DocumentNode): DocumentNode {
  return visit(schema, {
    FieldDefinition: (field) => {
      const scopes = scopesOf(field);
      return scopes === null ? undefined : { ...field, description: describedFor(field, scopes) };
    },
  });
}

function describedFor(
  { description }: FieldDefinitionNode,
  scopes: readonly (readonly string[])[],
): StringValueNode {
  const said = description?.value.trim() ?? '';
  return { kind: Kind.STRING, value: `${said}\n\n${openTo(rolesWith(scopes))}`.trim(), block: true };
}

/** "Open to the roles a, b and c.", in the order of the contract's table. */
function openTo(roles: readonly string[]): string {
  const names = ROLES.filter((role) => roles.includes(role)).map((role) => `\`${role}\``);
  const last = names.at(-1);
  if (last === undefined) return 'Open to no role.';
  return names.length === 1
    ? `Open to the role ${last}.`
    : `Open to the roles ${names.slice(0, -1).join(', ')} and ${last}.`;
}

/** What `@requiresScopes` wants: all scopes of any one of the lists; null for a field without it. */
function scopesOf({ directives = [] }: FieldDefinitionNode): readonly (readonly string[])[] | null {
  const guard = directives.find(({ name }) => name.value === 'requiresScopes');
  const wanted = guard?.arguments?.find(({ name }) => name.value === 'scopes')?.value;
  if (wanted?.kind !== Kind.LIST) return null;
  return wanted.values.map((group) =>
    group.kind === Kind.LIST
      ? group.values.flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : []))
      : [],
  );
}
