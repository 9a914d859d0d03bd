import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  OperationTypeNode,
  TypeInfo,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { namesIn } from '../graph/leave-out';
import { rootKeys } from '../graph/plugins/root-fields';
import { plainText } from '../operations/trusted-operation';
import type { LiveQuestion } from './question';

interface Asked {
  readonly schema: GraphQLSchema;
  /** As they came. */
  readonly given: Readonly<Record<string, unknown>>;
  /** With their defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The question that a valid subscription asks again: `figures` in the place of `figuresChanged`, with the same arguments, and one
 * `complaint` by its id in that of `complaintChanged`. Null where it leaves its field out.
 */
export function askedAgain(document: DocumentNode, asked: Asked): LiveQuestion | null {
  const [key] = rootKeys({ document, variables: asked.variables });
  const idVariable = unusedName(document);
  const { rewritten, root } = rewrite(document, asked.schema, idVariable);
  if (key === undefined || root === null) return null;
  if (root.name.value === 'figuresChanged')
    return { kind: 'figures', key, document: plainText(rewritten), variables: asked.given };
  const field = asked.schema.getSubscriptionType()?.getFields()[root.name.value];
  const { stream } = field ? getArgumentValues(field, root, asked.variables) : {};
  return {
    ...{ kind: 'complaint', key, idVariable },
    source: String(stream).toLowerCase(),
    document: plainText(withVariables(rewritten, idVariable)),
    variables: asked.given,
  };
}

function unusedName(document: DocumentNode): string {
  const names = namesIn(document);
  let name = 'complaint';
  while (names.has(name)) name += '_';
  return name;
}

/** The same as a query, with the field at its root as it was. */
function rewrite(document: DocumentNode, schema: GraphQLSchema, idVariable: string) {
  const root: FieldNode[] = [];
  const [from, to] = [schema.getSubscriptionType()?.name, schema.getQueryType()?.name ?? 'Query'];
  const typeInfo = new TypeInfo(schema);
  const rewritten: DocumentNode = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      OperationDefinition: { leave: (node) => ({ ...node, operation: OperationTypeNode.QUERY }) },
      NamedType: { leave: (node) => (node.name.value === from ? { ...node, name: name(to) } : undefined) },
      Field: {
        leave(node) {
          if (typeInfo.getParentType()?.name !== from) return undefined;
          root.push(node);
          const isFigures = node.name.value === 'figuresChanged';
          return {
            ...node,
            alias: node.alias ?? node.name,
            name: name(isFigures ? 'figures' : 'complaint'),
            arguments: isFigures ? node.arguments : [idArgument(idVariable)],
          };
        },
      },
    }),
  );
  return { rewritten, root: root[0] ?? null };
}

const idArgument = (variable: string): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: name('id'),
  value: { kind: Kind.VARIABLE, name: name(variable) },
});

/** With the variable that names the complaint, and without those that nothing uses any more. */
function withVariables(document: DocumentNode, idVariable: string): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name: { value } }) => void used.add(value),
  });
  const id: VariableDefinitionNode = {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: name(idVariable) },
    type: { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: name('ID') } },
  };
  return visit(document, {
    OperationDefinition: (node) => ({
      ...node,
      variableDefinitions: [
        ...(node.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
        id,
      ],
    }),
  });
}

const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
