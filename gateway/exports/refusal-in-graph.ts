import { Refusal } from '../entrance/refusal';

const STATUS: Readonly<Record<string, number>> = {
  ...{ BAD_USER_INPUT: 400, GRAPHQL_VALIDATION_FAILED: 400, FORBIDDEN: 403, SUBGRAPH_UNAVAILABLE: 503 },
};

interface ToldError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An error that the graph, or a part, tells callers, as a door refuses: the parts of a filter are parameters of an address here. */
export function refusalInGraph({ message, extensions }: ToldError): Refusal {
  const code = String(extensions?.code ?? 'INTERNAL_SERVER_ERROR');
  return new Refusal(STATUS[code] ?? 500, code, message.replaceAll('`where.', '`'));
}
