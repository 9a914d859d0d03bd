import { SCOPES, SCOPES_OF_ROLE, type Scope } from '../../../platform/identity/scopes';
import type { OperationContext } from '../../../platform/server/subgraph';

/** A role with what it may do, as the graph shows it. */
export interface RoleShown {
  readonly name: string;
  readonly permissions: readonly { readonly scope: string; readonly meaning: string }[];
}

/** The roles, in the order of the contract's table. */
export const allRoles = (): RoleShown[] =>
  Object.entries(SCOPES_OF_ROLE).map(([name, scopes]) => ({ name, permissions: scopes.map(permission) }));

const permission = (scope: Scope) => ({ scope, meaning: SCOPES[scope] });
const isScope = (text: string): text is Scope => Object.hasOwn(SCOPES, text);

/** Who asks, with the scopes that the gateway gave them. */
export async function callerOf({ identity, transaction }: OperationContext) {
  const { subject, role, scopes, streams, services, partner } = identity;
  const rows = await transaction.query<{ id: string; name: string }>(
    `select id, name from directory.named where kind = 'service-named' and id = any($1)`,
    [services],
  );
  const nameById = new Map(rows.map(({ id, name }) => [id, name]));
  return {
    ...{ subject, partner, streams: [...streams] },
    role: { name: role, permissions: scopes.filter(isScope).map(permission) },
    services: services.map((id) => nameById.get(id) ?? id),
  };
}
