import { type DocumentNode, type GraphQLSchema, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { GuardedFields, Refusal } from './guarded-fields';

/** An operation without what the caller may not ask for. */
export interface OpenOperation {
  readonly document: DocumentNode;
  /** What was left out, by the name under which `__typename` stands in its place. */
  readonly refusals: ReadonlyMap<string, LeftOut>;
}

export interface LeftOut extends Refusal {
  /** Its name in the answer. */
  readonly key: string;
}

export interface LeaveOut {
  readonly schema: GraphQLSchema;
  readonly guarded: GuardedFields;
  readonly scopes: readonly string[];
}

/**
 * Puts `__typename`, which every object has, in the place of each field that is closed to these scopes: whatever is
 * around it (fragments, kinds of an interface, conditions, lists) then shows where in the answer the field would have been,
 * and nobody is asked for it. The same document comes back where nothing is closed.
 */
export function leaveOut(document: DocumentNode, { schema, guarded, scopes }: LeaveOut): OpenOperation {
  const refusals = new Map<string, LeftOut>();
  const names = namesIn(document);
  const typeInfo = new TypeInfo(schema);
  const open = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const type = typeInfo.getParentType()?.name;
        const field = node.name.value;
        const refusal = type === undefined ? null : guarded.refusal({ type, field, scopes });
        if (refusal === null) return undefined;
        const left = { ...refusal, key: node.alias?.value ?? field };
        const { kind, directives = [] } = node;
        return { kind, alias: name(placeFor(left)), name: name('__typename'), directives };
      },
    }),
  );
  return { document: open, refusals };

  /** One for each name in the answer and field, so that equal ones become one again. */
  function placeFor(left: LeftOut): string {
    for (const [place, { key, message }] of refusals)
      if (key === left.key && message === left.message) return place;
    let place = `closed${refusals.size}`;
    while (names.has(place)) place += '_';
    refusals.set(place, left);
    return place;
  }
}

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;

/** Every name that the caller wrote. */
export function namesIn(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { Name: ({ value }) => void names.add(value) });
  return names;
}
