import {
  type ASTNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type StringValueNode,
  visit,
} from 'graphql';
import { GUARD, openTo, type Scopes, scopesOf } from '../../platform/identity/guard';
import { rolesWith } from '../../platform/identity/roles';
import { PARTNER_ROLE } from '../../platform/identity/scopes';

/**
 * Ends the description of every field that a scope guards with the roles that may ask for it, so that callers need not try.
 * Throws for a guard where a refusal would cost more than what it guards: on a field that is never null, or on a whole type.
 */
export function withRoles(schema: DocumentNode): DocumentNode {
  return visit(schema, {
    FieldDefinition: (field, _key, _parent, _path, ancestors) => {
      const scopes = scopesOf(field);
      if (scopes === null) return undefined;
      if (field.type.kind === Kind.NON_NULL_TYPE)
        throw new Error(
          `${field.name.value} is guarded and never null: a refusal would take what is around it away. Make it nullable.`,
        );
      return { ...field, description: describedFor(field, scopes, ancestors.some(isSubscription)) };
    },
    Directive: (directive, _key, _parent, _path, ancestors) => {
      if (directive.name.value === GUARD && !ancestors.some(isField))
        throw new Error(`@${GUARD} guards fields. Put it on those that lead to the type.`);
    },
  });
}

const isField = (node: ASTNode | readonly ASTNode[]): boolean =>
  'kind' in node && node.kind === Kind.FIELD_DEFINITION;

/** No contract holds a subscription, whatever the scopes are. */
const isSubscription = (node: ASTNode | readonly ASTNode[]): boolean =>
  'kind' in node && 'name' in node && node.name?.kind === Kind.NAME && node.name.value === 'Subscription';

function describedFor(
  { description }: FieldDefinitionNode,
  scopes: Scopes,
  isClosedToPartners: boolean,
): StringValueNode {
  const said = description?.value.trim() ?? '';
  const open = openTo(rolesWith(scopes).filter((role) => !isClosedToPartners || role !== PARTNER_ROLE));
  // A field of an interface, which can have no guard, says it itself, and the types' fields after it.
  const value = said.endsWith(open) ? said : `${said}\n\n${open}`.trim();
  return { kind: Kind.STRING, value, block: true };
}
