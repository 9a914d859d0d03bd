import { type DocumentNode, type GraphQLSchema, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { namesIn } from './leave-out';
import { schemaDocument } from './schema-document';

/** The directive of fields that a policy guards, the policy of what tells of a complaint's people, and the field that decides it. */
const GUARD = 'policy';
const OPEN_CASE = 'open-case';
const DECIDES = 'openToCaller';

/** Which fields of a type tell of people whose case may be closed to the caller, by the names of types. */
export type CaseFields = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads them from the composed schema. Throws for a type that does not say whether it is open: nobody could decide. */
export function readCaseFields(supergraph: string): CaseFields {
  const found = new Map<string, ReadonlySet<string>>();
  for (const type of schemaDocument(supergraph).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const { name, fields = [] } = type;
    const guarded = fields.filter(({ directives = [] }) =>
      directives.some(
        (each) => each.name.value === GUARD && JSON.stringify(each.arguments).includes(OPEN_CASE),
      ),
    );
    if (guarded.length === 0) continue;
    if (!fields.some((field) => field.name.value === DECIDES))
      throw new Error(`${name.value} has fields of people, and no ${DECIDES} to say whether they are open.`);
    found.set(name.value, new Set(guarded.map((field) => field.name.value)));
  }
  return found;
}

/** An operation that asks beside each field of people whether it is open. */
export interface DecidedOperation {
  readonly document: DocumentNode;
  /** The name in the answer of each field of people, by the name under which the decision stands beside it. */
  readonly decisions: ReadonlyMap<string, string>;
}

/** Asks `openToCaller` beside each field of people, under a name of its own. The same document comes back where there is none. */
export function withDecisions(
  document: DocumentNode,
  { schema, caseFields }: { readonly schema: GraphQLSchema; readonly caseFields: CaseFields },
): DecidedOperation {
  const decisions = new Map<string, string>();
  const names = namesIn(document);
  const typeInfo = new TypeInfo(schema);
  const decided = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      SelectionSet(node) {
        const guarded = caseFields.get(typeInfo.getParentType()?.name ?? '');
        const added = node.selections.flatMap((field) => {
          if (field.kind !== Kind.FIELD || !guarded?.has(field.name.value)) return [];
          const { kind, directives = [] } = field;
          const alias = { kind: Kind.NAME, value: placeFor(field.alias?.value ?? field.name.value) } as const;
          return [{ kind, alias, name: { kind: Kind.NAME, value: DECIDES } as const, directives }];
        });
        return added.length === 0 ? undefined : { ...node, selections: [...node.selections, ...added] };
      },
    }),
  );
  return { document: decided, decisions };

  /** One for each name in the answer, so that equal ones become one again. */
  function placeFor(key: string): string {
    for (const [place, known] of decisions) if (known === key) return place;
    let place = `open${decisions.size}`;
    while (names.has(place)) place += '_';
    decisions.set(place, key);
    return place;
  }
}
