import { type FieldDefinitionNode, Kind } from 'graphql';
import { ROLES, rolesWith } from './roles';

/** What `@requiresScopes` wants: all scopes of any one of the lists. */
export type Scopes = readonly (readonly string[])[];

/** The directive that guards a field. */
export const GUARD = 'requiresScopes';

/** What guards a field; null where nothing does. */
export function scopesOf({ directives = [] }: Pick<FieldDefinitionNode, 'directives'>): Scopes | null {
  const guard = directives.find(({ name }) => name.value === GUARD);
  const wanted = guard?.arguments?.find(({ name }) => name.value === 'scopes')?.value;
  if (wanted?.kind !== Kind.LIST) return null;
  return wanted.values.map((group) =>
    group.kind === Kind.LIST
      ? group.values.flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : []))
      : [],
  );
}

/** Whether somebody with these scopes passes the guard. */
export const isOpenTo = (guard: Scopes, held: readonly string[]): boolean =>
  guard.some((group) => group.every((scope) => held.includes(scope)));

/**
 * Why somebody with these scopes may not ask for a field that all of `guards` stand before; null where they may. The gateway and
 * every part say it in the same words.
 */
export function refusalOf(
  field: string,
  { guards, held }: { readonly guards: readonly Scopes[]; readonly held: readonly string[] },
): string | null {
  if (guards.every((guard) => isOpenTo(guard, held))) return null;
  const roles = ROLES.filter((role) => guards.every((guard) => rolesWith(guard).includes(role)));
  return `Your role may not ask for ${field}. ${openTo(roles)}`;
}

/** "Open to the roles a, b and c.", in the order of the contract's table. */
export function openTo(roles: readonly string[]): string {
  const names = ROLES.filter((role) => roles.includes(role)).map((role) => `\`${role}\``);
  const last = names.at(-1);
  if (last === undefined) return 'Open to no role.';
  return names.length === 1
    ? `Open to the role ${last}.`
    : `Open to the roles ${names.slice(0, -1).join(', ')} and ${last}.`;
}
