import { type ASTNode, Kind, parse, print, visit } from 'graphql';

/** What composition writes for planners; callers see none of it. */
const INTERNAL = /^(?:join|link|policy|requiresScopes)__/;
const TOLD = new Set(['deprecated', 'specifiedBy', 'requiresScopes']);

/** The schema that callers see, as text: with what guards its fields, and without what composition adds for the planner. */
export const publicText = (supergraph: string): string =>
  `${print(
    visit(parse(supergraph, { noLocation: true }), {
      enter(node) {
        if (node.kind === Kind.DIRECTIVE) return TOLD.has(node.name.value) ? undefined : null;
        return isPlanners(node) ? null : undefined;
      },
    }),
  )}\n`;

const isPlanners = (node: ASTNode): boolean =>
  node.kind === Kind.SCHEMA_DEFINITION ||
  node.kind === Kind.DIRECTIVE_DEFINITION ||
  (node.kind.endsWith('TypeDefinition') && 'name' in node && INTERNAL.test(node.name?.value ?? ''));
