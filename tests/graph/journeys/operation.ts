import { composedGraph, commandOperation as operationOf } from '../../../scripts/product/command-operation';

const graph = composedGraph();

const REFUSED = 'code message';
const RULE = 'part source { law paragraph } permitted { event }';
const ENTRY = 'entry { event text on by }';

/** What is asked of each union of answers. */
const SAID: Readonly<Record<string, string>> = {
  CommandResult: `__typename ... on Refusal { ${REFUSED} }
    ... on CommandDone { version complaint { id reference } ${ENTRY} }
    ... on CommandRefused { ${RULE} } ... on CommandUnusable { part }
    ... on ComplaintChanged { version since { event text by } }`,
  OmbudsmanCommandResult: `__typename ... on Refusal { ${REFUSED} }
    ... on OmbudsmanCommandDone { version case { id state } ${ENTRY} }
    ... on OmbudsmanCommandRefused { ${RULE} } ... on CommandUnusable { part }
    ... on OmbudsmanCaseChanged { version since { event text by } }`,
};

/** A mutation as a program writes it, by the names of its arguments: each is a variable of the type that the graph says. */
export const commandOperation = (mutation: string, given: Readonly<Record<string, unknown>>): string =>
  operationOf(graph, { mutation, given, saidOf: (type) => SAID[type] ?? '__typename' });
