import { refuseToChange } from '../entrance/refusal';
import { answerTagged } from '../entrance/tagged-answer';
import type { Graph } from '../graph/graph';
import { at, type GuardedDoor } from './door';

/** The schema as text, for whoever is signed in: to partners, what is open to partners. */
export const schemaDoor = (graph: Pick<Graph, 'schemaOf'>): GuardedDoor => ({
  isOpen: false,
  matches: at('/graphql/schema'),
  maxBodyBytes: 0,
  answer({ request, response, caller }) {
    refuseToChange(response, request.method);
    answerTagged({ request, response }, caller.identity, {
      type: 'text/plain; charset=utf-8',
      body: graph.schemaOf(caller),
    });
  },
});
