import { Kind, parse } from 'graphql';
import { scopesOf } from '../../../platform/identity/guard';
import { CALLERS, type Change } from './change';
import type { PublicState } from './public-state';

/** Fields that a role could ask for and may no more, and the other way round. */
export function accessChanges(before: PublicState, after: PublicState): Change[] {
  const [was, is] = [accessIn(before), accessIn(after)];
  return [...was].flatMap(([part, had]) => {
    const has = is.get(part);
    if (has === undefined) return [];
    const lost = had.filter((role) => !has.includes(role) && role in after.roles);
    const won = has.filter((role) => !had.includes(role));
    return [
      ...(lost.length > 0 ? [told('breaking', part, `${lost.join(', ')} may no more ask for it`)] : []),
      ...(won.length > 0 ? [told('safe', part, `${won.join(', ')} may ask for it`)] : []),
    ];
  });
}

const told = (kind: Change['kind'], part: string, what: string): Change => ({
  ...{ kind, part, concerns: [CALLERS] },
  what: `Access to '${part}' changed: ${what}.`,
});

/** Which roles may ask for each field. */
function accessIn({ graph, roles }: PublicState): ReadonlyMap<string, readonly string[]> {
  const { definitions } = parse(graph, { noLocation: true });
  return new Map(
    definitions.flatMap((type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? (type.fields ?? []).map((field) => [
            `${type.name.value}.${field.name.value}`,
            rolesThat(roles, scopesOf(field)),
          ])
        : [],
    ),
  );
}

const rolesThat = (roles: PublicState['roles'], guard: ReturnType<typeof scopesOf>): string[] =>
  Object.entries(roles)
    .filter(
      ([, held]) => guard === null || guard.some((group) => group.every((scope) => held.includes(scope))),
    )
    .map(([role]) => role);
