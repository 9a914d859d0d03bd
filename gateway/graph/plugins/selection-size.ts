import { GraphQLError, type ValidationRule } from 'graphql';
import { createSelectionMeter, type Size } from './selection-meter';

/**
 * Fields at the root, each a question of its own, which a part answers one after the other on one connection: a page of
 * figures or a tool's workbook has some dozens. What takes too long is ended by its time, however few they are.
 */
const MAX_ROOT_FIELDS = 100;
/**
 * Fields, each counted for every kind of thing that it is asked of: planning time grows with the square of this number.
 * At the limit the planner takes some 30 ms, whatever the shape; see docs/decisions/0037-planning-is-bounded.md.
 */
const MAX_PLANNED_FIELDS = 1_000;
/** Fields inside fields. */
const MAX_DEPTH = 20;
/** How often one path may come to the same type: a complaint's cases, their complaints, and back no more. */
const MAX_RECURRENCE = 2;

/** Refuses an operation that would cost too much to plan or to answer, before it is planned. */
export const selectionIsSmallEnough: ValidationRule = function selectionIsSmallEnough(context) {
  const meter = createSelectionMeter({
    schema: context.getSchema(),
    fragment: (name) => context.getFragment(name),
  });
  return {
    OperationDefinition(node) {
      const root = context.getSchema().getRootType(node.operation);
      if (!root) return;
      for (const reason of reasonsAgainst(meter.measure(node.selectionSet, root)))
        context.reportError(new GraphQLError(`This operation ${reason}`, { nodes: node }));
    },
  };
};

function reasonsAgainst({ width, plannedFields, depth, recurring }: Size): string[] {
  return [
    plannedFields > MAX_PLANNED_FIELDS &&
      `asks for more than ${MAX_PLANNED_FIELDS} fields, each counted for every kind of thing that it is asked of. Split it, or ask for fewer fields at a time.`,
    width > MAX_ROOT_FIELDS &&
      `asks more than ${MAX_ROOT_FIELDS} questions at once, aliases included. Split it.`,
    depth > MAX_DEPTH &&
      `is deeper than ${MAX_DEPTH} fields in fields. Ask for the inner ones by their ids, in a request of their own.`,
    recurring.times > MAX_RECURRENCE &&
      `comes back to the type ${recurring.type} more than ${MAX_RECURRENCE} times on one path. Ask for the inner ones in a request of their own.`,
  ].filter((reason) => reason !== false);
}
