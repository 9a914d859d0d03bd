import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, getNamedType } from 'graphql';

const schema = buildSchema(
  readFileSync(path.join(__dirname, '..', '..', '..', 'schema', 'supergraph.graphql'), 'utf8'),
  { assumeValidSDL: true },
);

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
export function commandOperation(mutation: string, given: Readonly<Record<string, unknown>>): string {
  const field = schema.getMutationType()?.getFields()[mutation];
  if (field === undefined) throw new Error(`The graph has no mutation ${mutation}`);
  const named = field.args.filter(({ name }) => Object.hasOwn(given, name));
  const unknown = Object.keys(given).filter((name) => named.every((each) => each.name !== name));
  if (unknown.length > 0) throw new Error(`${mutation} takes no ${unknown.join(', ')}`);
  const variables = named.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const args = named.map(({ name }) => `${name}: $${name}`).join(', ');
  const said = SAID[getNamedType(field.type).name] ?? '__typename';
  return `mutation(${variables}) { said: ${mutation}(${args}) { ${said} } }`;
}
